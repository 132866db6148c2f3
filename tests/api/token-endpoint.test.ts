import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { announcePolicy } from '../../src/audit/policy-epoch.js';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { trialSigningKeys } from '../../src/identity/signing-keys.js';
import { refusalCodes } from '../../src/kernel/refusal-codes.js';
import { policyVersion } from '../../src/policy/index.js';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { signingKey } from '../support/signer.js';
import { assertionOf, enrol, HUB_ISSUER, send, tokenForm } from '../support/systems.js';

const hub = hubFor(databaseKinds[0] as (typeof databaseKinds)[0], {
  systems: (clock) => hubIssuer(HUB_ISSUER, trialSigningKeys(undefined), clock),
  limits: { ratePerSecond: 15, rateBurst: 150 },
});
const ME = '{ whoAmI { role } }';
const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const ask = (body: string) => send(new URL('/oauth/token', hub.server.url).toString(), body, { headers });

it('a source that asks without end is slowed down before its body is read', async () => {
  const large = 'x'.repeat(20_000);
  const told = await Promise.all(Array.from({ length: 60 }, () => ask(large)));
  const over = told.filter(({ status }) => status === 429);
  expect(over.length).toBeGreaterThan(0);
  expect(told.length - over.length).toBeGreaterThanOrEqual(10);
  const { en, zh } = refusalCodes.RATE_LIMITED;
  for (const { headers, body } of over) {
    expect(body).toMatchObject({
      error: 'temporarily_unavailable',
      code: 'RATE_LIMITED',
      error_description: en,
      messageZh: zh,
    });
    expect(headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
  }
  console.log(`token endpoint: ${over.length} of ${told.length} requests slowed down`);
});

it('what GraphQL is refused for is not what a token costs', async () => {
  expect((await hub.as('public').ask('{ whoAmI { role } }')).status).toBe(200);
});

it('no token leaves without its line in the trail', async () => {
  const key = await signingKey('system-1');
  await enrol(hub, key, { clientId: 'system' });
  const wanted = async () => ask(tokenForm(await assertionOf(hub, 'system', key)));
  await sleep(1_100);
  await hub.rows(sql`alter table audit.audit_line rename to moved`);
  const told = await wanted();
  await hub.rows(sql`alter table audit.moved rename to audit_line`);
  const { en, zh } = refusalCodes.TRAIL_UNAVAILABLE;
  expect(told.body).toEqual({
    error: 'temporarily_unavailable',
    code: 'TRAIL_UNAVAILABLE',
    error_description: en,
    messageZh: zh,
    correlationId: expect.any(String),
  });
  expect({ status: told.status, retryAfter: told.headers['retry-after'] }).toEqual({ status: 503, retryAfter: '2' });
  await sleep(1_100);
  expect((await wanted()).status).toBe(200);
  const [line] = await hub.rows(sql`select count from audit.audit_line where kind = 'OUTAGE'`);
  expect(line).toEqual({ count: 1 });
});

it('a key that is withdrawn after it proved its client, and before the grant, gets no token', async () => {
  const key = await signingKey('race-1');
  await enrol(hub, key, { clientId: 'racer' });
  await hub.as('public').ask(ME);
  await sleep(1_100);
  const single = hub.database.single.bind(hub.database);
  let statements = 0;
  const afterProof = async (statement: SQL) => {
    const found = await single(statement);
    statements += 1;
    // the key was read by the first statement, its assertion used up by the second
    if (statements !== 2) return found;
    Object.assign(hub.database, { single });
    await hub.rows(sql`with moved as (select audit.move_epoch()) update hub.client_key
      set withdrawn_at = now(), withdrawn_by = 'test' from moved where kid = 'race-1'`);
    // somebody else, who is refused by the rights last known, has the new ones read
    await hub.as('filing@xihu').ask(ME);
    await hub.as('filing@xihu').ask(ME);
    return found;
  };
  Object.assign(hub.database, { single: afterProof });
  const told = await ask(tokenForm(await assertionOf(hub, 'racer', key)));
  Object.assign(hub.database, { single });
  expect(statements).toBe(2);
  expect({ status: told.status, code: told.body.code }).toEqual({ status: 401, code: 'ASSERTION_REFUSED' });
  expect(await hub.rows(sql`select 1 from audit.audit_line where client_id = 'racer' and kind = 'RECORDED'`)).toEqual(
    [],
  );
});

it('a hub that knows another policy than the one in force gives no token', async () => {
  const key = await signingKey('old-1');
  await enrol(hub, key, { clientId: 'behind' });
  await sleep(1_100);
  await hub.database.transaction((handle) => announcePolicy(handle, 'another'));
  const { en } = refusalCodes.RIGHTS_CHANGED;
  const wanted = async () => ask(tokenForm(await assertionOf(hub, 'behind', key)));
  const refused = {
    status: 503,
    body: { error: 'temporarily_unavailable', code: 'RIGHTS_CHANGED', error_description: en },
  };
  expect(await wanted()).toMatchObject(refused);
  await hub.database.transaction((handle) => announcePolicy(handle, policyVersion));
  await sleep(1_100);
  expect((await wanted()).status).toBe(200);
});
