import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { roles } from '../../src/identity/roles.js';
import { uuidv7 } from '../../src/kernel/uuid.js';
import {
  ACTIVATE,
  activated,
  CONFIRM,
  clientInput,
  DISABLE,
  DISABLE_ACCOUNT,
  disableAccount,
  LIFT,
  LIFT_LIMIT,
  LIMIT_CLIENT,
  LIMIT_UNIT,
  publicJwk,
  REGISTER,
  REGISTER_OPERATIONS,
  RESTORE_ACCOUNT,
  RETIRE_OPERATIONS,
  ROTATE,
  registered,
  WITHDRAW,
} from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';

const HOUR = 3_600_000;
const nowhere = uuidv7();
const operationOf = (client: string) => ({ key: 'o', client, document: '{ __typename }' });
const account = { issuer: DEVELOPMENT_ISSUER, subject: 'persona:nobody', reason: '离岗' };

/** Every act of administration, the role whose work it is, and one that would be refused for nothing but the role. */
const acts = [
  ['registerClient', 'system', REGISTER, () => ({ input: clientInput() })],
  ['rotateClientKey', 'system', ROTATE, () => ({ input: { client: nowhere, jwk: publicJwk('k'), overlapHours: 1 } })],
  ['withdrawClientKey', 'system', WITHDRAW, () => ({ client: nowhere, kid: 'k' })],
  ['confirmClientKey', 'security', CONFIRM, () => ({ client: nowhere, kid: 'k' })],
  ['activateClient', 'security', ACTIVATE, () => ({ id: nowhere })],
  ['disableClient', 'security', DISABLE, () => ({ id: nowhere, reason: '停用' })],
  ['liftClientLock', 'security', LIFT, () => ({ id: nowhere })],
  ['registerClientOperations', 'system', REGISTER_OPERATIONS, () => ({ operations: [operationOf(nowhere)] })],
  ['retireClientOperations', 'system', RETIRE_OPERATIONS, () => ({ operations: [{ key: 'r', operation: nowhere }] })],
  ['limitClient', 'security', LIMIT_CLIENT, () => ({ id: nowhere, reason: '限定' })],
  ['limitUnit', 'security', LIMIT_UNIT, () => ({ unit: 'nowhere', reason: '限定' })],
  ['liftOperationLimit', 'security', LIFT_LIMIT, () => ({ id: nowhere })],
  ['disableAccount', 'security', DISABLE_ACCOUNT, () => account],
  ['restoreAccount', 'security', RESTORE_ACCOUNT, () => ({ id: nowhere })],
] as const;

/** Who may read what of it. */
const reads = [
  ['clients', ['system', 'security', 'audit'], '{ clients { totalCount } }'],
  ['client', ['system', 'security', 'audit'], `{ client(id: "${nowhere}") { id } }`],
  ['clientOperations', ['system', 'security', 'audit'], `{ clientOperations(client: "${nowhere}") { totalCount } }`],
  ['operationLimits', ['system', 'security', 'audit'], '{ operationLimits { totalCount } }'],
  ['disabledAccounts', ['security', 'audit'], '{ disabledAccounts { totalCount } }'],
  ['administrators', ['system', 'security', 'audit'], '{ administrators { totalCount } }'],
  ['administrationActs', ['audit'], '{ administrationActs { totalCount } }'],
] as const;

const lock = async (hub: TestHub, clientId: string, until: Date, source = '192.0.2.7') => {
  const id = uuidv7();
  const at = hub.clock.now().toISOString();
  await hub.rows(sql`insert into hub.client_lock (id, client_id, source, locked_at, locked_until)
    values (${id}, ${clientId}::uuid, ${source}, ${at}, ${until.toISOString()})`);
  return id;
};

onEveryDatabase('administration is three offices, and none does the work of another', (kind) => {
  const hub = hubFor(kind);

  it('each act is one role’s, and every other role is refused, with a line in the trail', async () => {
    let asked = 0;
    for (const [name, whose, document, variables] of acts)
      for (const role of roles) {
        const answer = await hub.as(role).ask(document, variables());
        asked += 1;
        if (role === whose) expect(answer.codes, `${role} ${name}`).not.toContain('FORBIDDEN');
        else {
          expect(answer.codes, `${role} ${name}`).toEqual(['FORBIDDEN']);
          const [line] = await hub.trail();
          expect(line).toMatchObject({ kind: 'DISCLOSED', outcome: 'REFUSED', role, refusals: ['FORBIDDEN'] });
          expect(line?.coordinates).toContain(`Mutation.${name}`);
        }
      }
    for (const [name, whose, document] of reads)
      for (const role of roles) {
        const { codes } = await hub.as(role).ask(document);
        asked += 1;
        expect(codes, `${role} ${name}`).toEqual((whose as readonly string[]).includes(role) ? [] : ['FORBIDDEN']);
      }
    console.log(
      `administration: ${acts.length} acts and ${reads.length} reads × ${roles.length} roles, ${asked} asked`,
    );
    expect(asked).toBe((acts.length + reads.length) * roles.length);
  });

  it('a client is registered by one, given a key, activated by another, disabled, and activated again', async () => {
    const input = clientInput({ roles: ['filing', 'judge'], purposes: ['CASE_FILING', 'TRIAL'] });
    const made = await hub.as('system@court').ask(REGISTER, { input });
    expect(made.codes).toEqual([]);
    const { id } = made.data.made;
    expect(made.data.made).toMatchObject({
      state: 'REGISTERED',
      clientId: input.clientId,
      registeredBy: 'persona:system@court',
      roles: ['filing', 'judge'],
      purposes: ['CASE_FILING', 'TRIAL'],
      unit: { code: '浙0106' },
      keys: [],
      locks: [],
    });
    const key = await hub
      .as('system@court')
      .ask(ROTATE, { input: { client: id, jwk: publicJwk('a'), overlapHours: 0 } });
    expect(key.data.made.keys).toMatchObject([{ kid: 'a', validUntil: null, withdrawnAt: null }]);
    const active = await hub.as('security@court').ask(ACTIVATE, { id });
    expect(active.data.made).toMatchObject({ state: 'ACTIVE', activatedBy: 'persona:security@court' });
    const disabled = await hub.as('security@court').ask(DISABLE, { id, reason: '密钥泄露' });
    expect(disabled.data.made).toMatchObject({
      state: 'DISABLED',
      disabledBy: 'persona:security@court',
      disabledReason: '密钥泄露',
    });
    expect((await hub.as('security@court').ask(ACTIVATE, { id })).data.made.state).toBe('ACTIVE');
    const changes = await hub.rows<{ event: string }>(
      sql`select event from outbox.change where record_id = ${id}::uuid order by id`,
    );
    const events = ['registered', 'key-changed', 'activated', 'disabled', 'activated'].map(
      (event) => `client.${event}`,
    );
    expect(changes.map(({ event }) => event)).toEqual(events);
  });

  it('the epoch moves with every right given or taken, and not with a registration', async () => {
    const epoch = async () => (await hub.rows<{ epoch: string }>(sql`select epoch from audit.policy_epoch`))[0]?.epoch;
    const moves = async (act: () => Promise<{ codes: string[] }>) => {
      const before = Number(await epoch());
      expect((await act()).codes).toEqual([]);
      return Number(await epoch()) - before;
    };
    const { id } = await registered(hub);
    const security = hub.as('security@court');
    const system = hub.as('system@court');
    const lockId = await lock(hub, id, new Date(hub.clock.now().getTime() + HOUR));
    expect(await moves(() => system.ask(REGISTER, { input: clientInput() }))).toBe(0);
    expect(await moves(() => system.ask(ROTATE, { input: { client: id, jwk: publicJwk('a'), overlapHours: 0 } }))).toBe(
      1,
    );
    expect(await moves(() => system.ask(WITHDRAW, { client: id, kid: 'a' }))).toBe(1);
    expect(await moves(() => security.ask(ACTIVATE, { id }))).toBe(1);
    expect(await moves(() => security.ask(LIFT, { id: lockId }))).toBe(1);
    expect(await moves(() => security.ask(DISABLE, { id, reason: '停用' }))).toBe(1);
    expect(await moves(() => disableAccount(hub, 'security@court', 'persona:epoch'))).toBe(1);
  });

  it.each([
    ['a unit that does not exist', { unit: 'nowhere' }, 'VALUE_UNKNOWN', ['input', 'unit']],
    ['a unit of another institution', { unit: 'zj-bar' }, 'OUT_OF_REACH', ['input', 'unit']],
    ['a role of another institution', { roles: ['filing', 'justice'] }, 'ROLE_FOREIGN', ['input', 'roles', '1']],
    ['a role of firms', { roles: ['firm'], purposes: ['OWN_DATA'] }, 'ROLE_FOREIGN', ['input', 'roles', '0']],
    ['no role', { roles: [] }, 'FIELD_REQUIRED', ['input', 'roles']],
    ['a role that there is not', { roles: ['minister'] }, 'VALUE_UNKNOWN', ['input', 'roles', '0']],
    ['the public as a role', { roles: ['public'] }, 'VALUE_UNKNOWN', ['input', 'roles', '0']],
    [
      'a purpose its roles may not claim',
      { purposes: ['CASE_FILING', 'TRIAL'] },
      'PURPOSE_NOT_ALLOWED',
      ['input', 'purposes', '1'],
    ],
    ['a purpose for a gateway', { roles: ['gateway'] }, 'PURPOSE_NOT_ALLOWED', ['input', 'purposes', '0']],
    ['the name of nobody in particular', { clientId: 'Admin' }, 'ACCOUNT_SHARED', ['input', 'clientId']],
    ['what a token without a client is called', { clientId: 'unnamed' }, 'ACCOUNT_SHARED', ['input', 'clientId']],
    ['an id with a blank at its end', { clientId: 'desk ' }, 'TEXT_INVALID', ['input', 'clientId']],
    ['nobody who answers for it', { responsiblePerson: ' ' }, 'TEXT_INVALID', ['input', 'responsiblePerson']],
    ['the name of nobody, by number', { clientId: 'test-02' }, 'ACCOUNT_SHARED', ['input', 'clientId']],
    ['the name of nobody, in Chinese', { clientId: '系统管理员' }, 'ACCOUNT_SHARED', ['input', 'clientId']],
  ])('a client is not registered with %s', async (_what, changes, code, place) => {
    const { codes, errors } = await hub.as('system@court').ask(REGISTER, { input: clientInput(changes) });
    expect([codes, errors[0].extensions.at.map(String)]).toEqual([[code], place]);
    expect(errors[0].extensions.messageZh).toMatch(/[\u4e00-\u9fff]/);
    const [line] = await hub.trail();
    expect(line).toMatchObject({ kind: 'DISCLOSED', outcome: 'REFUSED', role: 'system', refusals: [code] });
  });

  it('the bar registers the clients of firms and lawyers, and anybody a gateway, which claims no purpose', async () => {
    const ofFirms = { unit: 'zj-bar', roles: ['firm', 'self', 'bar'], purposes: ['OWN_DATA', 'MEMBERSHIP'] };
    expect((await hub.as('system@bar').ask(REGISTER, { input: clientInput(ofFirms) })).codes).toEqual([]);
    const gateway = { unit: 'hangzhou-bureau', roles: ['gateway'], purposes: [] };
    expect((await hub.as('system').ask(REGISTER, { input: clientInput(gateway) })).codes).toEqual([]);
  });

  it('who registered a client does not activate it, whatever office he holds by then', async () => {
    const { id } = await registered(hub);
    await hub.rows(sql`update hub.client set registered_by = 'persona:security@court' where id = ${id}::uuid`);
    const answer = await hub.as('security@court').ask(ACTIVATE, { id });
    expect([answer.codes, answer.errors[0].extensions.at]).toEqual([['SAME_PERSON'], ['id']]);
  });

  it('no step is taken twice, and the refused ones leave no line but that of the refusal', async () => {
    const { id } = await activated(hub);
    const code = async (answer: Promise<{ codes: string[] }>) => (await answer).codes;
    expect(await code(hub.as('security@court').ask(ACTIVATE, { id }))).toEqual(['CLIENT_STATE_INVALID']);
    expect(await code(hub.as('security@court').ask(DISABLE, { id, reason: '停用' }))).toEqual([]);
    expect(await code(hub.as('security@court').ask(DISABLE, { id, reason: '停用' }))).toEqual(['CLIENT_STATE_INVALID']);
    expect(await code(hub.as('security@court').ask(DISABLE, { id, reason: ' ' }))).toEqual(['TEXT_INVALID']);
    const kinds = (await hub.trail(2)).map(({ kind: kindOfLine }) => kindOfLine);
    expect(kinds).toEqual(['DISCLOSED', 'DISCLOSED']);
  });

  it('a lock is lifted while it holds, by a security administrator, and the trail names it', async () => {
    const { id } = await registered(hub);
    const open = await lock(hub, id, new Date(hub.clock.now().getTime() + HOUR));
    const over = await lock(hub, id, new Date(hub.clock.now().getTime() - 1));
    const { data } = await hub.as('audit@court').ask(`{ client(id: "${id}") { locks { id source lockedUntil } } }`);
    expect(data.client.locks).toMatchObject([{ id: open, source: '192.0.2.7' }]);
    const others = await hub.as('security').ask(LIFT, { id: open });
    expect([others.codes, others.errors[0].extensions.at]).toEqual([['NOT_FOUND'], ['id']]);
    expect((await hub.as('security@court').ask(LIFT, { id: over })).codes).toEqual(['NOT_FOUND']);
    expect((await hub.as('security@court').ask(LIFT, { id: open })).data.made.locks).toEqual([]);
    const [, line] = await hub.trail(2);
    expect(line).toMatchObject({ kind: 'RECORDED', records: { Client: [id], ClientLock: [open] } });
    expect((await hub.as('security@court').ask(LIFT, { id: open })).codes).toEqual(['NOT_FOUND']);
  });
});
