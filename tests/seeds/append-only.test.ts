import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/db/handle.js';
import { onEveryDatabase } from '../support/databases.js';

const tables = ['audit.audit_line', 'outbox.change', 'justice.licence_event', 'bar.mediator_roster_adjustment'];
const changes = (table: string) => [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`];

onEveryDatabase('what is append-only', (kind) => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await kind.open());
    await database.migrate();
  });
  afterAll(() => drop());

  it.each(tables.flatMap(changes))('refuses: %s', async (statement) => {
    const done = database.transaction((handle) => handle.execute(sql.raw(statement)));
    await expect(done).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  it('migrates a second time without a change', async () => {
    await expect(database.migrate()).resolves.toBeUndefined();
  });
});
