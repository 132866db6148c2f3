import 'reflect-metadata';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { unitIdByCode } from '../../seeds/ground.js';
import { TRIAL_CLIENT } from '../../seeds/personas.js';
import { DoorCounter } from '../../src/audit/door-counter.js';
import { announcePolicy } from '../../src/audit/policy-epoch.js';
import { ClientAuthentication } from '../../src/domain/hub/index.js';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { trialSigningKeys } from '../../src/identity/signing-keys.js';
import { ACTIVATE, activated, clientInput, disableAccount, REGISTER, ROTATE, WITHDRAW } from '../support/administration.js';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { signingKey } from '../support/signer.js';
import { assertionOf, enrol, HUB_ISSUER, send, tokenForm } from '../support/systems.js';

const kind = databaseKinds[0] as (typeof databaseKinds)[0];
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const ME = '{ whoAmI { role actorId } }';
const gw = (hub: any) => hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });

describe('one', () => {
  const hub = hubFor(kind, { serveSubgraphs: true, systems: (clock) => hubIssuer(HUB_ISSUER, trialSigningKeys(undefined), clock) });
  const tokenAt = (body: string, h: object = {}) => send(new URL('/oauth/token', hub.server.url).toString(), body, { headers: { ...form, ...h } });

  it('T1 gateway knocked out by a foreign administrator', async () => {
    const through = async () => (await hub.post(JSON.stringify({ query: '{ _service { sdl } }' }), { 'x-lushu-gateway': await gw(hub) }, '/subgraphs/hub'));
    console.log('T1 before', (await through()).status);
    await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at) values (gen_random_uuid(), ${DEVELOPMENT_ISSUER}, 'sec@hz','security', ${unitIdByCode('hangzhou-bureau')}, 't', now())`);
    await hub.rows(sql`select audit.move_epoch()`);
    const hz = hub.asClaims({ subject: 'sec@hz', clientId: TRIAL_CLIENT, role: 'security', unit: 'hangzhou-bureau' }, 'SECURITY_ADMINISTRATION');
    const q = `mutation { made: disableAccount(issuer: "${DEVELOPMENT_ISSUER}", subject: "gateway", reason: "x") { id } }`;
    const done = await hz.ask(q);
    console.log('T1 county admin disables', done.text.slice(0, 150));
    const after = await through();
    console.log('T1 after', after.status, after.codes);
    const bar = await hub.as('security@bar').ask('mutation($id: ID!) { restoreAccount(id: $id) { id } }', { id: done.data.made.id });
    console.log('T1 bar restores?', bar.codes);
    await hub.as('security').ask('mutation($id: ID!) { restoreAccount(id: $id) { id } }', { id: done.data.made.id });
    const done2 = await disableAccount(hub, 'security@bar', 'gateway');
    console.log('T1 bar disables gateway of zj-justice', done2.codes, (await through()).codes);
    const own = await hub.as('security').ask('mutation($id: ID!) { restoreAccount(id: $id) { id } }', { id: done2.data.made.id });
    console.log('T1 owner restores?', own.codes);
    await hub.as('security@bar').ask('mutation($id: ID!) { restoreAccount(id: $id) { id } }', { id: done2.data.made.id });
  });

  it('T2 out of reach oracle', async () => {
    for (const s of ['persona:audit@court', 'persona:system@court', 'persona:filing', 'persona:nobody'])
      console.log('T2', s, (await disableAccount(hub, 'security@bar', s)).codes);
    console.log('T2 list by bar', JSON.stringify((await hub.as('security@bar').ask('{ administrators { nodes { subject } } }')).data).includes('court'));
    console.log('T2 filing as public', (await hub.as('filing').ask(ME, {}, { 'x-lushu-role': 'public', 'x-lushu-purpose': 'PUBLIC_INQUIRY' })).codes);
  });

  it('T3 squat', async () => {
    const sq = await hub.as('system@bar').ask(REGISTER, { input: clientInput({ clientId: 'court-console', unit: 'zj-bar', roles: ['bar'], purposes: ['MEMBERSHIP'] }) });
    console.log('T3 bar squats', sq.codes);
    const real = await hub.as('system@court').ask(REGISTER, { input: clientInput({ clientId: 'court-console' }) });
    console.log('T3 court', real.codes, 'sees', JSON.stringify((await hub.as('system@court').ask('{ clients { nodes { clientId } } }')).data));
  });

  it('T4/T10 system administrator alone becomes a system, and takes a name', async () => {
    const made = await activated(hub, { issuer: HUB_ISSUER, clientId: 'persona:judge', roles: ['judge'], purposes: ['TRIAL'] });
    const mine = await signingKey('mine');
    const { alg: _a, ...jwk } = mine.jwk;
    const rot = await hub.as('system@court').ask(ROTATE, { input: { client: made.id, jwk: JSON.stringify(jwk), overlapHours: 0 } });
    console.log('T4 rotate', rot.codes);
    const told = await tokenAt(tokenForm(await assertionOf(hub, 'persona:judge', mine)));
    const h = { authorization: `Bearer ${told.body.access_token}`, 'x-lushu-purpose': 'TRIAL' };
    const answer = await hub.post(JSON.stringify({ query: ME }), h);
    console.log('T4', told.status, answer.text);
    const [line] = await hub.trail();
    console.log('T10 line', JSON.stringify(line));
    const w = await hub.as('system@court').ask(WITHDRAW, { client: made.id, kid: 'mine' });
    console.log('T6 withdrawn', w.codes, 'token then:', (await hub.post(JSON.stringify({ query: ME }), h)).text.slice(0, 120));
    hub.clock.set('2026-11-21T02:09:00Z');
    console.log('T6 nine minutes later:', (await hub.post(JSON.stringify({ query: ME }), h)).text.slice(0, 120));
  });

  it('T5 key withdrawn between proof and grant', async () => {
    const key = await signingKey('race-1');
    await enrol(hub, key, { clientId: 'racer' });
    const [{ id }] = (await hub.rows(sql`select id from hub.client where client_id = 'racer'`)) as any;
    await hub.as('filing@xihu').ask(ME);
    const real = hub.database.single.bind(hub.database);
    let n = 0;
    (hub.database as any).single = async (st: any) => {
      n += 1;
      const found = await real(st);
      if (n === 2) {
        (hub.database as any).single = real;
        const w = await hub.as('system@court').ask(WITHDRAW, { client: id, kid: 'race-1' });
        await hub.as('filing@xihu').ask(ME);
        console.log('T5 withdrawn', w.codes);
      }
      return found;
    };
    const told = await tokenAt(tokenForm(await assertionOf(hub, 'racer', key)));
    (hub.database as any).single = real;
    console.log('T5 token after withdrawal', told.status, told.body.code, Boolean(told.body.access_token));
    console.log('T5 line', JSON.stringify(await hub.rows(sql`select epoch, (select epoch from audit.policy_epoch) now, records from audit.audit_line where operation='oauth/token' order by id desc limit 1`)));
  });

  it('T7 day', async () => {
    await hub.rows(sql`insert into hub.unit_division (unit_id, division_code, valid_from) select ${unitIdByCode('hangzhou-bureau')}::uuid, division_code, '2026-11-22' from hub.unit where code='ningbo-bureau' on conflict do nothing`);
    const hz = hub.asClaims({ subject: 'sec@hz', clientId: TRIAL_CLIENT, role: 'security', unit: 'hangzhou-bureau' }, 'SECURITY_ADMINISTRATION');
    const q = `mutation { made: disableAccount(issuer: "${DEVELOPMENT_ISSUER}", subject: "persona:justice@ningbo", reason: "x") { id } }`;
    console.log('T7 disabled', (await hz.ask(q)).codes, 'today', (await hub.as('justice@ningbo').ask(ME)).codes);
    hub.clock.set('2026-11-22');
    console.log('T7 in charge from today; answered:', (await hub.as('justice@ningbo').ask(ME)).text.slice(0, 90));
    await hub.rows(sql`select audit.move_epoch()`);
    console.log('T7 after any move of the epoch:', (await hub.as('justice@ningbo').ask(ME)).codes);
  });

  it('T9 subject that cannot be disabled', async () => {
    for (const subject of ['li ', 'e\u0301ric', 'li\u0085', 'tab\tbed']) {
      const a = await hub.asClaims({ subject, clientId: TRIAL_CLIENT, role: 'filing', unit: '浙0106' }, 'CASE_FILING').ask(ME);
      console.log('T9', JSON.stringify(subject), a.status, a.codes, 'disable:', (await disableAccount(hub, 'security@court', subject)).codes);
    }
  });

  it('T13 known or unknown', async () => {
    const key = await signingKey('k13');
    const bad = await signingKey('bad');
    await enrol(hub, key, { clientId: 'thirteen' });
    const addressee = { audiences: [HUB_ISSUER], clock: hub.clock, skewSeconds: 30 };
    const [a, b] = [new ClientAuthentication(hub.database, HUB_ISSUER, addressee), new ClientAuthentication(hub.database, HUB_ISSUER, addressee)];
    for (const name of ['thirteen', 'fourteen']) {
      const by = async (c: ClientAuthentication) => c.prove({ assertion: await assertionOf(hub, name, bad), clientId: undefined, source: '9.9.9.9', correlationId: 'x' }).then(() => 'ok', (e) => e.code);
      for (let i = 0; i < 5; i++) await by(a);
      console.log('T13', name, 'same hub', await by(a), 'other hub or restarted', await by(b));
    }
    // T21: stranger locks a client for everybody behind one proxy
    await enrol(hub, await signingKey('other'), { clientId: 'victim' });
    const good = await signingKey('good');
    await enrol(hub, good, { clientId: 'victim2' });
    for (let i = 0; i < 5; i++) await tokenAt(tokenForm(await assertionOf(hub, 'victim2', bad)), { 'x-forwarded-for': '6.6.6.6' });
    const v = await tokenAt(tokenForm(await assertionOf(hub, 'victim2', good)), { 'x-forwarded-for': '10.1.1.1' });
    console.log('T21', v.status, v.body.code, v.headers['retry-after']);
  });

  it('T14 client of the bar carries a court editor', async () => {
    const made = await hub.as('system@bar').ask(REGISTER, { input: clientInput({ clientId: 'bar-app', unit: 'zj-bar', roles: ['editor'], purposes: ['PUBLICATION'] }) });
    await hub.as('security@bar').ask(ACTIVATE, { id: made.data.made.id });
    const a = await hub.asClaims({ subject: 'persona:editor@court', clientId: 'bar-app', role: 'editor', unit: '浙' }, 'PUBLICATION').ask('{ whoAmI { role institution unit { code } } }');
    console.log('T14', a.text, 'court can disable the client:', (await hub.as('security@court').ask('mutation($id: ID!) { disableClient(id: $id, reason: "x") { id } }', { id: made.data.made.id })).codes);
  });

  it('T12 lines', async () => {
    const d = new DoorCounter(hub.database, hub.clock);
    for (let i = 0; i < 1000; i++) d.refused(`2001:db8::${i.toString(16)}`, 'TOKEN_MALFORMED');
    d.refused('10.0.0.9', 'CLIENT_DISABLED', { actorId: 'insider', clientId: 'desk' });
    await d.close();
    console.log('T12b', JSON.stringify(await hub.rows(sql`select source, actor_id, client_id, refusals, count from audit.audit_line where refusals @> array['CLIENT_DISABLED'] and kind='DOOR'`)));
    console.log('T18 lines before', JSON.stringify(await hub.rows(sql`select count(*) from audit.audit_line`)));
    await announcePolicy(hub.database, 'older');
    console.log('T18 lines after', JSON.stringify(await hub.rows(sql`select count(*) from audit.audit_line`)));
    console.log('T18', (await hub.as('filing@xihu').ask(ME)).codes, (await hub.as('filing@xihu').ask(ME)).codes);
    const key = await signingKey('k18');
    await enrol(hub, key, { clientId: 'eighteen' });
    console.log('T18 token of old-policy hub', (await tokenAt(tokenForm(await assertionOf(hub, 'eighteen', key)))).status);
    await hub.as('filing@xihu').ask('{' + ' '.repeat(5e6) + '}').catch(() => null);
    await hub.post(JSON.stringify({ query: '{' + ' '.repeat(5e6) + '}' }), { authorization: `Bearer ${await hub.issuer.token({ subject: 'x', clientId: TRIAL_CLIENT, role: 'filing', unit: '浙0106' })}`, 'x-lushu-purpose': 'CASE_FILING' }).catch((e) => console.log(String(e)));
  });
});

describe('two', () => {
  const hub = hubFor(kind, { serveSubgraphs: true, limits: { operationsAtOnce: 2, holdMillis: 400 } });
  const url = () => new URL(hub.server.url);
  const cut = async (token: string, afterMillis: number, host = '127.0.0.1') => {
    const r = request({ host, port: url().port, path: '/graphql', method: 'POST', agent: false, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-lushu-purpose': 'CASE_FILING' } });
    r.on('error', () => undefined);
    r.end(JSON.stringify({ query: ME }));
    await sleep(afterMillis);
    r.destroy();
  };
  const filing = () => hub.issuer.token({ subject: 'persona:filing', clientId: TRIAL_CLIENT, role: 'filing', unit: '浙0106' });

  it('T8a immediate aborts', async () => {
    console.log('T8a before', (await hub.as('filing').ask(ME)).codes);
    for (let i = 0; i < 30; i++) await cut(await filing(), i % 6);
    await sleep(300);
    const after = await hub.as('filing').ask(ME);
    console.log('T8a after 30 aborted', after.codes);
  });
  it('T8b aborted while held', async () => {
    const t = await filing();
    const forged = `${t.slice(0, -6)}AAAAAA`;
    await Promise.all(Array.from({ length: 70 }, () => hub.post(JSON.stringify({ query: ME }), { authorization: `Bearer ${forged}` })));
    for (let i = 0; i < 3; i++) await cut(await filing(), 60);
    await sleep(3000);
    for (let i = 0; i < 3; i++) console.log('T8b after 3 aborted, nothing under way', (await hub.as('filing').ask(ME)).codes, (await hub.as('judge').ask(ME)).codes);
  });
  it('T11 forged gateway tokens', async () => {
    await sleep(6000);
    const t = await gw(hub);
    const forged = `${t.slice(0, -6)}AAAAAA`;
    const run = async (h: Record<string, string>, path: string) => {
      const from = performance.now();
      const all = await Promise.all(Array.from({ length: 200 }, () => hub.post('{"query":"{__typename}"}', h, path)));
      const by: Record<string, number> = {};
      for (const { codes } of all) by[codes.join()] = (by[codes.join()] ?? 0) + 1;
      return [JSON.stringify(by), Math.round(performance.now() - from)];
    };
    console.log('T11 gateway', await run({ 'x-lushu-gateway': forged }, '/subgraphs/hub'));
    console.log('T11 gateway again', await run({ 'x-lushu-gateway': forged }, '/subgraphs/hub'));
    console.log('T11 bearer', await run({ authorization: `Bearer ${forged}` }, ''));
    console.log('T11 bearer again', await run({ authorization: `Bearer ${forged}` }, ''));
  });
});
