import { sql } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { personaFirmId, rivalFirmId, selfLawyerId, suspendedLawyerId } from '../../seeds/persona-records.js';
import { seedProvince } from '../../seeds/seed.js';
import type { DatabaseKind } from '../support/databases.js';
import { type HubOptions, hubFor, type TestHub } from '../support/hub.js';

let serial = 0;
/** An id that no seed gives. */
export const newId = (): string => `0190c0de-0000-7000-8000-${String(++serial).padStart(12, '0')}`;

/** Ids of what is planted here, for tests that ask for it by id. */
export interface Planted {
  readonly rivalLawyerId: string;
  readonly removedEntryId: string;
  readonly futureIssueId: string;
  readonly articleIds: readonly string[];
  /** Court staff who serve and who left, a lawyer of a persona among them; not everything of them stands. */
  readonly staffIds: readonly string[];
  readonly issueIds: readonly string[];
  /** A case of the Xihu court in which the rival's lawyer acts, with who sits and acts in it. */
  readonly caseId: string;
  /** An internship on which the Xihu court has answered. */
  readonly internshipId: string;
  /** Alerts on the rival's lawyer. */
  readonly alertIds: readonly string[];
}

/** A small seeded province, with a value wherever a role may be shown or denied one. Filled before the tests run. */
export function plantedProvince(kind: DatabaseKind, options: HubOptions = {}): { hub: TestHub; planted: Planted } {
  const hub = hubFor(kind, { ...options, seed: false });
  const planted = {} as Planted;
  beforeAll(async () => {
    await seedProvince(hub.database, hub.crypto, hub.clock, { firms: 12, lawyers: 90 });
    Object.assign(planted, await plant(hub));
  });
  return { hub, planted };
}

const asOf = sql`timestamptz '2026-11-20 08:00+08'`;
const origin = sql`'省司法厅', ${asOf}`;

async function plant(hub: TestHub): Promise<Planted> {
  const [{ id: rivalLawyerId }] = (await hub.rows<{ id: string }>(
    sql`select lawyer_id as id from justice.licence_period where firm_id = ${rivalFirmId}::uuid and until_on = 'infinity'
      and status = 'PRACTISING' order by lawyer_id limit 1`,
  )) as [{ id: string }];
  const lawyers = [selfLawyerId, suspendedLawyerId, rivalLawyerId];
  await hub.rows(
    sql`update justice.lawyer set former_names = array['曾用' || right(mobile, 4)] where id = any(${`{${lawyers.join(',')}}`}::uuid[])`,
  );
  await hub.rows(sql`update justice.firm set credit_code_fails = true where id = ${rivalFirmId}::uuid`);
  for (const lawyerId of lawyers) await plantOfLawyer(hub, lawyerId);
  await plantSanctions(hub, lawyers);
  for (const unit of ['浙', '浙0106', 'zj-justice', 'hangzhou-bureau', 'zj-bar']) await plantAdministration(hub, unit);
  const removedEntryId = await plantRoster(hub, lawyers);
  const [caseId, internshipId] = [newId(), newId()];
  for (const lawyerId of lawyers) {
    const isRival = lawyerId === rivalLawyerId;
    await plantCases(hub, lawyerId, isRival ? caseId : newId());
    await plantPractice(hub, lawyerId, isRival ? internshipId : newId());
  }
  const staffIds = await plantPersonnel(hub, rivalLawyerId);
  let alertIds: string[] = [];
  for (const lawyerId of lawyers) alertIds = await plantAlerts(hub, lawyerId);
  return { rivalLawyerId, removedEntryId, caseId, internshipId, staffIds, alertIds, ...(await plantJournals(hub)) };
}

/** A former number, events with a reason and a correction, proposals, verifications and alerts. */
async function plantOfLawyer(hub: TestHub, lawyerId: string): Promise<void> {
  const [paused, corrected] = [newId(), newId()];
  await hub.rows(sql`insert into justice.certificate (certificate_no, lawyer_id, form, valid_from)
    values (${`1330120019${String(++serial).padStart(7, '0')}`}, ${lawyerId}::uuid, 'STANDARD', '2001-02-03')`);
  const event = (id: string, on: string, supersedes: string | null) => sql`insert into justice.licence_event
    (id, lawyer_id, kind, effective_on, certificate_no, supersedes, decided_by, decided_by_level, reason, changed_fields, source, as_of, recorded_at)
    values (${id}::uuid, ${lawyerId}::uuid, 'CONTACT_CHANGED', ${on}, ${`1330120029${String(++serial).padStart(7, '0')}`}, ${supersedes}::uuid,
    '浙江省司法厅', 'PROVINCE', ${`事由${lawyerId}`}, '{mobile}', ${origin}, ${asOf})`;
  await hub.rows(event(paused, '2019-01-01', null));
  await hub.rows(event(corrected, '2019-01-02', paused));
  for (const [field, owner] of [
    ['MOBILE', 'BAR'],
    ['OFFICE_ADDRESS', 'JUSTICE'],
    ['OFFICE_ADDRESS', 'JUSTICE'],
  ])
    await hub.rows(sql`insert into justice.contact_proposal (id, lawyer_id, field, value, owned_by, proposed_by, source, as_of, proposed_at, state)
      values (${newId()}::uuid, ${lawyerId}::uuid, ${field}, ${`待决${++serial}`}, ${owner}, 'LAWYER', '本人', '2026-11-01', ${asOf}, 'PENDING')`);
  for (const field of ['MOBILE', 'HOME_ADDRESS'])
    await hub.rows(sql`insert into justice.contact_proposal (id, lawyer_id, field, value, owned_by, proposed_by, source, as_of, proposed_at, state, decided_at, decision_reason)
      values (${newId()}::uuid, ${lawyerId}::uuid, ${field}, ${`建议${++serial}`}, 'BAR', 'LAWYER', '本人', '2026-11-01', ${asOf}, 'DECLINED', ${asOf}, ${`不采${serial}`})`);
  for (const [unit, court] of [
    ['浙0106', '浙0106'],
    ['浙0212', '浙0212'],
    ['浙', '浙'],
    ['hangzhou-bureau', null],
  ])
    await hub.rows(sql`insert into justice.identity_verification (id, unit_code, court_id, lawyer_id, result, licence_status, verified_at)
      values (${newId()}::uuid, ${unit}, (select id from court.court where code = ${court}), ${lawyerId}::uuid, 'MATCH', 'PRACTISING', ${asOf})`);
  for (const code of ['浙0106', '浙0212'])
    await hub.rows(sql`insert into joint.licence_alert (id, kind, lawyer_id, court_id, licence_status, raised_at)
      select ${newId()}::uuid, 'ROSTER_NOT_AVAILABLE', ${lawyerId}::uuid, id, 'PAUSED', ${asOf} from court.court where code = ${code}`);
}

/** A case at each of two courts, with a panel, the lawyer, and somebody without a licence; everything said that can be. */
async function plantCases(hub: TestHub, lawyerId: string, caseId: string): Promise<void> {
  for (const [code, id] of [
    ['浙0106', caseId],
    ['浙0212', newId()],
  ]) {
    await hub.rows(sql`insert into court.court_case (id, court_id, case_no, procedure, stage, accepted_on, closed_on, procuratorate, supervision_organ,
        earlier_case_nos, source, as_of, updated_at)
      select ${id}::uuid, id, ${`（2026）${code}刑初${90_000 + ++serial}号`}, 'CRIMINAL', 'FIRST_INSTANCE', '2026-02-01', null, ${`检察院${serial}`}, ${`监委${serial}`},
        ${`{（2025）${code}刑初${serial}号}`}::text[], '办案系统', ${asOf}, ${asOf} from court.court where code = ${code}`);
    await hub.rows(sql`insert into court.panel_member (id, case_id, staff_id, role, from_on, until_on)
      values (${newId()}::uuid, ${id}::uuid, ${newId()}::uuid, 'PRESIDING', '2026-02-02', '2026-05-01')`);
    for (const [lawyer, agent, until] of [
      [lawyerId, null, '2026-06-01'],
      [null, `代理人${++serial}`, null],
    ])
      await hub.rows(sql`insert into court.representation (id, case_id, court_id, lawyer_id, firm_id, agent_name, citizen_id_hash, citizen_id_sealed, side, capacity,
          category, relation, is_relation_proved, is_chosen_by_party, is_interested, is_party_employer, from_on, until_on, end_reason, recorded_at)
        select ${newId()}::uuid, c.id, c.court_id, ${lawyer}::uuid, (select firm_id from justice.licence_period p where p.lawyer_id = ${lawyer}::uuid
            and until_on = 'infinity'), ${agent}::text, ${agent && `散列${serial}`}::text, ${agent && `密封${serial}`}::text, 'ACCUSED', 'GUARDIAN', 'DEFENDER',
          'PARENT', true, true, false, false, '2026-02-03', ${until}::date, ${until && 'WITHDRAWN'}::text, ${asOf}
        from court.court_case c where c.id = ${id}::uuid`);
  }
}

/** A job, an application and an internship of the lawyer's firm, with what two courts answered. */
async function plantPractice(hub: TestHub, lawyerId: string, internshipId: string): Promise<void> {
  const firm = sql`(select firm_id from justice.licence_period p where p.lawyer_id = ${lawyerId}::uuid and until_on = 'infinity')`;
  await hub.rows(sql`insert into justice.firm_job (id, person_name, lawyer_id, firm_id, role, office_division_code, from_on, until_on, source, as_of, updated_at)
    values (${newId()}::uuid, ${`从业${++serial}`}, ${lawyerId}::uuid, ${firm}, 'PARTNER', '330108', '2024-01-01', '2026-12-31', '省司法厅', ${asOf}, ${asOf})`);
  await hub.rows(sql`insert into justice.licence_application (id, application_no, person_name, lawyer_id, kind, firm_id, role, office_division_code, filed_on, state,
      decided_on, source, as_of, updated_at)
    values (${newId()}::uuid, ${`申请${++serial}`}, ${`申请人${serial}`}, ${lawyerId}::uuid, 'CHANGE_OF_CATEGORY', ${firm}, 'LAWYER', '330108', '2026-09-01', 'GRANTED',
      '2026-10-01', '省司法厅', ${asOf}, ${asOf})`);
  await hub.rows(sql`insert into bar.internship (id, full_name, citizen_id_hash, citizen_id_sealed, firm_id, division_code, mentor_id, applied_on, declares_court_work,
      pledge_signed_on, state, from_on, until_on, decided_on, decision_reason, updated_at)
    select ${internshipId}::uuid, ${`实习${++serial}`}, ${`散列${serial}`}, ${`密封${serial}`}, f.id, f.division_code, ${lawyerId}::uuid, '2026-03-01', true, '2026-03-02',
      'REGISTERED', '2026-04-01', '2027-03-31', '2026-03-20', ${`登记理由${serial}`}, ${asOf} from justice.firm f where f.id = ${firm}`);
  for (const code of ['浙0106', '浙0212'])
    await hub.rows(sql`insert into bar.former_court_opinion (id, internship_id, court_id, requested_at, given_at, objects, reason, given_by)
      select ${newId()}::uuid, ${internshipId}::uuid, id, ${asOf}, ${asOf}, false, ${`意见${++serial}`}, ${`答复人${serial}`} from court.court where code = ${code}`);
}

/** Restriction alerts of every kind and state, each with a value in every column, steps, what was done, and what was asked. Gives their ids. */
async function plantAlerts(hub: TestHub, lawyerId: string): Promise<string[]> {
  const ids: string[] = [];
  const verdict = {
    on: '2026-11-10',
    headline: 'NEEDS_REVIEW',
    lastRestrictedDay: null,
    isPermanent: false,
    isOpen: false,
  };
  const judged = JSON.stringify({ ...verdict, constraints: [], alerts: [], packVersions: [], registerAsOf: null });
  const every = ['RAISED', 'CONFIRMED', 'OVERRIDDEN', 'CORRECTED', 'CLOSED'];
  const toCourt: [kind: string, subject: string, states: string[]][] = [
    ['COUNSEL', 'REPRESENTATION', every],
    ['RECUSAL', 'REPRESENTATION', ['RAISED', 'CONFIRMED']],
    ['RESTRICTION_ENDED', 'REPRESENTATION', ['RAISED']],
    ['PLEDGE_OVERDUE', 'COURT_STAFF', ['RAISED']],
    ['FIRM_CASES', 'LAWYER', ['RAISED']],
    ['WRONG_ANSWER', 'LAWYER', ['RAISED', 'CONFIRMED']],
  ];
  const toBureau: typeof toCourt = [
    ['EMPLOYMENT', 'LICENCE_APPLICATION', ['RAISED', 'RAISED', 'CONFIRMED', 'CONFIRMED', 'CLOSED']],
    ['EMPLOYMENT', 'INTERNSHIP', ['RAISED', 'CONFIRMED']],
    ['WRONG_ANSWER', 'LAWYER', ['RAISED', 'OVERRIDDEN']],
  ];
  for (const [court, lines] of [
    ['浙0106', toCourt],
    ['浙0212', toCourt],
    [null, toBureau],
  ] as const)
    for (const [kind, subject, states] of lines)
      for (const state of states) {
        const id = newId();
        ids.push(id);
        const told = court === null ? 'bar · zj-bar · somebody' : `filing · ${court} · somebody`;
        await hub.rows(sql`insert into joint.restriction_alert (id, kind, subject, subject_id, lawyer_id, firm_id, case_id, case_no, court_id, division_code, staff_id,
            headline, last_restricted_day, is_detected_late, verdict, answer_line_id, answered_at, answer_given, answer_now, told_to, state, decided_by, decided_at, reason, raised_at)
          select ${id}::uuid, ${kind}, ${subject}, ${newId()}::uuid, ${lawyerId}::uuid, f.id, ${newId()}::uuid, ${`（2026）浙0106民初${95_000 + ++serial}号`},
            (select id from court.court where code = ${court}), f.division_code, ${newId()}::uuid, 'NEEDS_REVIEW', '2027-03-03', true,
            ${state === 'CLOSED' ? null : judged}::jsonb, ${newId()}::uuid, ${asOf}, ${`原答复${serial}`}, ${`现答复${serial}`}, ${told}, ${state},
            ${`处理人${serial}`}, ${asOf}, ${`处理理由${serial}`}, ${asOf}
          from justice.firm f where f.id = (select firm_id from justice.licence_period p where p.lawyer_id = ${lawyerId}::uuid and until_on = 'infinity')`);
        await hub.rows(sql`insert into joint.alert_decision (id, alert_id, state, decided_by, decided_at, reason)
          values (${newId()}::uuid, ${id}::uuid, 'CONFIRMED', ${`处理人${++serial}`}, ${asOf}, ${`处理理由${serial}`})`);
        for (const institution of ['COURT', 'JUSTICE'])
          await hub.rows(sql`insert into joint.alert_follow_up (id, alert_id, kind, note, done_on, institution, recorded_by, recorded_at)
            values (${newId()}::uuid, ${id}::uuid, 'OTHER', ${`处置${++serial}`}, '2026-11-20', ${institution}, ${`经办${serial}`}, ${asOf})`);
        await hub.rows(sql`insert into joint.alert_concern (id, alert_id, kind, statement, made_by, made_at, answer, answered_by, answered_at)
          values (${newId()}::uuid, ${id}::uuid, 'EXPLANATION', ${`请求${++serial}`}, ${`当事人${serial}`}, ${asOf}, ${`答复${serial}`}, ${`答复人${serial}`}, ${asOf})`);
        if (state !== 'CLOSED')
          await hub.rows(sql`insert into joint.alert_concern (id, alert_id, kind, statement, made_by, made_at)
            values (${newId()}::uuid, ${id}::uuid, 'CORRECTION', ${`请求${++serial}`}, ${`当事人${serial}`}, ${asOf})`);
      }
  return ids;
}

/** Penalties of every standing: published, unpublished, expired, over, annulled and to be annulled; with an event of one published. */
async function plantSanctions(hub: TestHub, lawyers: readonly string[]): Promise<void> {
  const subjects = [...lawyers.map((id) => [id, null]), [null, personaFirmId], [null, rivalFirmId]];
  for (const [lawyerId, firmId] of subjects)
    for (const [from, until, ends, annulled] of [
      ['2026-01-01', '2027-01-01', null, null],
      ['2026-01-01', '2027-01-01', null, '2026-12-24'],
      ['2026-01-01', '2027-01-01', null, '2026-10-01'],
      ['2026-01-01', '2026-06-01', null, null],
      [null, null, null, null],
      [null, null, '2026-06-01', null],
    ]) {
      const id = newId();
      await hub.rows(sql`insert into justice.sanction (id, lawyer_id, firm_id, kind, authority, authority_level, decision_no, legal_basis, fine_yuan,
        decided_on, effective_on, ends_on, public_from, public_until, annulled_on, summary, decision_text, source, as_of, recorded_at)
        values (${id}::uuid, ${lawyerId}::uuid, ${firmId}::uuid, 'FINE', '杭州市司法局', 'CITY', ${`罚${++serial}号`}, '律师法第四十八条', ${10_000 + serial},
        '2025-12-20', '2026-01-01', ${ends}, ${from}, ${until}, ${annulled}, ${`摘要${serial}`}, ${`全文${serial}`}, ${origin}, ${asOf})`);
      if (lawyerId && from && until !== '2026-06-01')
        await hub.rows(sql`insert into justice.licence_event (id, lawyer_id, kind, effective_on, certificate_no, sanction_id, supersedes, decision_no,
          decided_by, decided_by_level, reason, changed_fields, source, as_of, recorded_at)
          values (${newId()}::uuid, ${lawyerId}::uuid, 'SUSPENDED', '2026-01-02', ${`1330120039${String(++serial).padStart(7, '0')}`}, ${id}::uuid, ${newId()}::uuid,
          ${`罚${serial}号`}, '杭州市司法局', 'CITY', ${`密${serial}`}, '{mobile}', ${origin}, ${asOf})`);
    }
}

/** Entries of every standing for each lawyer; gives the id of one that is removed. */
async function plantRoster(hub: TestHub, lawyers: readonly string[]): Promise<string> {
  let removed = '';
  for (const lawyerId of lawyers)
    for (const [code, state, until] of [
      ['浙0102', 'LISTED', null],
      ['浙0104', 'SUSPENDED', null],
      ['浙0108', 'LISTED', '2026-01-01'],
      ['浙0109', 'REMOVED', null],
    ]) {
      const id = newId();
      if (state === 'REMOVED') removed = id;
      // an adjusted entry may keep its day and reason of removal: whoever reaches it is held to the cell
      await hub.rows(sql`insert into bar.mediator_roster_entry (id, lawyer_id, court_id, specialities, state, listed_on, listed_until, removed_on, removal_reason, updated_at)
        select ${id}::uuid, ${lawyerId}::uuid, id, '{婚姻家庭}', ${state}::text, '2025-01-01', ${until}::date, '2026-03-04', ${`移出${++serial}`}::text, ${asOf}
        from court.court where code = ${code}`);
    }
  return removed;
}

/**
 * Court staff of every standing, the lawyer of `self` and one of the rival among them: corrected and annulled departures, a
 * corrected service, every file, relatives; and a step of lineage. Gives the ids of staff.
 */
async function plantPersonnel(hub: TestHub, rivalLawyerId: string): Promise<string[]> {
  const court = (code: string) => sql`(select id from court.court where code = ${code})`;
  const [{ id: self }] = (await hub.rows<{ id: string }>(
    sql`select id from court.court_staff where lawyer_id = ${selfLawyerId}::uuid`,
  )) as [{ id: string }];
  const people: [id: string, code: string, isFormer: boolean, lawyer: string | null][] = [
    [newId(), '浙0106', true, rivalLawyerId],
    [newId(), '浙0106', false, suspendedLawyerId],
    [newId(), '浙0212', true, null],
    [newId(), '浙0212', false, null],
  ];
  for (const [id, , , lawyer] of people)
    await hub.rows(sql`insert into court.court_staff (id, full_name, citizen_id_hash, citizen_id_sealed, personnel_file_no, account_issuer, account_subject, lawyer_id, source, as_of, updated_at)
      values (${id}::uuid, ${`干部${++serial}`}, ${`hash${serial}`}, 'sealed', ${`档${serial}`}, 'https://id.court.invalid', ${`planted-${serial}`}, ${lawyer}::uuid, '政治部', ${asOf}, ${asOf})`);
  for (const [staff, code, isFormer] of [...people, [self, '浙0106', true] as const]) {
    const [wrong, corrected, annulled, mended] = [newId(), newId(), newId(), newId()];
    for (const [id, supersedes] of [
      [wrong, null],
      [mended, wrong],
    ])
      await hub.rows(sql`insert into court.court_service (id, staff_id, organ_kind, court_id, organ_name, organ_division_code, post, category, rank, rank_band, tenure, is_in_post, is_civil_servant,
        is_leadership_member, is_committee_member, leading_post, tries_or_enforces, from_on, until_on, supersedes, recorded_at)
        values (${id}::uuid, ${staff}::uuid, 'COURT', ${court(code)}, null, null, ${`职务${++serial}`}, 'JUDGE', ${5 + (serial % 6)}::int, 'SENIOR', 'TENURED', true, true, false, false, 'NONE', true,
        '2008-01-02', '2009-12-30', ${supersedes}::uuid, ${asOf})`);
    await hub.rows(sql`insert into court.court_service (id, staff_id, organ_kind, organ_name, organ_division_code, post, category, from_on, until_on, recorded_at)
      values (${newId()}::uuid, ${staff}::uuid, 'PROCURATORATE', '某检察院', '330106', ${`检察${++serial}`}, 'PROSECUTOR', '2006-01-02', '2007-01-02', ${asOf})`);
    if (staff !== self)
      await hub.rows(sql`insert into court.court_service (id, staff_id, organ_kind, court_id, post, category, rank, rank_band, from_on, ended_on, recorded_at)
        values (${newId()}::uuid, ${staff}::uuid, 'COURT', ${court(code)}, ${`职务${++serial}`}, 'JUDGE', 7, 'SENIOR', '2010-01-02', ${isFormer ? '2025-03-04' : null}::date, ${asOf})`);
    for (const [id, supersedes, annulledOn] of [
      [corrected, null, null],
      [newId(), corrected, isFormer ? null : '2026-05-05'],
      [annulled, null, '2026-06-06'],
    ])
      await hub.rows(sql`insert into court.departure (id, staff_id, organ_kind, court_id, type, effective_on, effective_by, resignation_approved_on, retirement_ordered_on, removed_from_office_on,
        civil_servant_until, exited_on, post_ended_on, was_civil_servant, reason, discipline_detail, decision_no, supersedes, annulled_on, annulment_no, recorded_at)
        values (${id}::uuid, ${staff}::uuid, 'COURT', ${court(code)}, 'DISMISSED', '2025-03-04', 'STATED', '2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', true,
        ${`离因${++serial}`}, ${`处分${serial}`}, ${`令${serial}`}, ${supersedes}::uuid, ${annulledOn}::date, ${`撤${serial}`}, ${asOf})`);
    await hub.rows(sql`insert into court.later_public_post (id, staff_id, organ_name, organ, is_civil_servant, led_at_county_level, from_on, until_on, left_by, annulled_on, recorded_at)
      values (${newId()}::uuid, ${staff}::uuid, ${`某局${++serial}`}, 'POLICE', true, true, '2025-04-01', '2026-01-01', 'DISMISSED', '2026-02-01', ${asOf})`);
    await hub.rows(sql`insert into court.staff_approval (id, staff_id, kind, granted_on, document_no, granted_by, firm_credit_code, relations_moved_on, recorded_at)
      values (${newId()}::uuid, ${staff}::uuid, 'RETIREE_IN_FIRM', '2026-01-02', ${`批${++serial}`}, '某部', '31330000E00000002F', '2026-01-03', ${asOf})`);
    await hub.rows(sql`insert into court.staff_pledge (id, staff_id, kind, due_on, fulfilled_on, destination, recorded_at)
      values (${newId()}::uuid, ${staff}::uuid, 'CHANGE', '2026-03-04', '2026-03-03', ${`去向${++serial}`}, ${asOf})`);
    const first = newId();
    for (const [id, supersedes] of [
      [first, null],
      [newId(), first],
    ])
      await hub.rows(sql`insert into court.kinship_declaration (id, staff_id, relative_name, relative_lawyer_id, relation, declared_on, from_on, until_on, supersedes, recorded_at)
        values (${id}::uuid, ${staff}::uuid, ${`亲属${++serial}`}, ${rivalLawyerId}::uuid, 'SIBLING', '2026-01-01', '2000-01-01', '2026-10-01', ${supersedes}::uuid, ${asOf})`);
  }
  await hub.rows(sql`insert into court.court_lineage (id, from_court_id, to_court_id, kind, on_day, document_no, recorded_at)
    values (${newId()}::uuid, ${court('浙0110')}, ${court('浙0113')}, 'SPLIT', '2021-04-09', '法〔2021〕1号', ${asOf})`);
  await hub.rows(sql`update court.court_area set valid_until = '2021-04-08' where court_id = ${court('浙0110')}`);
  await hub.rows(
    sql`insert into court.court_area (court_id, division_code, valid_from) values (${court('浙0110')}, '330110', '2021-04-09')`,
  );
  return [...people.map(([id]) => id), self];
}

/** Clients of every state with a key, locks, operations and limitations, an account disabled and one restored, two administrators, and what they did. */
async function plantAdministration(hub: TestHub, unit: string): Promise<void> {
  const unitId = sql`(select id from hub.unit where code = ${unit})`;
  for (const state of ['REGISTERED', 'ACTIVE', 'DISABLED']) {
    const id = newId();
    await hub.rows(sql`insert into hub.client (id, issuer, client_id, unit_id, name, responsible_person, roles, purposes, is_certificate_bound, state,
      registered_by, registered_at, activated_by, activated_at, disabled_by, disabled_at, disabled_reason)
      values (${id}::uuid, 'https://issuer.example', ${`client-${++serial}`}, ${unitId}, '系统', '某人', '{judge}', '{TRIAL}', true, ${state},
      'somebody', ${asOf}, 'another', ${asOf}, 'another', ${asOf}, '停用')`);
    await hub.rows(sql`insert into hub.client_key (id, client_id, kid, jwk, valid_from, valid_until, added_by, overlap_hours, confirmed_by, confirmed_at, withdrawn_by, withdrawn_at)
      values (${newId()}::uuid, ${id}::uuid, 'old', '{"kty":"EC"}', ${asOf}, ${asOf}, 'somebody', 1, 'another', ${asOf}, 'somebody', ${asOf}),
        (${newId()}::uuid, ${id}::uuid, 'new', '{"kty":"OKP"}', ${asOf}, null, 'somebody', 2, null, null, null, null)`);
    await hub.rows(sql`insert into hub.client_lock (id, client_id, source, locked_at, locked_until, lifted_at)
      values (${newId()}::uuid, ${id}::uuid, '10.0.0.1', ${asOf}, '2026-12-01', null), (${newId()}::uuid, ${id}::uuid, '10.0.0.2', ${asOf}, '2026-12-01', ${asOf})`);
    for (const retired of [null, '2026-11-01'])
      await hub.rows(sql`insert into hub.client_operation (id, client_id, sha256, document, name, registered_by, registered_at, retired_by, retired_at)
        values (${newId()}::uuid, ${id}::uuid, ${`hash-${++serial}`}, ${`{ planted${serial} }`}, 'Planted', 'somebody', ${asOf}, ${retired && 'another'}, ${retired}::text::timestamptz)`);
    for (const lifted of state === 'REGISTERED' ? [] : [null, '2026-11-01'])
      await hub.rows(sql`insert into hub.operation_limit (id, unit_id, client_id, reason, limited_by, limited_at, lifted_by, lifted_at)
        values (${newId()}::uuid, ${unitId}, ${id}::uuid, '试点', 'somebody', ${asOf}, ${lifted && 'another'}, ${lifted}::text::timestamptz)`);
  }
  for (const ended of [null, '2026-11-01'])
    await hub.rows(sql`insert into hub.disabled_account (id, issuer, subject, unit_id, reason, disabled_by, disabled_at, restored_by, restored_at)
      values (${newId()}::uuid, 'https://issuer.example', ${`person-${++serial}`}, ${unitId}, '离职', 'somebody', ${asOf}, ${ended && 'another'}, ${ended}::text::timestamptz)`);
  for (const ended of [null, '2026-11-01'])
    await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at, ended_at)
      values (${newId()}::uuid, 'https://issuer.example', ${`admin-${++serial}`}, 'system', ${unitId}, 'operator', ${asOf}, ${ended}::text::timestamptz)`);
  const institution = unit.startsWith('浙') ? 'COURT' : unit === 'zj-bar' ? 'BAR' : 'JUSTICE';
  for (const [of, where] of [
    [institution, unit],
    ['FIRM', null],
  ])
    await hub.rows(sql`insert into audit.audit_line (id, at, kind, outcome, correlation_id, institution, unit, role, issuer, actor_id, client_id, coordinates, records, withheld, masked, refusals, count)
      values (${newId()}::uuid, ${asOf}, 'DISCLOSED', 'REFUSED', ${`planted-${++serial}`}, ${of}, ${where}, 'system', 'https://issuer.example', 'somebody', 'client', '{Mutation.disableClient}',
      '{"Client": ["x"]}', '{}', '{}', '{FORBIDDEN}', 1)`);
}

/** Issues of each publisher for each audience, one to come, with an article of each disclosure. */
async function plantJournals(hub: TestHub) {
  const articleIds: string[] = [];
  const issueIds: string[] = [];
  let futureIssueId = '';
  let number = 50;
  for (const title of ['浙江律师', '浙江审判'])
    for (const [day, audience] of [
      ['2026-10-01', '{PUBLIC}'],
      ['2026-10-02', '{COURT}'],
      ['2026-10-03', '{JUSTICE,BAR}'],
      ['2026-10-04', '{MEMBERS}'],
      ['2026-12-30', '{PUBLIC,COURT,JUSTICE,BAR,MEMBERS}'],
    ]) {
      const issueId = newId();
      issueIds.push(issueId);
      if (day === '2026-12-30') futureIssueId = issueId;
      await hub.rows(sql`insert into bar.journal_issue (id, journal_id, publisher, year, number, published_on, audience, recorded_at)
        select ${issueId}::uuid, id, publisher, 2026, ${++number}::int, ${day}::date, ${audience}::text[], ${asOf} from bar.journal where title = ${title}`);
      for (const [position, disclosure] of ['PUBLIC', 'SHARED', 'RESTRICTED', 'WITHHELD'].entries()) {
        const id = newId();
        articleIds.push(id);
        await hub.rows(sql`insert into bar.journal_article (id, issue_id, publisher, position, title, authors, abstract, body, disclosure, audience, withheld_basis)
          select ${id}::uuid, ${issueId}::uuid, publisher, ${position}::int, ${`题${++serial}`}::text, '{某}', '摘', '文', ${disclosure}::text, '{COURT,MEMBERS}', '不宜交流'
          from bar.journal where title = ${title}`);
      }
    }
  return { articleIds, issueIds, futureIssueId };
}
