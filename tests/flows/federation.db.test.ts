import { expect, it } from 'vitest';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { TRIAL_CLIENT } from '../../seeds/personas.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

onEveryDatabase('one graph over five subgraphs', (kind) => {
  const hub = hubFor(kind, { serveSubgraphs: true });
  const gateway = async () => `${await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' })}`;
  const asker = async () => ({
    authorization: `Bearer ${await hub.issuer.token({ subject: 's', clientId: TRIAL_CLIENT, role: 'filing', unit: '浙0106' })}`,
    'x-lushu-purpose': 'CASE_FILING',
  });
  const subgraph = (name: string, query: string, variables: object, headers: Record<string, string>) =>
    hub.post(JSON.stringify({ query, variables }), headers, `/subgraphs/${name}`);

  it.each([
    [
      'bar → justice → justice',
      '{ mediatorRoster(court: "浙0106", first: 2) { nodes { lawyer { fullName certificateNo practisingFirm { name } } court { name level } available } } }',
    ],
    [
      'court → bar → justice',
      '{ court(code: "浙0106") { name mediators(first: 2) { nodes { lawyer { fullName practisingFirm { name } } } } } }',
    ],
    [
      'justice → bar → court',
      '{ lawFirms(first: 3) { nodes { lawyers(first: 2) { nodes { fullName mediatorEntries { court { name parent { name } } available } } } } } }',
    ],
    ['hub → court', '{ whoAmI { role unit { name court { code name } } court { name } } }'],
    ['justice → court', '{ identityVerifications(first: 1) { nodes { court { name } lawyer { fullName } } } }'],
    ['joint → justice, court', '{ licenceAlerts(first: 1) { nodes { lawyer { fullName } court { name } } } }'],
  ])('%s', async (_path, query) => {
    const { data, errors } = await hub.as('filing').ask(query);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/"(fullName|name|code|certificateNo)":null/);
  });

  it('the chain from roster to firm ends in real names', async () => {
    const { data } = await hub
      .as('public')
      .ask('{ mediatorRoster(court: "浙0106") { nodes { lawyer { practisingFirm { name } } court { name } } } }');
    expect(data.mediatorRoster.nodes.length).toBeGreaterThan(2);
    for (const entry of data.mediatorRoster.nodes)
      expect(entry).toEqual({
        lawyer: { practisingFirm: { name: expect.any(String) } },
        court: { name: '杭州市西湖区人民法院' },
      });
  });

  it('hub → justice, for a firm and for a lawyer', async () => {
    expect((await hub.as('firm').ask('{ whoAmI { firm { id name } } }')).data.whoAmI.firm).toEqual({
      id: personaFirmId,
      name: '浙江启枢律师事务所',
    });
    expect((await hub.as('self').ask('{ whoAmI { lawyer { id homeAddress } } }')).data.whoAmI.lawyer).toEqual({
      id: selfLawyerId,
      homeAddress: expect.any(String),
    });
  });

  it('a subgraph answers to the gateway identity only, and shows what the asker may see', async () => {
    const entities =
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Lawyer { fullName mobile homeAddress practisingFirm { name } } } }';
    const variables = {
      r: [
        { __typename: 'Lawyer', id: selfLawyerId },
        { __typename: 'Lawyer', id: '0190a000-0000-7000-8000-000000000000' },
      ],
    };
    expect((await subgraph('justice', entities, variables, await asker())).codes).toEqual(['GATEWAY_REFUSED']);
    const forged = { ...(await asker()), 'x-lushu-gateway': (await asker()).authorization.slice(7) };
    expect((await subgraph('justice', entities, variables, forged)).codes).toEqual(['GATEWAY_REFUSED']);
    const answer = await subgraph('justice', entities, variables, {
      ...(await asker()),
      'x-lushu-gateway': await gateway(),
    });
    expect(answer.errors).toEqual([]);
    expect(answer.data._entities).toEqual([
      {
        fullName: '沈知微',
        mobile: expect.stringMatching(/^1\d{10}$/),
        homeAddress: null,
        practisingFirm: { name: '浙江启枢律师事务所' },
      },
      null,
    ]);
    expect(answer.extensions.withheld).toContainEqual(expect.objectContaining({ coordinate: 'Lawyer.homeAddress' }));
    const [line] = await hub.trail();
    expect(line).toMatchObject({
      role: 'filing',
      records: { Lawyer: [selfLawyerId] },
      withheld: ['Lawyer.homeAddress'],
    });
    const everybody = await subgraph('justice', entities, variables, { 'x-lushu-gateway': await gateway() });
    expect(everybody.data._entities[0]).toMatchObject({ fullName: '沈知微', mobile: null });
  });

  it('every subgraph gives its contract to the gateway', async () => {
    for (const name of ['justice', 'court', 'bar', 'joint', 'hub']) {
      const { data } = await subgraph(name, '{ _service { sdl } }', {}, { 'x-lushu-gateway': await gateway() });
      expect(data._service.sdl, name).toContain('@link');
    }
    expect(hub.faults).toEqual([]);
  });

  it('a gateway token opens no record of its own', async () => {
    expect(
      (await hub.post('{"query":"{ whoAmI { role } }"}', { authorization: `Bearer ${await gateway()}` })).codes,
    ).toEqual(['ROLE_UNKNOWN']);
  });
});

onEveryDatabase('subgraphs by default', (kind) => {
  const hub = hubFor(kind, { seed: false });

  it('are not served', async () => {
    const response = await fetch(new URL('/subgraphs/justice', hub.server.url), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(404);
  });
});
