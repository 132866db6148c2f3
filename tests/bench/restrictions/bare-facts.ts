import type pg from 'pg';

/**
 * The facts of one check, fetched by prepared statements and nothing else: what PostgreSQL and a driver need for them. The
 * statements are those by which the hub reads the registers, with a lawyer's keys in place of lists.
 */
const statements: readonly (readonly [name: string, text: string, of: (known: Known) => unknown[]])[] = [
  [
    'case',
    'select id, court_id, procedure, stage, procuratorate, supervision_organ, earlier_case_nos from court.court_case where case_no = $1',
    ({ caseNo }) => [caseNo],
  ],
  [
    'counsel',
    `select c.lawyer_id, p.firm_id from justice.certificate c left join justice.licence_period p on p.lawyer_id = c.lawyer_id
    and current_date between p.from_on and p.until_on where c.certificate_no = $1`,
    ({ certificateNo }) => [certificateNo],
  ],
  [
    'panel',
    "select staff_id, role from court.panel_member where case_id = $1 and current_date between from_on and coalesce(until_on, 'infinity')",
    ({ caseId }) => [caseId],
  ],
  [
    'lawyersOfFirm',
    'select lawyer_id from justice.licence_period where firm_id = $1 and current_date between from_on and until_on',
    ({ firmId }) => [firmId],
  ],
  [
    'colleagues',
    'select s.id, array(select distinct t.court_id from court.court_service t where t.staff_id = s.id) from court.court_staff s where s.lawyer_id = any($1::uuid[])',
    ({ colleagues }) => [colleagues],
  ],
  ['lawyer', 'select full_name, citizen_id_hash from justice.lawyer where id = $1', ({ lawyerId }) => [lawyerId]],
  [
    'periods',
    'select event_id, status, category, firm_id, from_on, until_on from justice.licence_period where lawyer_id = $1 order by from_on',
    ({ lawyerId }) => [lawyerId],
  ],
  [
    'penalties',
    "select id, kind, decided_on, effective_on, ends_on, annulled_on from justice.sanction where lawyer_id = $1 and kind in ('SUSPENSION', 'REVOCATION')",
    ({ lawyerId }) => [lawyerId],
  ],
  [
    'kinship',
    `select id, staff_id, relation, declared_on, from_on, until_on from court.kinship_declaration k where (relative_id_hash = $1 or relative_name = $2)
    and not exists (select 1 from court.kinship_declaration c where c.supersedes = k.id)`,
    ({ hash, fullName }) => [hash, fullName],
  ],
  ['staff', 'select id, as_of from court.court_staff where citizen_id_hash = $1', ({ hash }) => [hash]],
  [
    'services',
    'select * from court.court_service t where staff_id = $1 and not exists (select 1 from court.court_service c where c.supersedes = t.id) order by from_on',
    ({ staffId }) => [staffId],
  ],
  [
    'departures',
    'select * from court.departure t where staff_id = $1 and not exists (select 1 from court.departure c where c.supersedes = t.id)',
    ({ staffId }) => [staffId],
  ],
  ['laterPosts', 'select * from court.later_public_post where staff_id = $1', ({ staffId }) => [staffId]],
  ['approvals', 'select * from court.staff_approval where staff_id = $1', ({ staffId }) => [staffId]],
  ['pledges', 'select * from court.staff_pledge where staff_id = $1', ({ staffId }) => [staffId]],
  [
    'jobs',
    'select j.id, j.firm_id, j.role, j.from_on, j.until_on from justice.firm_job j where citizen_id_hash = $1 or lawyer_id = $2',
    ({ hash, lawyerId }) => [hash, lawyerId],
  ],
  [
    'opinions',
    'select o.id, o.court_id, o.objects, o.given_at from bar.former_court_opinion o join bar.internship i on i.id = o.internship_id where i.citizen_id_hash = $1 and o.given_at is not null',
    ({ hash }) => [hash],
  ],
  ['registerDay', 'select max(as_of) from court.court_staff', () => []],
  ['lineage', 'select id, from_court_id, to_court_id, kind, on_day from court.court_lineage', () => []],
  [
    'areas',
    'select court_id, division_code, valid_from, valid_until from court.court_area where court_id = any($1::uuid[])',
    ({ courtIds }) => [courtIds],
  ],
  [
    'packs',
    'select code, version, issuer, title, effective_from, effective_until, switches from hub.rule_pack',
    () => [],
  ],
];

interface Known {
  caseNo: string;
  certificateNo: string;
  caseId: string | null;
  courtIds: string[];
  lawyerId: string | null;
  firmId: string | null;
  colleagues: string[];
  hash: string | null;
  fullName: string | null;
  staffId: string | null;
}

/** Fetches the facts of a check, one statement after the other; answers how many rows they were. */
export async function bareFacts(
  client: pg.Client,
  asked: { readonly caseNo: string; readonly certificateNo: string },
): Promise<number> {
  const known: Known = {
    ...asked,
    caseId: null,
    courtIds: [],
    lawyerId: null,
    firmId: null,
    colleagues: [],
    hash: null,
    fullName: null,
    staffId: null,
  };
  let found = 0;
  for (const [name, text, of] of statements) {
    const { rows } = await client.query({ name: `bare/${name}`, text, values: of(known) });
    found += rows.length;
    const [row] = rows;
    if (name === 'case') Object.assign(known, { caseId: row?.id, courtIds: [row?.court_id] });
    if (name === 'counsel') Object.assign(known, { lawyerId: row?.lawyer_id, firmId: row?.firm_id ?? null });
    if (name === 'lawyersOfFirm') known.colleagues = rows.map(({ lawyer_id }) => lawyer_id);
    if (name === 'lawyer') Object.assign(known, { hash: row?.citizen_id_hash, fullName: row?.full_name });
    if (name === 'staff') known.staffId = row?.id ?? null;
    if (name === 'services') known.courtIds.push(...rows.map(({ court_id }) => court_id));
  }
  return found;
}
