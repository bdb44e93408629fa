import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';

const config: CodegenConfig = {
  schema: '../../packages/early-help-server/schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    './src/generated/': {
      // Without the map from texts of operations to documents: the texts are stated once, in files of their own.
      preset: {
        ...preset,
        buildGeneratesSection: async (options) =>
          (await preset.buildGeneratesSection(options)).filter(({ filename }) => !filename.endsWith('gql.ts')),
      },
      presetConfig: { fragmentMasking: false, skipIndexFile: true, persistedDocuments: true },
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
