import { expect, it } from 'vitest';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const NAMES =
  '{ __schema { queryType { fields { name } } mutationType { fields { name } } types { name fields { name } } } }';

onEveryDatabase('introspection', (kind) => {
  const hub = hubFor(kind, { seed: true, serveSubgraphs: true });
  const told = async (persona: string) => {
    const { data } = await hub.as(persona).ask(NAMES);
    const names = (type: { fields: { name: string }[] } | null) => (type?.fields ?? []).map((field) => field.name);
    const types = new Map<string, string[]>(
      data.__schema.types.map((type: { name: string; fields: { name: string }[] | null }) => [
        type.name,
        names(type as never),
      ]),
    );
    return { queries: names(data.__schema.queryType), mutations: names(data.__schema.mutationType), types };
  };

  it('does not tell the public of closed operations and types, and keeps withheld fields visible', async () => {
    const { queries, mutations, types } = await told('public');
    expect(queries).toContain('lawyers');
    expect(queries).not.toContain('licenceAlerts');
    expect(mutations).toEqual([]);
    expect(types.has('LicenceAlert')).toBe(false);
    expect(types.has('ContactProposal')).toBe(false);
    expect(types.get('Lawyer')).toContain('mobile');
  });

  it('tells each role its own operations', async () => {
    expect((await told('justice')).mutations).toContain('recordLicenceEvents');
    expect((await told('filing')).mutations.toSorted()).toEqual([
      'checkRepresentation',
      'endRepresentation',
      'enterRepresentation',
      'recordCases',
      'recordRepresentations',
      'verifyLawyerIdentity',
    ]);
    expect((await told('editor')).mutations).toEqual(['publishJournalIssue']);
  });

  it('is an operation of its own, with coded errors, on the subgraphs too', async () => {
    const besides = await hub
      .as('public')
      .ask('query { ...F } fragment F on Query { ... { __type(name: "Lawyer") { name } } whoAmI { role } }');
    expect([besides.status, besides.codes]).toEqual([200, ['DOCUMENT_INVALID']]);
    expect(besides.errors[0].extensions.detail).toMatch(/operation of its own/);
    const wrong = await hub.as('public').ask('query($n: String!) { __type(name: $n) { name } }', { n: 7 });
    expect([wrong.status, wrong.codes, wrong.errors[0].extensions.at]).toEqual([200, ['VARIABLES_INVALID'], ['n']]);
    expect(wrong.errors[0].extensions).toMatchObject({
      messageZh: expect.any(String),
      correlationId: expect.any(String),
    });

    const gateway = await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
    const subgraph = (name: string, query: string) =>
      hub.post(JSON.stringify({ query }), { 'x-lushu-gateway': gateway }, `/subgraphs/${name}`);
    for (const name of ['justice', 'court', 'bar', 'joint', 'hub']) {
      const { codes, data } = await subgraph(name, NAMES);
      expect([name, codes]).toEqual([name, []]);
      expect(JSON.stringify(data)).not.toMatch(/"LicenceAlert"|"recordLicenceEvents"/);
      expect((await subgraph(name, '{ __schema { types { name } } _service { sdl } }')).codes).toEqual([
        'DOCUMENT_INVALID',
      ]);
    }
  });

  it('suggests nothing to somebody who guesses', async () => {
    const answer = await hub.as('public').ask('{ licenceAlert { nodes { id } } }');
    expect(answer.codes).toEqual(['DOCUMENT_INVALID']);
    expect(answer.text).not.toMatch(/Did you mean|licenceAlerts/);
  });
});
