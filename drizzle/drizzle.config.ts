import { defineConfig } from 'drizzle-kit';

/** How migrations are generated: `npm run build`, then `npm run migration -- --name <change>`. The built tables are read because the sources import with `.js` suffixes. */
export default defineConfig({
  dialect: 'postgresql',
  schema: 'dist/src/**/*.table.js',
  out: 'drizzle',
  casing: 'snake_case',
  schemaFilter: ['audit', 'outbox', 'hub', 'justice', 'court', 'bar', 'joint'],
});
