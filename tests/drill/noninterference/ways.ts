import { type SQL, sql } from 'drizzle-orm';
import { personaRecords } from '../../../seeds/persona-records.js';
import { aboutAdministration } from '../../../src/audit/administration.js';
import { auditLine } from '../../../src/audit/audit-line.table.js';
import { uuidArray } from '../../../src/db/rows.js';
import { journalArticlePolicy, journalIssuePolicy } from '../../../src/domain/bar/journal.policy.js';
import { journalArticle, journalIssue } from '../../../src/domain/bar/journal.table.js';
import { readerOf } from '../../../src/domain/bar/journal-reader.js';
import { courtCasePolicy } from '../../../src/domain/court/court-case.policy.js';
import { clientKey } from '../../../src/domain/hub/client.table.js';
import { operationLimitPolicy } from '../../../src/domain/hub/client-operation.policy.js';
import { operationLimit } from '../../../src/domain/hub/client-operation.table.js';
import { firm } from '../../../src/domain/justice/firm.table.js';
import { lawyerPolicy, lawyersOn, numberInForce } from '../../../src/domain/justice/lawyer.policy.js';
import { certificate, lawyer } from '../../../src/domain/justice/lawyer.table.js';
import { licenceApplicationPolicy } from '../../../src/domain/justice/licence-application.policy.js';
import { licenceEventPolicy } from '../../../src/domain/justice/licence-event.policy.js';
import { licenceEvent, licencePeriod } from '../../../src/domain/justice/licence-event.table.js';
import { sanctionPolicy } from '../../../src/domain/justice/sanction.policy.js';
import { sanction } from '../../../src/domain/justice/sanction.table.js';
import type { Role } from '../../../src/identity/roles.js';
import type { Grant } from '../../../src/policy/grant.js';
import { hiddenRows, isClosed, otherRows } from './columns.js';
import { alertWays } from './ways-alerts.js';
import { personnelWays } from './ways-personnel.js';

/** Statements that change what stands behind a coordinate where the asker may not see it, and nothing he sees. */
export type Way = (grant: Grant, salt: string) => readonly SQL[];

const day = ({ asker }: Grant): SQL => sql`${asker.today}::date`;

/** Lawyers whose status dates the asker is not shown. */
const undated = (grant: Grant): SQL => sql`(select ${lawyer.id} from ${lawyersOn(grant.asker.today)}
  where not coalesce(${grant.seen(lawyerPolicy, 'licenceStatusSince') ?? sql`false`}, false))`;

/** Lawyers whose history (numbers, affiliations) is out of the asker's reach. */
function strangers(grant: Grant): SQL {
  const { identity } = grant.asker;
  if (identity.role === 'self')
    return sql`(select ${lawyer.id} from ${lawyer} where ${lawyer.id} <> ${identity.lawyerId}::uuid)`;
  if (identity.role !== 'firm') return sql`(select ${lawyer.id} from ${lawyer})`;
  return sql`(select ${lawyer.id} from ${lawyersOn(grant.asker.today)} where ${licencePeriod.firmId} is distinct from ${identity.firmId}::uuid)`;
}

/** The present status began some days earlier, right after the period before it or as the first of all. */
const began = (grant: Grant, isSuspended: boolean): SQL[] => {
  const status = isSuspended ? sql`= 'SUSPENDED'` : sql`<> 'SUSPENDED'`;
  return [
    sql`update justice.licence_period p set until_on = p.until_on - 2 where p.lawyer_id in ${undated(grant)}
      and p.until_on - 2 >= p.from_on and exists (select 1 from justice.licence_period c where c.lawyer_id = p.lawyer_id
        and c.from_on between p.until_on + 1 and p.until_on + 3 and c.status ${status} and ${day(grant)} between c.from_on and c.until_on)`,
    sql`update justice.licence_period c set from_on = c.from_on - 2 where c.lawyer_id in ${undated(grant)}
      and c.status ${status} and ${day(grant)} between c.from_on and c.until_on
      and not exists (select 1 from justice.licence_period p where p.lawyer_id = c.lawyer_id
        and p.from_on < c.from_on and p.until_on >= c.from_on - 2)`,
  ];
};

/** The end of a running suspension moves, and what comes after it. */
const ends: Way = (grant) => [
  sql`update justice.licence_period n set from_on = n.from_on + 5 where n.lawyer_id in ${undated(grant)} and n.until_on > n.from_on + 5
    and exists (select 1 from justice.licence_period c where c.lawyer_id = n.lawyer_id and c.until_on = n.from_on - 1
      and c.status = 'SUSPENDED' and ${day(grant)} between c.from_on and c.until_on)`,
  sql`update justice.licence_period c set until_on = n.from_on - 1 from justice.licence_period n
    where n.lawyer_id = c.lawyer_id and n.from_on = c.until_on + 6 and c.lawyer_id in ${undated(grant)}
      and c.status = 'SUSPENDED' and ${day(grant)} between c.from_on and c.until_on`,
];

const inThePast = (grant: Grant, set: SQL, more: SQL = sql`true`): SQL =>
  sql`update justice.licence_period p set ${set} where p.until_on < ${day(grant)} and p.lawyer_id in ${undated(grant)} and ${more}`;

const acted = (set: SQL): SQL =>
  sql`update ${auditLine} set ${set} where ${aboutAdministration(auditLine.coordinates)}`;

/** Numbers that are nobody's number in force. */
const former = (
  grant: Grant,
): SQL => sql`certificate_no not in (select ${numberInForce} from ${lawyersOn(grant.asker.today)})
  and lawyer_id in ${strangers(grant)}`;

/** Readers come and go, except this asker and everybody. */
const otherReaders = (
  grant: Grant,
  column: SQL,
): SQL => sql`array(select r.reader from unnest(array['PUBLIC', 'COURT', 'JUSTICE', 'BAR', 'MEMBERS']) r(reader)
  where (r.reader = any(${column})) <> (r.reader not in ('PUBLIC', ${readerOf(grant.asker.identity)})))`;

/** How what is not behind a plain column is varied, or a plain column on which more depends than its own field. */
export const ways: Readonly<Record<string, Way>> = {
  'Lawyer.isDeclaredRelative': ({ asker }) => [
    sql`update court.kinship_declaration k set relative_lawyer_id = (select l.id from justice.lawyer l
        where not exists (select 1 from court.kinship_declaration o where o.relative_lawyer_id = l.id) order by l.id limit 1)
      where k.id in (select d.id from court.kinship_declaration d join court.court_staff s on s.id = d.staff_id
        where s.lawyer_id is distinct from ${asker.identity.lawyerId}::uuid order by d.id limit 1)`,
  ],
  'Lawyer.licenceStatusSince': (grant) => began(grant, false),
  'Lawyer.suspendedFrom': (grant) => began(grant, true),
  'Lawyer.suspendedUntil': ends,
  'Lawyer.licenceStatus(on:)': (grant) => [
    inThePast(grant, sql`status = case p.status when 'PRACTISING' then 'PAUSED' else 'PRACTISING' end`),
  ],
  // without a client it would be that of a whole unit, and decide who is let in
  'OperationLimit.client': (grant, salt) => [
    sql`update ${operationLimit} set client_id = md5(id::text || ${salt}::text)::uuid
      where ${hiddenRows(operationLimitPolicy, 'client', grant, isClosed(operationLimitPolicy, grant))}`,
  ],
  'Certificate.certificateNo': (grant, salt) => [
    sql`update ${certificate} set certificate_no = '9' || left(md5(certificate_no || ${salt}::text), 16) where ${former(grant)}`,
  ],
  'Certificate.form': () => [sql`update ${certificate} set form = form || 'x'`],
  'Certificate.validFrom': () => [
    sql`update ${certificate} set valid_from = coalesce(valid_from, date '2020-02-02') + 3`,
  ],
  'Certificate rows': (grant, salt) => [
    sql`delete from ${certificate} where ${former(grant)} and left(md5(certificate_no || ${salt}::text), 1) < '8'`,
    sql`insert into ${certificate} (certificate_no, lawyer_id, form, valid_from)
      select '8' || left(md5(id::text || ${salt}::text), 16), id, 'LEGACY', date '2001-01-01' from ${lawyer} where id in ${strangers(grant)} on conflict do nothing`,
  ],
  'FirmAffiliation.firm': (grant, salt) => [pastFirms(grant, salt)],
  'FirmAffiliation.from': (grant) => [
    inThePast(
      grant,
      sql`from_on = p.from_on - 10`,
      sql`not exists (select 1 from justice.licence_period e where e.lawyer_id = p.lawyer_id and e.from_on < p.from_on)`,
    ),
  ],
  'FirmAffiliation.until': (grant) => [inThePast(grant, sql`until_on = p.until_on - 1`, sql`p.until_on > p.from_on`)],
  'FirmAffiliation rows': (grant, salt) => [pastFirms(grant, `${salt}/rows`)],
  // before today it would tell whether the penalty is published, which everybody may see
  'Sanction.annulledOn': (grant) => [
    sql`update ${sanction} set annulled_on = ${day(grant)} + 30 + length(decision_no)
      where ${hiddenRows(sanctionPolicy, 'annulledOn', grant, false)} and (annulled_on is null or annulled_on > ${day(grant)})`,
  ],
  'Sanction rows': (grant, salt) =>
    otherRows(sanctionPolicy, grant, false, sql`jsonb_build_object('decision_no', decision_no || ${salt}::text)`, salt),
  // an event taken away could bring back what it corrects: copies only
  'LicenceEvent rows': (grant, salt) => [
    ...otherRows(licenceEventPolicy, grant, false, sql`'{"supersedes": null, "sanction_id": null}'::jsonb`, salt).slice(
      1,
    ),
    sql`update ${licenceEvent} set decided_by = decided_by || ${salt}::text, recorded_at = recorded_at + interval '1 day'
      where (${grant.rows(licenceEventPolicy)}) is not true`,
  ],
  'JournalIssue.audience': (grant) => [
    sql`update ${journalIssue} set audience = ${otherReaders(grant, sql`audience`)}
      where ${hiddenRows(journalIssuePolicy, 'audience', grant, false)}`,
  ],
  'JournalIssue rows': (grant, salt) =>
    otherRows(journalIssuePolicy, grant, false, sql`jsonb_build_object('number', number + 1000)`, salt),
  'JournalArticle.audience': (grant) => [
    sql`update ${journalArticle} set audience = ${otherReaders(grant, sql`audience`)}
      where ${hiddenRows(journalArticlePolicy, 'audience', grant, false)}`,
  ],
  // ended by its last day; whoever reaches a representation is shown both
  'Representation.ended': () => [
    sql`update court.representation set until_on = case when until_on is null then date '2021-03-03' end`,
  ],
  'CourtCase rows': (grant, salt) =>
    otherRows(courtCasePolicy, grant, false, sql`jsonb_build_object('case_no', case_no || ${salt}::text)`, salt),
  'LicenceApplication rows': (grant, salt) =>
    otherRows(
      licenceApplicationPolicy,
      grant,
      false,
      sql`jsonb_build_object('application_no', application_no || ${salt}::text)`,
      salt,
    ),
  ...personnelWays,
  ...alertWays,
  'AdministrationAct.unit': (_grant, salt) => [acted(sql`unit = coalesce(unit, '') || ${salt}::text`)],
  'AdministrationAct.operations': () => [acted(sql`coordinates = array_append(coordinates, 'Query.clients')`)],
  'AdministrationAct.records': () => [acted(sql`records = records || '{"Client": ["drill"]}'::jsonb`)],
  'ClientKey.jwk': () => [sql`update ${clientKey} set jwk = jwk || '{"drill": "other"}'::jsonb`],
  'JournalArticle rows': (grant, salt) =>
    otherRows(journalArticlePolicy, grant, false, sql`jsonb_build_object('position', position + 1000)`, salt),
};

function pastFirms(grant: Grant, salt: string): SQL {
  return sql`update justice.licence_period p set firm_id = f.id from (select id, row_number() over (order by md5(id::text || ${salt}::text)) as place,
      count(*) over () as firms from ${firm}) f
    where p.until_on < ${day(grant)} and p.firm_id is not null and p.lawyer_id in ${strangers(grant)}
      and f.place = 1 + ('x' || left(md5(p.lawyer_id::text || ${salt}::text), 6))::bit(24)::int % f.firms and f.id <> p.firm_id`;
}

/** The lawyers whose identity operations know how to show. */
const known = ({ asker }: Grant): string[] => personaRecords(asker.today).lawyers.map(({ id }) => id);

/** Hidden facts behind no coordinate of the schema that operations may depend on, by column. */
export const facts: Readonly<Record<string, Way>> = {
  // of persons whose number the operations do not know: the declared output, match or no match, stays what it was
  'justice.lawyer.citizen_id_hash': (grant, salt) => [
    sql`update ${lawyer} set citizen_id_hash = md5(citizen_id_hash || ${salt}::text) where id <> all(${uuidArray(known(grant))})`,
  ],
};

/** What cannot differ where it is hidden: of which roles, and why. */
export interface Constant {
  readonly coordinate: string;
  readonly roles: readonly Role[];
  readonly why: string;
}

const outsiders = [
  'editor',
  'firm',
  'self',
  'public',
  'system',
  'security',
  'audit',
] as const satisfies readonly Role[];

/** The pairs that are not varied. A pair that never differs in a run and is not here fails the run. */
export const constants: readonly Constant[] = [
  {
    coordinate: 'LicenceEvent.supersededBy',
    roles: outsiders,
    why: 'an event that was corrected is not among the rows they reach, unless it is their own, of which they are shown it',
  },
  {
    coordinate: 'Sanction.decisionText',
    roles: outsiders,
    why: 'they reach published penalties and their own, and are shown the text of both',
  },
];
