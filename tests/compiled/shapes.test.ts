import { expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const queries = [
  `{ lawyer(id: "${selfLawyerId}") { id fullName n: fullName licenceStatus mobile homeAddress asOf updatedAt practisingFirm { name } sanctions { kind decidedOn } __typename } }`,
  `{ lawyers(first: 3) { totalCount nodes { fullName } edges { cursor node { id mobile practisingFirm { name lawyers(first: 2) { totalCount nodes { fullName } pageInfo { hasNextPage endCursor } } } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  `{ lawyersByCertificateNo(certificateNos: ["13301201511000002", "13301201511000010", "13301201511000002"]) { fullName licenceHistory { kind effectiveOn firm { name } sanction { kind } } certificates { certificateNo } affiliations { from until firm { name } } } }`,
  `{ court(code: "浙0106") { name parent { name } mediators(first: 2) { nodes { state lawyer { fullName certificateNo } court { name } } } } }`,
  `{ mediatorRoster(first: 3) { totalCount nodes { id specialities state lawyer { fullName } } pageInfo { endCursor } } journals { title } journalIssues(first: 2) { nodes { number articles { title body } journal { title } articleCount } } units(institution: BAR) { code name } }`,
  `{ whoAmI { role unit { name } } lawFirms(first: 2) { nodes { name personInChargeMobile sanctions { kind } } } }`,
  `query { licenceAlerts(first: 2) { totalCount nodes { id lawyer { fullName } } } identityVerifications(first: 1) { totalCount nodes { id court { name } lawyer { fullName } } } }`,
  `{ mediatorRoster(first: 3) { nodes { available } } }`,
];

onEveryDatabase('compiled reads', (kind) => {
  const hub = hubFor(kind, { compiled: true });
  const plain = hubFor(kind, { compiled: false });

  it.each(queries)('answer as the resolvers do: %s', async (query) => {
    for (const who of ['filing', 'judge', 'public', 'self', 'firm', 'justice', 'editor']) {
      const [one, other] = [await hub.as(who).ask(query), await plain.as(who).ask(query)];
      const clean = (text: string) => text.replace(/"correlationId":"[^"]*"/g, '');
      expect(clean(one.text), who).toBe(clean(other.text));
      const lines = async (of: typeof hub) => {
        const [line] = (await of.trail(1)) as unknown as { records: Record<string, string[]>; outcome: string }[];
        return [
          line?.outcome,
          Object.fromEntries(Object.entries(line?.records ?? {}).map(([t, ids]) => [t, [...ids].sort()])),
        ];
      };
      expect(await lines(hub), who).toEqual(await lines(plain));
    }
  });
});
