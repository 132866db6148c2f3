import { expect, it } from 'vitest';
import { hubIssuer } from '../../src/identity/hub-issuer.js';
import { trialSigningKeys } from '../../src/identity/signing-keys.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { signingKey } from '../support/signer.js';
import { assertionOf, HUB_ISSUER, send, tokenForm } from '../support/systems.js';

const key = await signingKey('bureau-1');
const next = await signingKey('bureau-2', 'EdDSA');
const stranger = await signingKey('bureau-1');

onEveryDatabase('a system from its registration to its end', (kind) => {
  const hub = hubFor(kind, { systems: (clock) => hubIssuer(HUB_ISSUER, trialSigningKeys(undefined), clock) });
  const ask = async (signer: typeof key) =>
    send(
      new URL('/oauth/token', hub.server.url).toString(),
      tokenForm(await assertionOf(hub, 'licence-register', signer)),
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    );
  const answerTo = async (signer: typeof key) => (await ask(signer)).body.code ?? 'TOKEN';
  const query = (token: string) =>
    hub.post(JSON.stringify({ query: '{ whoAmI { role actorId unit { code } } }' }), {
      authorization: `Bearer ${token}`,
      'x-lushu-purpose': 'LICENCE_ADMINISTRATION',
    });
  const by = async (office: string, mutation: string, variables: Record<string, unknown>) => {
    const { data, errors } = await hub.as(office).ask(mutation, variables);
    expect(errors).toEqual([]);
    return Object.values(data)[0] as { id: string; locks: { id: string }[] };
  };
  const rotate = 'mutation ($input: KeyRotationInput!) { rotateClientKey(input: $input) { id } }';

  it('is in the hands of its administrators', async () => {
    expect(await answerTo(key)).toBe('ASSERTION_REFUSED');
    const input = {
      issuer: HUB_ISSUER,
      clientId: 'licence-register',
      unit: 'zj-justice',
      name: '律师执业管理系统',
      responsiblePerson: '李某',
      roles: ['justice'],
      purposes: ['LICENCE_ADMINISTRATION'],
      isCertificateBound: false,
    };
    const register = 'mutation ($input: ClientInput!) { registerClient(input: $input) { id } }';
    // who registers the same name elsewhere takes nothing from it
    const ofBar = { unit: 'zj-bar', roles: ['bar'], purposes: ['MEMBERSHIP'] };
    await by('system@bar', register, { input: { ...input, ...ofBar } });
    const { id: client } = await by('system', register, { input });
    expect(await answerTo(key)).toBe('ASSERTION_REFUSED');
    await by('system', rotate, { input: { client, jwk: JSON.stringify(key.jwk), overlapHours: 0 } });
    expect(await answerTo(key)).toBe('ASSERTION_REFUSED');
    await by('security', 'mutation ($client: ID!) { activateClient(id: $client) { id } }', { client });
    const ofCourt = { unit: '浙', roles: ['judge'], purposes: ['TRIAL'] };
    await by('system@court', register, { input: { ...input, ...ofCourt } });
    const { body } = await ask(key);
    expect((await query(body.access_token)).data).toEqual({
      whoAmI: { role: 'justice', actorId: 'licence-register', unit: { code: 'zj-justice' } },
    });

    for (let i = 0; i < 3; i++) await answerTo(stranger);
    expect(await answerTo(key)).toBe('CLIENT_LOCKED');
    const { data } = await hub
      .as('security')
      .ask('query ($client: ID!) { client(id: $client) { locks { id } } }', { client });
    await by('security', 'mutation ($id: ID!) { liftClientLock(id: $id) { id } }', { id: data.client.locks[0].id });
    expect(await answerTo(key)).toBe('TOKEN');

    const { data: told } = await hub
      .as('audit')
      .ask('{ administrationActs(first: 5) { nodes { client operations outcome refusals unit { code } } } }');
    expect(told.administrationActs.nodes).toContainEqual({
      client: 'licence-register',
      operations: ['oauth/token'],
      outcome: 'REFUSED',
      refusals: ['CLIENT_LOCKED'],
      unit: { code: 'zj-justice' },
    });

    await by('system', rotate, { input: { client, jwk: JSON.stringify(next.jwk), overlapHours: 1 } });
    expect([await answerTo(key), await answerTo(next)]).toEqual(['TOKEN', 'ASSERTION_REFUSED']);
    const confirm = 'mutation ($client: ID!) { confirmClientKey(client: $client, kid: "bureau-2") { id } }';
    await by('security', confirm, { client });
    expect([await answerTo(key), await answerTo(next)]).toEqual(['TOKEN', 'TOKEN']);
    await by('system', 'mutation ($client: ID!) { withdrawClientKey(client: $client, kid: "bureau-1") { id } }', {
      client,
    });
    expect([await answerTo(key), await answerTo(next)]).toEqual(['ASSERTION_REFUSED', 'TOKEN']);

    await by('security', 'mutation ($client: ID!) { disableClient(id: $client, reason: "停用") { id } }', { client });
    expect((await query(body.access_token)).codes).toEqual(['CLIENT_DISABLED']);
    expect(await answerTo(next)).toBe('CLIENT_DISABLED');
    expect(hub.faults).toEqual([]);
  });
});
