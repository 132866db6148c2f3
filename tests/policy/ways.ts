import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import { personaFirmId, rivalFirmId } from '../../seeds/persona-records.js';
import { along, pathsTo } from './paths.js';
import type { Planted } from './province.js';
import type { Kind, Row } from './truth.js';

/** One attempt: where it is sent, and what. */
export interface Attempt {
  readonly way: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** A subgraph, asked as a gateway would. */
  readonly subgraph?: string;
}

type Truth = Readonly<Record<string, Kind>>;
const LONGEST = 3;

/** The plain fields of a type, those that need no argument and lead nowhere. */
const plainOf = (schema: GraphQLSchema, type: string) =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter((field) => !isObjectType(getNamedType(field.type)))
    .map(({ name }) => name);

/** Arguments by which each query leads to what is hidden in these tests, and not past it. */
function argumentsOf(
  truth: Truth,
  { rivalLawyerId, removedEntryId, futureIssueId, articleIds, caseId, internshipId, staffIds, alertIds }: Planted,
): Readonly<Record<string, string>> {
  const of = (type: string, id: string) => truth[type]?.rows.find((row) => row.id === id) as Row;
  const court = truth.Court?.rows.find(({ code }) => code === '浙0109') as Row;
  return {
    lawyer: `(id: "${rivalLawyerId}")`,
    lawyersByCertificateNo: `(certificateNos: ["${of('Lawyer', rivalLawyerId).certificateNo}"])`,
    lawyers: `(filter: { firmId: "${rivalFirmId}" }, first: 100)`,
    lawFirm: `(id: "${rivalFirmId}")`,
    lawFirms: `(filter: { namePrefix: "${of('LawFirm', rivalFirmId).name}" })`,
    court: `(id: "${court.id}")`,
    courts: `(filter: { namePrefix: "${court.name}" })`,
    courtStaff: `(id: "${staffIds[0]}")`,
    courtStaffMembers: '(first: 100)',
    ownCourtStaff: '',
    mediatorRoster: '(first: 100)',
    mediatorRosterEntry: `(id: "${removedEntryId}")`,
    journalIssue: `(id: "${futureIssueId}")`,
    journalIssues: '(first: 100)',
    journalArticle: `(id: "${articleIds[3]}")`,
    licenceAlerts: '(first: 100)',
    restrictionAlert: `(id: "${alertIds[0]}")`,
    restrictionAlerts: '(first: 100)',
    identityVerifications: '(first: 100)',
    contactProposals: '(first: 100)',
    courtCase: `(id: "${caseId}")`,
    courtCases: '(first: 100)',
    representation: `(id: "${truth.Representation?.rows.find((row) => row.case === caseId)?.id}")`,
    representations: '(first: 100)',
    firmJobs: '(first: 100)',
    licenceApplications: '(first: 100)',
    internship: `(id: "${internshipId}")`,
    internships: '(first: 100)',
    units: '',
    journals: '',
    whoAmI: '',
  };
}

/** Every way to the values of these types that the issue names. */
export function waysTo(schema: GraphQLSchema, types: readonly string[], truth: Truth, planted: Planted): Attempt[] {
  const args = argumentsOf(truth, planted);
  const argsOf = (root: string) => {
    if (args[root] === undefined) throw new Error(`ways.ts says no arguments for Query.${root}`);
    return args[root];
  };
  return [
    ...types.flatMap((type) => selected(schema, type, argsOf)),
    ...searched(truth, planted),
    ...said(schema, types, planted),
    ...entities(truth, planted, schema),
  ];
}

/** Direct and nested through each path; on the shortest path also by alias, fragment, inline fragment and directives. */
function selected(schema: GraphQLSchema, type: string, argsOf: (root: string) => string): Attempt[] {
  const fields = plainOf(schema, type);
  const plain = `{ ${fields.join(' ')} }`;
  const paths = pathsTo(schema, type, LONGEST).toSorted((a, b) => a.fields.length - b.fields.length);
  const direct = paths.map((path, i) => ({
    way: path.fields.filter((field) => field !== 'nodes').length === 1 ? 'direct' : 'nested',
    query: along(path, argsOf(path.fields[0] as string), i % 2 === 0 ? plain : `{ ${fields.join(' ')} __typename }`),
  }));
  const styled = paths.slice(0, 2).flatMap((path) => {
    const to = (selection: string) => along(path, argsOf(path.fields[0] as string), selection);
    return [
      { way: 'alias', query: to(`{ ${fields.map((field, i) => `id${i}: ${field}`).join(' ')} }`) },
      { way: 'fragment', query: `${to('{ ...f }')} fragment f on ${type} { ...g } fragment g on ${type} ${plain}` },
      { way: 'inline fragment', query: to(`{ ... on ${type} { ... ${plain} } }`) },
      {
        way: 'directive',
        query: `query($yes: Boolean = true) ${to(`{ ${fields.map((field) => `${field} @include(if: $yes) @skip(if: false)`).join(' ')} }`)}`,
      },
      {
        way: 'edges',
        query:
          path.fields.at(-1) === 'nodes'
            ? along(
                { ...path, fields: [...path.fields.slice(0, -1), 'edges', 'node'] },
                argsOf(path.fields[0] as string),
                plain,
              )
            : to(plain),
      },
    ];
  });
  return [...direct, ...styled];
}

/** Filter, sort, cursor and count, with either value as a guess; in variables and in their defaults. */
function searched(truth: Truth, { rivalLawyerId }: Planted): Attempt[] {
  const guesses: [string, string][] = [
    ['mobile', '13911112222'],
    ['mobile', '13933332222'],
    ['namePrefix', '曾密甲'],
    ['namePrefix', '曾密乙'],
    ['namePrefix', '曾密'],
  ];
  const page = '{ totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } }';
  const cursor = (day: string) =>
    Buffer.from(JSON.stringify(['lawyers/FIRST_PRACTISED_ON', day, rivalLawyerId])).toString('base64url');
  const former = truth.Certificate?.rows.find(
    ({ lawyer, id }) => lawyer === rivalLawyerId && id.startsWith('1330120019'),
  )?.id;
  return [
    ...guesses.flatMap(([name, value]) => [
      { way: 'filter', query: `{ lawyers(filter: { ${name}: "${value}" }) ${page} }` },
      {
        way: 'filter',
        query: `{ lawyers(filter: { ${name}: "${value}", firmId: "${rivalFirmId}" }) { nodes { id fullName } } }`,
      },
      { way: 'count', query: `{ lawyers(filter: { ${name}: "${value}" }, first: 1) { totalCount } }` },
      {
        way: 'variables',
        query: `query($f: LawyerFilter!) { lawyers(filter: $f) ${page} }`,
        variables: { f: { [name]: value } },
      },
      {
        way: 'variables in defaults',
        query: `query($f: LawyerFilter = { ${name}: "${value}" }) { lawyers(filter: $f) ${page} }`,
      },
      {
        way: 'variables in defaults',
        query: `query($v: String = "${value}") { lawyers(filter: { ${name}: $v }) ${page} }`,
      },
    ]),
    ...['NAME', 'CERTIFICATE_NO', 'FIRST_PRACTISED_ON'].flatMap((order) => [
      { way: 'sort', query: `{ lawyers(orderBy: ${order}, first: 100) { nodes { id } edges { cursor } } }` },
      {
        way: 'sort',
        query: `query($o: LawyerOrder! = ${order}) { lawyers(orderBy: $o, filter: { firmId: "${rivalFirmId}" }) { nodes { id } } }`,
      },
    ]),
    ...['1987-06-05', '2000-01-01', '2025-06-05'].map((day) => ({
      way: 'cursor',
      query: `{ lawyers(orderBy: FIRST_PRACTISED_ON, after: "${cursor(day)}", first: 100) ${page} }`,
    })),
    { way: 'cursor', query: '{ journalIssues(first: 3) { edges { cursor } pageInfo { endCursor hasNextPage } } }' },
    { way: 'cursor', query: '{ mediatorRoster(first: 3) { edges { cursor } pageInfo { endCursor hasNextPage } } }' },
    {
      way: 'count',
      query:
        '{ lawyers { totalCount } lawFirms { totalCount } courts { totalCount } journalIssues { totalCount } mediatorRoster { totalCount } }',
    },
    ...[
      'licenceAlerts',
      'restrictionAlerts',
      'identityVerifications',
      'contactProposals',
      'courtCases',
      'representations',
      'firmJobs',
      'licenceApplications',
      'internships',
    ].map((root) => ({
      way: 'count',
      query: `{ ${root} { totalCount } }`,
    })),
    {
      way: 'count',
      query:
        '{ journalIssues(first: 100) { nodes { articleCount } } lawFirms(first: 20) { nodes { lawyers { totalCount } } } courts(first: 100) { nodes { mediators { totalCount } } } }',
    },
    { way: 'count', query: '{ journalIssues(year: 1911) { totalCount } }' },
    { way: 'count', query: '{ journalIssues(year: 1922) { totalCount } }' },
    { way: 'direct', query: `{ lawyer(certificateNo: "${former}") { id fullName } }` },
    {
      way: 'batch',
      query: `{ lawyersByCertificateNo(certificateNos: ["${former}", "13301200590000001", "13301200590000002"]) { id mobile } }`,
    },
    {
      way: 'batch',
      query: `{ ${[rivalFirmId, personaFirmId].map((id, i) => `f${i}: lawFirm(id: "${id}") { id creditCodeFails personInChargeMobile }`).join(' ')} }`,
    },
  ];
}

/** Error text, suggestion, introspection. */
function said(
  schema: GraphQLSchema,
  types: readonly string[],
  { articleIds, removedEntryId, rivalLawyerId }: Planted,
): Attempt[] {
  return [
    ...types.flatMap((type) => [
      {
        way: 'introspection',
        query: `{ __type(name: "${type}") { name description fields { name description type { name } } } }`,
      },
      ...plainOf(schema, type)
        .slice(0, 3)
        .map((field) => ({
          way: 'suggestion',
          query: `{ lawyer(id: "${rivalLawyerId}") { ...f } } fragment f on ${type} { ${field}s }`,
        })),
    ]),
    { way: 'introspection', query: '{ __schema { types { name fields { name } enumValues { name } } } }' },
    { way: 'error text', query: `{ lawyer(id: "${rivalLawyerId}") { licenceStatus(on: "1990-01-01") mobile } }` },
    { way: 'error text', query: `{ lawyer(id: "${rivalLawyerId}") { mobile { x } } }` },
    { way: 'error text', query: '{ lawyers(filter: { mobile: 13911112222 }) { totalCount } }' },
    { way: 'error text', query: '{ lawyers(filter: { homeAddress: "密甲路一号" }) { totalCount } }' },
    { way: 'error text', query: '{ lawyer(certificateNo: "密甲") { id } }' },
    ...articleIds.slice(0, 8).map((id) => ({ way: 'error text', query: `{ journalArticle(id: "${id}") { id } }` })),
    {
      way: 'error text',
      query: `{ mediatorRosterEntry(id: "${removedEntryId}") { id } lawyers(first: 0) { totalCount } }`,
    },
  ];
}

/** What a gateway could ask of each subgraph about the entities behind which something is hidden. */
function entities(
  truth: Truth,
  { rivalLawyerId, removedEntryId, staffIds }: Planted,
  schema: GraphQLSchema,
): Attempt[] {
  const of = {
    Lawyer: rivalLawyerId,
    LawFirm: rivalFirmId,
    MediatorRosterEntry: removedEntryId,
    CourtStaff: staffIds[0] as string,
  } as const;
  const number = truth.Lawyer?.rows.find(({ id }) => id === rivalLawyerId)?.certificateNo;
  const query = (type: string, fields: readonly string[]) =>
    `query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${type} { ${fields.join(' ')} } } }`;
  const asked = (subgraph: string, type: keyof typeof of, fields: readonly string[], key: object): Attempt => ({
    way: '_entities',
    subgraph,
    query: query(type, fields),
    variables: { r: [{ __typename: type, ...key }] },
  });
  const without = (type: string, names: readonly string[]) =>
    plainOf(schema, type).filter((field) => !names.includes(field));
  return [
    asked('justice', 'Lawyer', plainOf(schema, 'Lawyer'), { id: of.Lawyer }),
    asked('justice', 'Lawyer', plainOf(schema, 'Lawyer'), { certificateNo: number }),
    asked(
      'justice',
      'Lawyer',
      [
        'id',
        'contactProposals { value }',
        'certificates { validFrom }',
        'licenceHistory { reason }',
        'sanctions { fineYuan decisionText }',
      ],
      { id: of.Lawyer },
    ),
    asked('justice', 'LawFirm', plainOf(schema, 'LawFirm'), { id: of.LawFirm }),
    asked('bar', 'MediatorRosterEntry', without('MediatorRosterEntry', ['available']), { id: of.MediatorRosterEntry }),
    asked(
      'court',
      'CourtStaff',
      ['id', 'fullName', 'personnelFileNo', 'kinships { relativeName }', 'departures { reason disciplineDetail }'],
      { id: of.CourtStaff },
    ),
    asked('joint', 'MediatorRosterEntry', ['id', 'available'], { id: of.MediatorRosterEntry }),
    asked('bar', 'Lawyer', ['id', 'mediatorEntries { removalReason removedOn specialities }'], { id: of.Lawyer }),
  ];
}
