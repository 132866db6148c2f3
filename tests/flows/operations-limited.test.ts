import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { TRIAL_CLIENT } from '../../seeds/personas.js';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import {
  activated,
  LIFT_LIMIT,
  LIMIT_CLIENT,
  LIMIT_UNIT,
  RETIRE_OPERATIONS,
  registerOperations,
} from '../support/administration.js';
import { databaseKinds, onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor, type TestHub } from '../support/hub.js';
import { newKey } from '../support/pushes.js';

const READ = `query One { lawyer(id: "${selfLawyerId}") { fullName } }`;
const OTHER = '{ courts(first: 1) { totalCount } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const byId = (text: string) => ({ documentId: `sha256:${hashOf(text)}` });

const deskOf = (hub: TestHub, clientId: string, unit = '浙0106') =>
  hub.asClaims({ subject: 'zhou', clientId, role: 'filing', unit }, 'CASE_FILING');

/** Somebody else who holds an office, by the trial client. */
async function appoint(hub: TestHub, subject: string, role: 'security' | 'system', unit: string) {
  await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at)
    select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, ${subject}, ${role}, id, 'test', now() from hub.unit where code = ${unit}`);
  await hub.rows(sql`select audit.move_epoch()`);
  const purpose = role === 'system' ? 'SYSTEM_ADMINISTRATION' : 'SECURITY_ADMINISTRATION';
  return hub.asClaims({ subject, clientId: TRIAL_CLIENT, role, unit }, purpose);
}

const limit = async (hub: TestHub, id: string): Promise<string> => {
  const { data, errors } = await hub.as('security@court').ask(LIMIT_CLIENT, { id, reason: '试点范围' });
  if (!data?.made) throw new Error(JSON.stringify(errors));
  return data.made.id;
};

const refusal = ({ codes, errors }: Answer) => [codes, errors[0]?.extensions.at];

onEveryDatabase('a client that is limited to its registered operations', (kind) => {
  const hub = hubFor(kind);

  it('asks these, by hash or whole, and nothing else, from the commit on; and all again once it is lifted', async () => {
    const { id, clientId } = await activated(hub);
    await registerOperations(hub, id, READ);
    const desk = deskOf(hub, clientId);
    expect((await desk.ask(OTHER)).status).toBe(200);
    const limitId = await limit(hub, id);
    expect((await desk.ask(READ)).data.lawyer.fullName).toBe('沈知微');
    expect((await desk.send(byId(READ))).data.lawyer.fullName).toBe('沈知微');
    const refused = await desk.ask(OTHER);
    expect([refused.status, refused.codes, refused.data]).toEqual([403, ['OPERATION_UNREGISTERED'], undefined]);
    expect(refused.errors[0].extensions.messageZh).toBe('该客户端仅可执行其已登记的操作。');
    const [line] = await hub.trail();
    expect(line).toMatchObject({
      kind: 'DISCLOSED',
      outcome: 'REFUSED',
      actor_id: 'zhou',
      client_id: clientId,
      coordinates: [],
      records: {},
      refusals: ['OPERATION_UNREGISTERED'],
    });
    expect((await desk.send({ query: `${READ} `, operationName: 'One' })).codes).toEqual(['OPERATION_UNREGISTERED']);
    expect((await desk.send(byId(OTHER))).codes).toEqual(['DOCUMENT_UNKNOWN']);
    const other = await appoint(hub, 'qian', 'security', '浙');
    expect((await other.ask(LIFT_LIMIT, { id: limitId })).data.made.liftedBy).toBe('qian');
    expect((await desk.ask(OTHER)).status).toBe(200);
  });

  it('learns nothing of the schema: not by introspection, nor by the faults of a document', async () => {
    const { id, clientId } = await activated(hub);
    await limit(hub, id);
    const texts = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Lawyer") { name } }',
      '{ shoeSize }',
      '{ whoAmI {',
      '',
    ];
    for (const text of texts) {
      const answer = await deskOf(hub, clientId).ask(text);
      expect([answer.codes, answer.data], text).toEqual([['OPERATION_UNREGISTERED'], undefined]);
      expect(answer.errors[0].extensions.detail, text).toBeUndefined();
      expect(answer.errors[0].locations, text).toBeUndefined();
    }
    expect((await hub.as('filing').ask('{ __type(name: "Lawyer") { name } }')).status).toBe(200);
  });

  it('is limited in every role, the public’s too, and loses what is retired', async () => {
    const { id, clientId } = await activated(hub);
    const [operation] = await registerOperations(hub, id, READ);
    await limit(hub, id);
    const claims = { subject: 'zhou', clientId, role: 'filing', unit: '浙0106' };
    const asPublic = await hub.asClaims(claims, undefined).ask(OTHER, {}, { 'x-lushu-role': 'public' });
    expect(asPublic.codes).toEqual(['OPERATION_UNREGISTERED']);
    await hub.as('system@court').ask(RETIRE_OPERATIONS, { operations: [{ key: newKey(), operation }] });
    expect((await deskOf(hub, clientId).ask(READ)).codes).toEqual(['OPERATION_UNREGISTERED']);
    expect((await deskOf(hub, clientId).send(byId(READ))).codes).toEqual(['DOCUMENT_UNKNOWN']);
  });

  it('is read of by the administrators of its area, in the trail too', async () => {
    const { id } = await activated(hub);
    const limitId = await limit(hub, id);
    const [, recorded] = await hub.trail(2);
    expect(recorded).toMatchObject({
      kind: 'RECORDED',
      role: 'security',
      operation: 'Mutation.limitClient',
      records: { Client: [id], OperationLimit: [limitId] },
    });
    const query =
      '{ operationLimits(first: 100) { totalCount nodes { id reason limitedBy client { id } unit { code } } } }';
    for (const who of ['system@court', 'security@court', 'audit@court'])
      expect((await hub.as(who).ask(query)).data.operationLimits.nodes[0]).toEqual({
        id: limitId,
        reason: '试点范围',
        limitedBy: 'persona:security@court',
        client: { id },
        unit: { code: '浙0106' },
      });
    expect((await hub.as('audit@bar').ask(query)).data.operationLimits).toEqual({ totalCount: 0, nodes: [] });
    const acts = await hub.as('audit@court').ask('{ administrationActs(first: 50) { nodes { operations records } } }');
    expect(acts.data.administrationActs.nodes).toContainEqual({
      operations: ['Mutation.limitClient'],
      records: [`Client ${id}`, `OperationLimit ${limitId}`],
    });
  });

  it('is limited by one person and lifted by another, and by nobody who registered what it may ask', async () => {
    const { id } = await activated(hub);
    await hub.rows(sql`insert into hub.client_operation (id, client_id, sha256, document, registered_by, registered_by_issuer, registered_at)
      values (gen_random_uuid(), ${id}::uuid, ${hashOf(READ)}, ${READ}, 'persona:security@court', ${DEVELOPMENT_ISSUER}, now())`);
    const own = await hub.as('security@court').ask(LIMIT_CLIENT, { id, reason: '限定' });
    expect(refusal(own)).toEqual([['SAME_PERSON'], ['id']]);
    await hub.rows(
      sql`update hub.client_operation set registered_by = 'persona:system@court' where client_id = ${id}::uuid`,
    );
    const limitId = await limit(hub, id);
    const again = await hub.as('security@court').ask(LIMIT_CLIENT, { id, reason: '限定' });
    expect(refusal(again)).toEqual([['LIMIT_EXISTS'], ['id']]);
    expect(refusal(await hub.as('security@court').ask(LIFT_LIMIT, { id: limitId }))).toEqual([['SAME_PERSON'], ['id']]);
    for (const who of ['security', 'security@bar']) {
      expect(refusal(await hub.as(who).ask(LIFT_LIMIT, { id: limitId }))).toEqual([['NOT_FOUND'], ['id']]);
      expect(refusal(await hub.as(who).ask(LIMIT_CLIENT, { id, reason: '限定' }))).toEqual([['NOT_FOUND'], ['id']]);
    }
    const other = await appoint(hub, 'zhao', 'security', '浙0106');
    expect((await other.ask(LIFT_LIMIT, { id: limitId })).codes).toEqual([]);
    expect(refusal(await other.ask(LIFT_LIMIT, { id: limitId }))).toEqual([['NOT_FOUND'], ['id']]);
  });

  it('is not the one by which the administrator asks', async () => {
    const [{ id }] = (await hub.rows<{ id: string }>(
      sql`select id from hub.client where client_id = ${TRIAL_CLIENT}`,
    )) as [{ id: string }];
    expect(refusal(await hub.as('security').ask(LIMIT_CLIENT, { id, reason: '限定' }))).toEqual([
      ['NOT_ONESELF'],
      ['id'],
    ]);
    const whole = await hub.as('security').ask(LIMIT_UNIT, { unit: 'zj-justice', reason: '限定' });
    expect(refusal(whole)).toEqual([['NOT_ONESELF'], ['unit']]);
  });
});

onEveryDatabase('a client that is limited, behind a gateway', (kind) => {
  const hub = hubFor(kind, { serveSubgraphs: true });

  it('is not served: what the gateway sends for it is not registered', async () => {
    const { id, clientId } = await activated(hub);
    const claims = { subject: 'zhou', clientId, role: 'filing', unit: '浙0106' };
    const body = JSON.stringify({ query: '{ __typename }' });
    const send = async () =>
      hub.post(
        body,
        {
          authorization: `Bearer ${await hub.issuer.token(claims)}`,
          'x-lushu-purpose': 'CASE_FILING',
          'x-lushu-gateway': await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' }),
        },
        '/subgraphs/justice',
      );
    expect((await send()).codes).toEqual([]);
    await limit(hub, id);
    expect((await send()).codes).toEqual(['OPERATION_UNREGISTERED']);
  });
});

onEveryDatabase('a unit that is limited to registered operations', (kind) => {
  const hub = hubFor(kind);
  const limitUnit = (who: string, unit: string) => hub.as(who).ask(LIMIT_UNIT, { unit, reason: '生产环境' });

  it('is limited in every client of its own and those below it, later ones too; in no console, and in no other unit', async () => {
    const below = await activated(hub);
    const elsewhere = await activated(hub, { unit: '浙0212' });
    const consoleOf = { roles: ['system', 'audit'], purposes: ['SYSTEM_ADMINISTRATION', 'AUDIT'] };
    const entry = await activated(hub, consoleOf);
    await registerOperations(hub, below.id, READ);
    const made = await limitUnit('security@court', '浙01');
    expect(made.data.made).toMatchObject({ client: null, unit: { code: '浙01' } });
    expect((await deskOf(hub, below.clientId).ask(OTHER)).codes).toEqual(['OPERATION_UNREGISTERED']);
    expect((await deskOf(hub, below.clientId).send(byId(READ))).data.lawyer.fullName).toBe('沈知微');
    expect((await deskOf(hub, elsewhere.clientId, '浙0212').ask(OTHER)).status).toBe(200);
    const later = await activated(hub);
    expect((await deskOf(hub, later.clientId).ask(OTHER)).codes).toEqual(['OPERATION_UNREGISTERED']);
    await appoint(hub, 'wu', 'system', '浙0106');
    const clerk = { subject: 'wu', clientId: entry.clientId, role: 'system', unit: '浙0106' };
    expect((await hub.asClaims(clerk, 'SYSTEM_ADMINISTRATION').ask('{ clients { totalCount } }')).codes).toEqual([]);
    const lifted = await (await appoint(hub, 'qian', 'security', '浙')).ask(LIFT_LIMIT, { id: made.data.made.id });
    expect(lifted.codes).toEqual([]);
    expect((await deskOf(hub, below.clientId).ask(OTHER)).status).toBe(200);
  });

  it('is the whole institution when it is the highest, and is lifted by nobody below it', async () => {
    const desk = await activated(hub);
    const made = await limitUnit('security@court', '浙');
    expect((await deskOf(hub, desk.clientId).ask(OTHER)).codes).toEqual(['OPERATION_UNREGISTERED']);
    expect((await hub.as('filing').ask(OTHER)).status).toBe(200);
    const below = await appoint(hub, 'sun', 'security', '浙0106');
    expect(refusal(await below.ask(LIFT_LIMIT, { id: made.data.made.id }))).toEqual([['NOT_FOUND'], ['id']]);
    expect(refusal(await limitUnit('security@court', '浙'))).toEqual([['LIMIT_EXISTS'], ['unit']]);
  });

  it('is one in charge of the administrator', async () => {
    expect(refusal(await limitUnit('security@court', 'nowhere'))).toEqual([['VALUE_UNKNOWN'], ['unit']]);
    expect(refusal(await limitUnit('security@court', 'zj-bar'))).toEqual([['OUT_OF_REACH'], ['unit']]);
  });

  it('is not limited by who registered an operation of one of its clients', async () => {
    const { id } = await activated(hub, { unit: '浙0212' });
    await registerOperations(hub, id, READ);
    await hub.rows(
      sql`update hub.client_operation set registered_by = 'persona:security@court' where client_id = ${id}::uuid`,
    );
    expect(refusal(await limitUnit('security@court', '浙0212'))).toEqual([['SAME_PERSON'], ['unit']]);
    expect((await limitUnit('security@court', '浙0102')).codes).toEqual([]);
  });
});

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe('a limitation that comes while a request is on its way [PostgreSQL]', () => {
  if (!postgresql) return it.skip('needs a PostgreSQL in TEST_DATABASE_URL', () => undefined);
  const hub = hubFor(postgresql);

  /** Sends a request whose answer waits for its line until the change is committed. */
  async function meanwhile(change: ReturnType<typeof sql>, send: () => Promise<Answer>): Promise<Answer> {
    const sent = await hub.database.transaction(async (handle) => {
      await handle.execute(change);
      await handle.execute(sql`select audit.move_epoch()`);
      const answer = send();
      for (let tries = 0; ; tries++) {
        const { rows } = (await handle.execute(
          sql`select 1 from pg_locks where locktype = 'advisory' and objid = 7401931 and not granted`,
        )) as { rows: unknown[] };
        if (rows.length > 0) return { answer };
        if (tries > 500) throw new Error('the request waits for nothing');
        await sleep(10);
      }
    });
    return sent.answer;
  }

  const limited = (
    id: string,
  ) => sql`insert into hub.operation_limit (id, unit_id, client_id, reason, limited_by, limited_at)
    select gen_random_uuid(), unit_id, id, 'test', 'test', now() from hub.client where id = ${id}::uuid`;

  it('an answer that was ready is not given when its document is not registered, and is when it is', async () => {
    const { id, clientId } = await activated(hub);
    await registerOperations(hub, id, READ);
    const desk = deskOf(hub, clientId);
    const refused = await meanwhile(limited(id), () => desk.ask(OTHER));
    expect([refused.status, refused.codes, refused.data]).toEqual([403, ['OPERATION_UNREGISTERED'], undefined]);
    await hub.rows(sql`delete from hub.operation_limit`);
    await hub.rows(sql`select audit.move_epoch()`);
    const answered = await meanwhile(limited(id), () => desk.ask(READ));
    expect([answered.status, answered.data.lawyer.fullName]).toEqual([200, '沈知微']);
  });

  it('an operation that was retired meanwhile is not answered by its hash', async () => {
    const { id, clientId } = await activated(hub);
    const [operation] = await registerOperations(hub, id, READ);
    const retired = sql`update hub.client_operation set retired_by = 'test', retired_at = now() where id = ${operation}::uuid`;
    const refused = await meanwhile(retired, () => deskOf(hub, clientId).send(byId(READ)));
    expect([refused.codes, refused.data]).toEqual([['DOCUMENT_UNKNOWN'], undefined]);
    expect(refused.text).not.toContain('沈知微');
  });
});
