import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/** Node gives every package the CommonJS build of graphql; Vite alone would prefer `index.mjs` and load a second one. */
const graphql = fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url));

/** Contract tests that open a database end in `.db.test.ts` and run with the facts. */
const withoutDatabase = ['tests/architecture/**/*.test.ts', 'tests/contract/**/!(*.db).test.ts'];

export default defineConfig({
  oxc: { decorator: { legacy: true } },
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: graphql },
      {
        find: /^graphql\/(.+?)(\.m?js)?$/,
        replacement: fileURLToPath(new URL('node_modules/graphql/$1.js', import.meta.url)),
      },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'walls', include: withoutDatabase, testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'facts',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...withoutDatabase, 'tests/bench/**', 'tests/drill/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
