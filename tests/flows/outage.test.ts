import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { administer, databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { grant, outcomes, PUSH_EVENTS } from '../support/pushes.js';

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');
const server = process.env.TEST_DATABASE_URL ?? '';

describe.skipIf(!postgresql)('a database that is away [PostgreSQL]', () => {
  if (!postgresql) return;
  const hub = hubFor(postgresql);
  const name = () => new URL(hub.url as string).pathname.slice(1);
  const goAway = async () => {
    await administer(server, `alter database ${name()} with allow_connections false`);
    await administer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}'`);
  };
  const comeBack = () => administer(server, `alter database ${name()} with allow_connections true`);
  const ask = () => hub.as('filing').ask(`{ lawyer(id: "${selfLawyerId}") { fullName mobile } }`);

  it('discloses nothing, says when to try again, and comes back by itself with a line for the outage', async () => {
    expect((await ask()).status).toBe(200);
    await goAway();
    for (let n = 0; n < 3; n++) {
      const away = await ask();
      expect(away.status).toBe(503);
      expect(away.headers.get('retry-after')).toBe('2');
      expect(away.codes).toEqual(['DATABASE_UNAVAILABLE']);
      expect(away.data ?? null).toBeNull();
    }
    const push = await hub.as('justice').ask(PUSH_EVENTS, { events: [grant(personaFirmId, '2020-01-01')] });
    expect(push.status).toBe(503);
    await comeBack();
    await sleep(2_500);
    const [line] = await hub.rows<Record<string, unknown>>(
      sql`select count, lasted_millis, outcome from audit.audit_line where kind = 'OUTAGE'`,
    );
    expect(line).toMatchObject({ count: 4, outcome: 'RECOVERED' });
    expect((await ask()).data.lawyer.mobile).toMatch(/^1\d{10}$/);
    expect(await hub.rows(sql`select 1 from audit.audit_line where kind = 'OUTAGE'`)).toHaveLength(1);
  });

  it('while the trail cannot be written nothing is disclosed, and a push that was refused is sent again whole', async () => {
    await hub.rows(
      sql`create function refuse_line() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`,
    );
    await hub.rows(sql`create trigger disk_full before insert on audit.audit_line execute function refuse_line()`);
    const pushed = grant(personaFirmId, '2020-01-01');
    const push = () => hub.as('justice').ask(PUSH_EVENTS, { events: [pushed] });
    const closed = await ask();
    expect([closed.status, closed.codes, closed.data ?? null]).toEqual([503, ['TRAIL_UNAVAILABLE'], null]);
    expect(closed.text).not.toMatch(/1\d{10}|disk full/);
    const refused = await push();
    expect([refused.status, refused.codes, refused.data ?? null]).toEqual([503, ['TRAIL_UNAVAILABLE'], null]);
    expect(
      await hub.rows(sql`select 1 from justice.lawyer where certificate_no = ${pushed.certificateNo}`),
    ).toHaveLength(0);
    await hub.rows(sql`drop trigger disk_full on audit.audit_line`);
    expect(outcomes(await push())).toEqual(['recorded']);
    expect(outcomes(await push())).toEqual(['already']);
  });
});
