import { preset } from '@graphql-codegen/client-preset';
const config = {
  schema: 'schema.graphql', // from @caseweave/server
  documents: 'operations.graphql',
  generates: {
    './generated/': {
      preset,
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { Date: 'string', DateTime: 'string', Version: 'string' },
      },
    },
  },
  importExtension: '.ts',
};
// oxlint-disable-next-line import/no-default-export -- how code generation takes its settings
export default config;
//# sourceMappingURL=codegen.js.map
