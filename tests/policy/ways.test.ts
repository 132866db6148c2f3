import 'reflect-metadata';
import { beforeAll, expect, it } from 'vitest';
import { rivalFirmId } from '../../seeds/persona-records.js';
import { servedSchema } from '../../src/api/schema.js';
import { databaseKinds } from '../support/databases.js';
import { type Asker, askers as everybody, oneOfEachRole } from './askers.js';
import { plantedProvince } from './province.js';
import { cell, mayAsk } from './rules.js';
import { isHidden, put, type Secret, secretCoordinates, secretsOf } from './secrets.js';
import { type Kind, type Row, readTruth, type Who } from './truth.js';
import { type Attempt, waysTo } from './ways.js';
import { whoever } from './whoever.js';

const { hub, planted } = plantedProvince(databaseKinds[0] as (typeof databaseKinds)[number], { serveSubgraphs: true });
const schema = servedSchema();
/** Every role, and those of a role to whom other rows are related. */
const askers = everybody.filter(
  (asker) => oneOfEachRole.includes(asker) || ['justice@ningbo', 'firm@rival', 'editor@court'].includes(asker.name),
);
/** Every path through the graph is asked twice, and a machine may have other work. */
const MINUTES_OF_NESTING = 5 * 60_000;
const types = [...new Set(secretCoordinates.map((coordinate) => coordinate.split('.')[0] as string))];
let truth: Readonly<Record<string, Kind>>;
let who: ReadonlyMap<Asker, Who>;
let secrets: Secret[];
let attempts: Attempt[];
let gateway: string;
const tally = new Map<string, number>();
const shown = new Set<string>();
let pairs = 0;

beforeAll(async () => {
  truth = await readTruth(hub);
  who = await whoever(hub, askers);
  const ofLawyer = (type: string) =>
    (truth[type] as Kind).rows.filter((row) => [row.lawyer, row.subjectLawyer].includes(planted.rivalLawyerId));
  const kept = [
    'Certificate',
    'LicenceEvent',
    'Sanction',
    'ContactProposal',
    'IdentityVerification',
    'LicenceAlert',
    'MediatorRosterEntry',
    'Representation',
    'FirmJob',
    'LicenceApplication',
  ];
  const ofStaff = (type: string) => (truth[type] as Kind).rows.filter(({ staff }) => staff === planted.staffIds[0]);
  const rows: Record<string, readonly Row[]> = Object.fromEntries(kept.map((type) => [type, ofLawyer(type)]));
  rows.Lawyer = (truth.Lawyer as Kind).rows.filter(({ id }) => id === planted.rivalLawyerId);
  for (const type of ['CourtStaff', 'CourtService', 'Departure', 'StaffPledge', 'KinshipDeclaration'])
    rows[type] = ofStaff(type);
  rows.LawFirm = (truth.LawFirm as Kind).rows.filter(({ id }) => id === rivalFirmId);
  rows.JournalArticle = (truth.JournalArticle as Kind).rows.filter(({ id }) => planted.articleIds.includes(id));
  const where = (type: string, belongs: (row: Row) => boolean) => (truth[type] as Kind).rows.filter(belongs);
  rows.CourtCase = where('CourtCase', ({ id }) => id === planted.caseId);
  rows.PanelMember = where('PanelMember', (row) => row.case === planted.caseId);
  rows.Internship = where('Internship', ({ id }) => id === planted.internshipId);
  rows.FormerCourtOpinion = where('FormerCourtOpinion', (row) => row.internship === planted.internshipId);
  const ofAlert = planted.alertIds.slice(0, 8);
  rows.RestrictionAlert = where('RestrictionAlert', ({ id }) => ofAlert.includes(id));
  for (const type of ['AlertDecision', 'AlertFollowUp', 'AlertConcern'])
    rows[type] = where(type, ({ alert }) => ofAlert.includes(String(alert)));
  // one issue only: a journal has each number of a year once
  rows.JournalIssue = (truth.JournalIssue as Kind).rows.filter(({ id }) => id === planted.futureIssueId);
  secrets = secretsOf(rows);
  attempts = waysTo(schema, types, truth, planted);
  gateway = await hub.issuer.token({ subject: 'gateway', clientId: 'gateway', role: 'gateway' });
});

/** What the answer says, but for the number it is told by. */
const plain = (text: string) => text.replace(/"correlationId":"[^"]+"/g, '');

async function answerTo(asker: Asker, { query, variables = {}, subgraph, way }: Attempt): Promise<string> {
  tally.set(way, (tally.get(way) ?? 0) + 1);
  const purpose = asker.claims === null ? undefined : asker.purpose;
  if (!subgraph) return plain((await hub.asClaims(asker.claims, purpose).ask(query, { ...variables })).text);
  const token = asker.claims ? { authorization: `Bearer ${await hub.issuer.token(asker.claims)}` } : {};
  const headers = {
    ...token,
    ...(purpose ? { 'x-lushu-purpose': purpose } : {}),
    'x-lushu-gateway': gateway,
  } as Record<string, string>;
  return plain((await hub.post(JSON.stringify({ query, variables }), headers, `/subgraphs/${subgraph}`)).text);
}

/** As an answer would write it. */
const written = (value: string) => value.replace(/^\{(.*)\}$/, '$1');
/** Long enough to be nothing else. */
const isTelling = (value: string) => value.length >= 8 || value.includes('密');

it.each(askers.map((asker) => [asker.name, asker] as const))(
  'by no way does %s tell two hidden values apart',
  async (_name, asker) => {
    const me = who.get(asker) as Who;
    const hidden = secrets.filter((secret) =>
      isHidden(truth[secret.coordinate.split('.')[0] as string] as Kind, secret, me),
    );
    await put(hub, secrets, 0);
    await put(hub, hidden, 0);
    const first = new Map<Attempt, string>();
    for (const attempt of attempts) first.set(attempt, await answerTo(asker, attempt));
    await put(hub, hidden, 1);
    const differ: string[] = [];
    for (const attempt of attempts) {
      const second = await answerTo(asker, attempt);
      if (second !== first.get(attempt)) differ.push(`${attempt.way}: ${attempt.query.slice(0, 200)}`);
      for (const text of [second, first.get(attempt) as string])
        if (/Did you mean|TOO_COSTLY|TOO_DEEP/.test(text)) differ.push(`suggests, or was not run: ${attempt.query}`);
    }
    expect(differ).toEqual([]);
    pairs += new Set(hidden.map(({ coordinate }) => coordinate)).size;
    const all = [...first.values()].filter((_text, i) => !isGuess(attempts[i] as Attempt));
    const open = secrets.filter((secret) => !hidden.includes(secret));
    for (const { coordinate, values } of hidden) {
      const isElsewhere = open.some((other) => other.coordinate === coordinate);
      if (!isElsewhere && isTelling(values[0]))
        expect(all.filter((text) => text.includes(written(values[0]))).length, `${asker.name}: ${coordinate}`).toBe(0);
    }
    for (const { coordinate, values } of open)
      if (!isTelling(values[0]) || all.some((text) => text.includes(written(values[0])))) shown.add(coordinate);
  },
  MINUTES_OF_NESTING,
);

/** A guess may be repeated by the answer to it: the asker knew it. */
const isGuess = ({ query, variables }: Attempt) => /密|139|1330120/.test(query + JSON.stringify(variables ?? {}));

it('several operations in one request are refused as one, whatever they ask', async () => {
  const one = { query: `{ lawyer(id: "${planted.rivalLawyerId}") { mobile } }` };
  for (const asker of askers.filter(({ claims }) => claims !== null)) {
    const headers = {
      authorization: `Bearer ${await hub.issuer.token(asker.claims as never)}`,
      'x-lushu-purpose': asker.purpose,
    };
    const answer = await hub.post(JSON.stringify([one, one]), headers);
    expect([answer.codes, answer.data]).toEqual([['REQUEST_MALFORMED'], undefined]);
  }
});

it('every kind of way was tried, and every secret is read by somebody', () => {
  const roles = new Set(askers.map(({ role }) => role));
  const counts = [...tally].map(([way, count]) => `${way} ${count}`).join(', ');
  console.log(
    `ways: ${attempts.length} attempts × ${askers.length} askers (${roles.size} roles) in two worlds; ${pairs} pairs of asker and hidden field; ${counts}`,
  );
  expect([...tally.keys()].toSorted()).toEqual([
    '_entities',
    'alias',
    'batch',
    'count',
    'cursor',
    'direct',
    'directive',
    'edges',
    'error text',
    'filter',
    'fragment',
    'inline fragment',
    'introspection',
    'nested',
    'sort',
    'suggestion',
    'variables',
    'variables in defaults',
  ]);
  expect([...shown].toSorted()).toEqual(secretCoordinates.toSorted());
  expect(pairs).toBeGreaterThan(100);
  expect(hub.faults).toEqual([]);
  expect(mayAsk('public', 'Query.lawyers') && cell('public', 'Lawyer.mobile') === '-').toBe(true);
});
