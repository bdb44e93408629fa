import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';

const config: CodegenConfig = {
  schema: 'schema.graphql', // from @caseweave/early-help-server
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

export default config;
