import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');
const EVERYBODY = '{ lawyers(first: 1000) { nodes { fullName practisingFirm { name } sanctions { kind } } } }';

describe('a compiled read [PostgreSQL]', () => {
  if (!postgresql) return it.skip('needs a PostgreSQL in TEST_DATABASE_URL', () => undefined);
  const hub = hubFor(postgresql, { compiled: true });
  const limited = (settings: Record<string, string>) =>
    Promise.all(
      Object.entries(settings).map(([name, value]) =>
        hub.rows(
          sql`do $$ begin execute format('alter database %I set ${sql.raw(name)} = %L', current_database(), '${sql.raw(value)}'); end $$`,
        ),
      ),
    );

  it('that takes more than PostgreSQL allows is refused by a code, and the line says so', async () => {
    // connections that keep plans are opened by the first compiled read, which is the one below
    await limited({ temp_file_limit: '0', work_mem: '64kB' });
    const answer = await hub.as('filing').ask(EVERYBODY);
    expect(answer.codes).toEqual(['READ_REFUSED']);
    expect(answer.status).toBe(503);
    expect(answer.data).toBeUndefined();
    expect((await hub.trail())[0]).toMatchObject({ kind: 'DISCLOSED', outcome: 'REFUSED', refusals: ['READ_REFUSED'] });
    expect((await hub.as('filing').ask('{ whoAmI { role } }')).data).toEqual({ whoAmI: { role: 'filing' } });
  });
});
