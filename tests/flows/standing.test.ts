import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { DoorCounter } from '../../src/audit/door-counter.js';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const READ = `{ lawyer(id: "${selfLawyerId}") { fullName } }`;
const MOVE = sql`select audit.move_epoch()`;

onEveryDatabase('what administrators decided', (kind) => {
  const hub = hubFor(kind, { serveSubgraphs: true });
  const gateway = () => hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
  const throughGateway = async () =>
    hub.post(
      JSON.stringify({ query: '{ _service { sdl } }' }),
      { 'x-lushu-gateway': await gateway() },
      '/subgraphs/bar',
    );
  const disable = (subject: string, unit: string) =>
    hub.rows(sql`insert into hub.disabled_account (id, issuer, subject, unit_id, reason, disabled_by, disabled_at)
      select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, ${subject}, id, 'test', 'test', now() from hub.unit where code = ${unit}`);
  const lines = (code: string) =>
    hub.rows<{ actor_id: string | null; client_id: string | null; count: number }>(
      sql`select actor_id, client_id, count from audit.audit_line where kind = 'DOOR' and refusals = array[${code}]`,
    );

  it('an account that somebody disabled under the name of a gateway does not stop the gateway; its client does', async () => {
    expect((await throughGateway()).status).toBe(200);
    await disable('gateway', 'hangzhou-bureau');
    await hub.rows(MOVE);
    expect((await throughGateway()).status).toBe(200);
    await hub.rows(sql`update hub.client set state = 'DISABLED' where client_id = 'gateway'`);
    await hub.rows(MOVE);
    expect((await throughGateway()).codes).toEqual(['GATEWAY_REFUSED']);
    await hub.rows(sql`update hub.client set state = 'ACTIVE' where client_id = 'gateway'`);
    await hub.rows(MOVE);
    expect((await throughGateway()).status).toBe(200);
  });

  it('holds from the day on which an account comes into the charge of who disabled it, without a change of rights', async () => {
    const claims = { subject: 'somebody', clientId: 'lushu-trial', role: 'justice', unit: 'ningbo-bureau' };
    const ask = () => hub.asClaims(claims, 'LICENCE_ADMINISTRATION').ask(READ);
    await disable('somebody', 'hangzhou-bureau');
    await hub.rows(sql`insert into hub.unit_division (unit_id, division_code, valid_from)
      select h.id, n.division_code, '2026-11-22' from hub.unit h, hub.unit n where h.code = 'hangzhou-bureau' and n.code = 'ningbo-bureau'`);
    await hub.rows(MOVE);
    expect((await ask()).status).toBe(200);
    hub.clock.set('2026-11-22');
    expect((await ask()).codes).toEqual(['PERSON_DISABLED']);
    hub.clock.set('2026-11-21T02:00:00Z');
  });

  it('a line is written in READ COMMITTED transactions only, whatever the default of the server is', async () => {
    const isolated = hub.database.transaction(async (handle) => {
      await handle.execute(sql`set transaction isolation level repeatable read`);
      await handle.execute(sql`select audit.settled_epoch()`);
    });
    await expect(isolated).rejects.toThrow();
    const [row] = await hub.database.single<{ level: string }>(
      sql`select current_setting('transaction_isolation') as level`,
    );
    expect(row?.level).toBe('read committed');
  });

  it('another policy leaves a line that says which', async () => {
    const told = await hub.rows<{ records: { Policy: string[] } }>(
      sql`select records from audit.audit_line where operation = 'policy' and kind = 'RECORDED'`,
    );
    const [{ policy }] = (await hub.rows<{ policy: string }>(sql`select policy from audit.policy_epoch`)) as [
      { policy: string },
    ];
    expect(told.map(({ records }) => records.Policy)).toEqual([[policy]]);
  });

  it('garbage does not crowd those who are known out of the trail', async () => {
    const doors = new DoorCounter(hub.database, hub.clock);
    for (let i = 0; i < 1_500; i++) doors.refused(`10.0.${i >> 8}.${i & 255}`, 'TOKEN_MALFORMED');
    doors.refused('10.9.9.9', 'CLIENT_DISABLED', { actorId: 'insider', clientId: 'desk' });
    await doors.close();
    expect(await lines('CLIENT_DISABLED')).toEqual([{ actor_id: 'insider', client_id: 'desk', count: 1 }]);
    expect(await lines('TOKEN_MALFORMED')).toHaveLength(1_001);
  });
});
