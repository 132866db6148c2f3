import { createPrivateKey, createPublicKey } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { personaRecords } from '../../../seeds/persona-records.js';
import type { DevelopmentIssuer } from '../../../src/identity/development-issuer.js';
import { type Clock, today } from '../../../src/kernel/clock.js';
import { addDays } from '../../../src/kernel/day.js';
import { everybody } from './askers.js';
import { DrillHub } from './hub.js';
import { enterAlerts } from './stage-alerts.js';
import { enterPersonnel } from './stage-personnel.js';
import type { Undoable } from './undoable.js';

/** Whose identity operations may verify: what is shown at a window, which the hub keeps in no clear form. */
export const identities = (day: string) =>
  personaRecords(day).lawyers.map(({ fullName, citizenIdNumber, facts }) => ({
    fullName,
    citizenIdNumber,
    certificateNo: facts.flatMap(({ certificateNo }) => certificateNo ?? [])[0] ?? '',
  }));

/**
 * Furnishes a seeded province with what the seeds have none of, by the hub's own mutations: proposals, verifications and
 * their alerts, adjusted roster entries, an issue with articles for few. Records come in pairs, so that for every asker
 * some are his and some are not.
 */
export async function furnish(database: Undoable, clock: Clock, issuer: DevelopmentIssuer): Promise<void> {
  const hub = new DrillHub(database, clock, issuer);
  await hub.start();
  const askers = await everybody(database, clock, issuer);
  let step = 0;
  const must = async (name: string, query: string, variables: Record<string, unknown> = {}) => {
    const asker = askers.find((known) => known.name === name);
    if (!asker) throw new Error(`nobody is called ${name}`);
    const answer = await hub.ask(asker, { query, variables }, ++step);
    if (answer.codes.length > 0 || /"refused":[1-9]/.test(answer.text))
      throw new Error(`the stage was refused: ${name}: ${query}: ${answer.text}`);
    return answer.data as Record<string, never>;
  };
  const day = today(clock);
  const known = identities(day);
  const propose = `mutation($input: ContactChangeInput!) { proposeContactChange(input: $input) { id } }`;
  for (const [place, { certificateNo }] of known.slice(0, 8).entries()) {
    const input = { certificateNo, asOf: day };
    await must('bar', propose, {
      input: { ...input, key: `b${place}`, field: 'OFFICE_ADDRESS', value: `文三路${place}号` },
    });
    await must('justice', propose, {
      input: { ...input, key: `j${place}`, field: 'MOBILE', value: `1390000000${place}` },
    });
    await must('justice', propose, {
      input: { ...input, key: `e${place}`, field: 'EMAIL', value: `p${place}@example.invalid` },
    });
  }
  for (const field of ['HOME_ADDRESS', 'MOBILE', 'EMAIL'])
    for (const name of ['self', 'self@suspended']) {
      const value = { HOME_ADDRESS: '孤山路9号', MOBILE: '13900000099', EMAIL: 'self@example.invalid' }[field];
      await must(name, propose, { input: { key: `${name}/${field}`, field, value, asOf: day } });
    }
  const verify = `mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { id } }`;
  for (const name of ['filing', 'filing@yinzhou', 'personnel', 'justice', 'justice@hangzhou', 'justice@ningbo'])
    for (const place of [0, 2, 5, 26]) await must(name, verify, { input: known[place] });

  await removeSomeEntries(database, must);
  for (const [editor, journal] of [
    ['editor', '浙江律师'],
    ['editor@court', '浙江审判'],
  ] as const) {
    await must(editor, ISSUE, { input: issue(`${journal}/57`, journal, 57, day) });
    await must(editor, ISSUE, { input: issue(`${journal}/58`, journal, 58, addDays(day, 30)) });
  }
  await enterPersonnel(must);
  const lawyers = personaRecords(day).lawyers.map(({ id }) => id);
  await enterAlerts(
    database,
    [0, 1, 26].flatMap((place) => lawyers[place] ?? []),
    `${day}T00:00:00Z`,
  );
  await administer(database, must);
  await unpublish(database, day);
  await suspendWithoutPublication(database, day);
  await hub.close();
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS 8 (RFC 8410). */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** So many public keys as JSON, the same every time. */
export const publicKeys = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => {
    const secret = createPrivateKey({
      key: Buffer.concat([ED25519, Buffer.alloc(32, place + 1)]),
      format: 'der',
      type: 'pkcs8',
    });
    return JSON.stringify({ ...createPublicKey(secret).export({ format: 'jwk' }), kid: `key-${place}` });
  });

/** Three clients of each institution, one of them disabled and one not activated, with keys and a lock; two accounts. */
async function administer(database: Undoable, must: Must): Promise<void> {
  const institutions = [
    ['', 'zj-justice', 'justice', 'LICENCE_ADMINISTRATION'],
    ['@court', '浙', 'judge', 'TRIAL'],
    ['@bar', 'zj-bar', 'bar', 'MEMBERSHIP'],
  ] as const;
  const keys = publicKeys(9);
  for (const [of, unit, role, purpose] of institutions) {
    const registered: string[] = [];
    for (const place of [0, 1, 2]) {
      const input = {
        issuer: 'https://issuer.drill.invalid',
        clientId: `drill-${unit}-${place}`,
        unit,
        name: `系统${place}`,
      };
      const scope = { responsiblePerson: '顾怀瑾', roles: [role], purposes: [purpose], isCertificateBound: false };
      const made = await must(`system${of}`, REGISTER, { input: { ...input, ...scope } });
      const { id } = (made as unknown as { registerClient: { id: string } }).registerClient;
      const jwk = keys.shift();
      await must(`system${of}`, ROTATE, { input: { client: id, jwk, overlapHours: 1 } });
      registered.push(id);
    }
    for (const id of registered.slice(0, 2))
      await must(`security${of}`, 'mutation($id: ID!) { activateClient(id: $id) { id } }', { id });
    await must(`security${of}`, 'mutation($id: ID!) { disableClient(id: $id, reason: "演练") { id } }', {
      id: registered[0],
    });
    await must(`system${of}`, REGISTER_OPERATIONS, {
      operations: registered.flatMap((client, i) =>
        ['role', 'purpose'].map((field) => ({ key: `${field}${i}`, client, document: `{ whoAmI { ${field} } }` })),
      ),
    });
    for (const id of registered.slice(0, 2))
      await must(`security${of}`, 'mutation($id: ID!) { limitClient(id: $id, reason: "演练") { id } }', { id });
    for (const subject of ['drill:one', 'drill:two'])
      await must(`security${of}`, DISABLE, { issuer: 'https://issuer.drill.invalid', subject: `${subject}${of}` });
  }
  // who limited may not lift: half of the limits are another's, so that there is something to lift
  await database.single(sql`update hub.operation_limit set limited_by = 'drill:another' where id in (
    select id from hub.operation_limit order by id limit (select count(*) / 2 from hub.operation_limit))`);
  await database.single(sql`insert into hub.client_lock (id, client_id, source, locked_at, locked_until)
    select md5(client_id)::uuid, id, '127.0.0.9', '2026-11-21T01:59:00Z', '2026-11-22T02:00:00Z' from hub.client where client_id like 'drill-%'`);
}

const REGISTER = 'mutation($input: ClientInput!) { registerClient(input: $input) { id } }';
const ROTATE = 'mutation($input: KeyRotationInput!) { rotateClientKey(input: $input) { id } }';
const REGISTER_OPERATIONS =
  'mutation($operations: [ClientOperationInput!]!) { registerClientOperations(operations: $operations) { recorded } }';
const DISABLE =
  'mutation($issuer: String!, $subject: String!) { disableAccount(issuer: $issuer, subject: $subject, reason: "演练") { id } }';

export type Must = (name: string, query: string, variables?: Record<string, unknown>) => Promise<Record<string, never>>;

async function removeSomeEntries(database: Undoable, must: Must): Promise<void> {
  const entries = await database.single<{ id: string; place: string }>(
    sql`select id, row_number() over (order by lawyer_id, id) as place from bar.mediator_roster_entry`,
  );
  const day = { 1: 'REMOVE', 2: 'SUSPEND', 0: undefined };
  const adjustments = entries.flatMap(({ id, place }) => {
    const step = Number(place) % 5 === 1 ? day[1] : Number(place) % 5 === 2 ? day[2] : undefined;
    return step ? [{ key: `a${place}`, entryId: id, step, on: '2026-11-21', reason: `名册调整${place}` }] : [];
  });
  await must(
    'bar',
    'mutation($a: [RosterAdjustmentInput!]!) { adjustMediatorRoster(adjustments: $a) { refused results { ... on ItemRefused { code path } } } }',
    { a: adjustments },
  );
}

const ISSUE = `mutation($input: JournalIssueInput!) { publishJournalIssue(input: $input) { id } }`;

function issue(key: string, journal: string, number: number, day: string) {
  const article = (title: string, disclosure: string, more: object = {}) => ({
    title,
    body: `${title}的正文。`,
    authors: ['顾怀瑾'],
    disclosure,
    ...more,
  });
  return {
    key,
    journal,
    year: Number(day.slice(0, 4)),
    number,
    publishedOn: day,
    audience: ['COURT', 'BAR', 'JUSTICE'],
    articles: [
      article('公开文章', 'PUBLIC'),
      article('共享文章', 'SHARED'),
      article('限法院', 'RESTRICTED', { audience: ['COURT'] }),
      article('限律协和司法', 'RESTRICTED', { audience: ['BAR', 'JUSTICE'] }),
      article('不予公开', 'WITHHELD', { withheldBasis: '案件尚在审理' }),
    ],
  };
}

/**
 * Of half of the penalties the publication is over, some are over altogether, and some stand
 * without being published. */
async function unpublish(database: Undoable, day: string): Promise<void> {
  await database.single(sql`update justice.sanction set public_until = ${day}::date - 1, public_from = ${day}::date - 30
    where lawyer_id is not null and md5(id::text) < '8' and public_from is not null`);
  for (const [sign, endsOn] of [
    ['旧', '2020-12-31'],
    ['现', null],
  ] as const)
    await database.single(sql`insert into justice.sanction select (jsonb_populate_record(null::justice.sanction, to_jsonb(s)
        || jsonb_build_object('id', md5(s.id::text || ${sign})::uuid, 'decision_no', s.decision_no || ${sign}, 'kind', 'WARNING',
          'effective_on', '2020-01-01', 'ends_on', ${endsOn}::text, 'public_from', '2020-01-01', 'public_until', '2020-12-31'))).*
      from justice.sanction s order by s.id limit 6`);
  await database.single(sql`update justice.lawyer set former_names = array[full_name || '曾'], source_status_code = 'S1', source_status_text = '正常'
    where md5(id::text) < '8'`);
}

/** Some lawyers are suspended by a decision that stands in no list of penalties: nobody but the parties knows since when. */
async function suspendWithoutPublication(database: Undoable, day: string): Promise<void> {
  const some = sql`select lawyer_id from justice.licence_period where until_on = 'infinity' and status = 'PRACTISING'
    and from_on < ${day}::date - 60 and lawyer_id not in (select lawyer_id from justice.sanction where lawyer_id is not null)
    order by md5(lawyer_id::text) limit 4`;
  await database.single(sql`with cut as (update justice.licence_period set until_on = ${day}::date - 30
      where until_on = 'infinity' and lawyer_id in (${some}) returning *)
    insert into justice.licence_period (lawyer_id, from_on, until_on, status, category, firm_id, certificate_no, event_id)
    select lawyer_id, s.from_on, s.until_on, s.status, category, firm_id, certificate_no, event_id from cut,
      (values (${day}::date - 29, ${day}::date + 60, 'SUSPENDED'), (${day}::date + 61, 'infinity'::date, 'PRACTISING')) s(from_on, until_on, status)`);
}
