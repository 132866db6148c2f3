import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { TRIAL_CLIENT } from '../../seeds/personas.js';
import type { WriteHandle } from '../../src/db/handle.js';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { databaseKinds, onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor, type TestHub } from '../support/hub.js';
import { newKey } from '../support/pushes.js';

const READ = `{ lawyer(id: "${selfLawyerId}") { fullName mobile } }`;
const PROPOSE = `mutation($input: ContactChangeInput!) { proposeContactChange(input: $input) { id } }`;

const moved = sql`select audit.move_epoch()`;
const disabled = sql`update hub.client set state = 'DISABLED' where client_id = ${TRIAL_CLIENT}`;
const active = sql`update hub.client set state = 'ACTIVE' where client_id = ${TRIAL_CLIENT}`;
const barred = sql`insert into hub.disabled_account (id, issuer, subject, unit_id, reason, disabled_by, disabled_at)
  select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, 'persona:judge', id, 'left', 'test', now() from hub.unit where code = '浙0106'`;
const restored = sql`update hub.disabled_account set restored_at = now(), restored_by = 'test'`;

const change = (hub: TestHub, ...statements: (typeof moved)[]) =>
  hub.database.transaction(async (handle) => {
    for (const statement of [...statements, moved]) await handle.execute(statement);
  });

/** The last line that an asker left. */
async function lastLine(hub: TestHub, actor: string) {
  const [line] = await hub.rows<{ outcome: string; refusals: string[]; records: object; epoch: string }>(
    sql`select outcome, refusals, records, epoch from audit.audit_line where actor_id = ${actor} order by id desc limit 1`,
  );
  return line;
}

onEveryDatabase('a right that was taken away', (kind) => {
  const hub = hubFor(kind);

  it('a client that was disabled is answered no more, and at once again when it is activated', async () => {
    expect((await hub.as('filing').ask(READ)).status).toBe(200);
    await change(hub, disabled);
    const refused = await hub.as('filing').ask(READ);
    expect([refused.status, refused.codes, refused.data]).toEqual([403, ['CLIENT_DISABLED'], undefined]);
    expect(refused.errors[0].extensions.messageZh).toBe('客户端已停用。');
    await change(hub, active);
    expect((await hub.as('filing').ask(READ)).status).toBe(200);
  });

  it('an account that was disabled is refused, and other accounts of the same client are not', async () => {
    expect((await hub.as('judge').ask(READ)).status).toBe(200);
    await change(hub, barred);
    const [judge, filing] = [await hub.as('judge').ask(READ), await hub.as('filing').ask(READ)];
    expect([judge.status, judge.codes, filing.status]).toEqual([403, ['PERSON_DISABLED'], 200]);
    await change(hub, restored);
    expect((await hub.as('judge').ask(READ)).status).toBe(200);
  });

  it('an answer names the epoch of its rights, and a change of others costs nobody an answer', async () => {
    await hub.as('filing').ask(READ);
    const before = await lastLine(hub, 'persona:filing');
    await change(hub);
    const answer = await hub.as('filing').ask(READ);
    const after = await lastLine(hub, 'persona:filing');
    expect([answer.status, answer.data.lawyer.fullName]).toEqual([200, '沈知微']);
    expect(Number(after?.epoch)).toBe(Number(before?.epoch) + 1);
  });

  it('a hub that knows another policy than the one in force answers nobody, the public included', async () => {
    const [kept] = await hub.rows<{ policy: string }>(sql`select policy from audit.policy_epoch`);
    await hub.rows(sql`select audit.announce_policy('another')`);
    for (const who of ['filing', 'public']) {
      const refused = await hub.as(who).ask('{ courts(first: 1) { totalCount } }');
      expect([refused.status, refused.codes, refused.data]).toEqual([503, ['RIGHTS_CHANGED'], undefined]);
      expect(refused.headers.get('retry-after')).toBe('2');
    }
    await hub.rows(sql`select audit.announce_policy(${kept?.policy})`);
    expect((await hub.as('filing').ask(READ)).status).toBe(200);
  });
});

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe('a right that is taken away while requests are on their way [PostgreSQL]', () => {
  if (!postgresql) return it.skip('needs a PostgreSQL in TEST_DATABASE_URL', () => undefined);
  const hub = hubFor(postgresql);

  /** Sends a request that is ready to be answered when the change of rights is about to be committed. */
  async function meanwhile(statements: (typeof moved)[], send: () => Promise<Answer>): Promise<Answer> {
    const waiting = async (handle: WriteHandle) => {
      const found = (await handle.execute(
        sql`select 1 from pg_locks where locktype = 'advisory' and objid = 7401931 and not granted`,
      )) as { rows: unknown[] };
      return found.rows.length > 0;
    };
    const sent = await hub.database.transaction(async (handle) => {
      for (const statement of [...statements, moved]) await handle.execute(statement);
      const answer = send();
      for (let tries = 0; !(await waiting(handle)); tries++) {
        if (tries > 500) throw new Error('the request waits for nothing');
        await sleep(10);
      }
      return { answer };
    });
    return sent.answer;
  }

  it('an answer that was ready is not given, discloses nothing, and its line says why', async () => {
    const refused = await meanwhile([disabled], () => hub.as('filing').ask(READ));
    expect([refused.status, refused.codes, refused.data]).toEqual([403, ['CLIENT_DISABLED'], undefined]);
    expect(refused.text).not.toContain('沈知微');
    expect(await lastLine(hub, 'persona:filing')).toMatchObject({
      outcome: 'REFUSED',
      refusals: ['CLIENT_DISABLED'],
      records: {},
    });
    await change(hub, active);
  });

  it('what was written is taken back, and no line says that it was recorded', async () => {
    const [{ certificateNo }] = (await hub.rows<{ certificateNo: string }>(
      sql`select certificate_no as "certificateNo" from justice.lawyer where id = ${selfLawyerId}::uuid`,
    )) as [{ certificateNo: string }];
    const input = { key: newKey(), certificateNo, field: 'OFFICE_ADDRESS', value: '某路 1 号', asOf: '2026-11-19' };
    const count = () => hub.rows(sql`select 1 from justice.contact_proposal where value = '某路 1 号'`);
    const refused = await meanwhile([disabled], () => hub.as('bar').ask(PROPOSE, { input }));
    expect(refused.codes).toEqual(['CLIENT_DISABLED']);
    expect([await count(), (await lastLine(hub, 'persona:bar'))?.outcome]).toEqual([[], 'REFUSED']);
    await change(hub, active);

    const answered = await meanwhile([], () => hub.as('bar').ask(PROPOSE, { input }));
    expect([answered.codes, await count()]).toEqual([[], [{ '?column?': 1 }]]);
  });

  it('an answer that the change does not concern is given under the new epoch', async () => {
    const answered = await meanwhile([barred], () => hub.as('filing').ask(READ));
    expect([answered.status, answered.data.lawyer.fullName]).toEqual([200, '沈知微']);
    const [{ epoch }] = (await hub.rows<{ epoch: string }>(sql`select epoch from audit.policy_epoch`)) as [
      { epoch: string },
    ];
    expect((await lastLine(hub, 'persona:filing'))?.epoch).toBe(epoch);
    await change(hub, restored);
  });
});
