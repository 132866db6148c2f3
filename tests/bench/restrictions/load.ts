import type pg from 'pg';

/** How large the register is. */
export interface Size {
  readonly staff: number;
  readonly cases: number;
  readonly representations: number;
}

/**
 * Fills the court's tables with invented staff who are lawyers now, cases of all courts, and open representations of the
 * seeded lawyers. Straight into the tables: what is measured is what is read and judged, not how it came in.
 */
export async function fill(client: pg.Client, { staff, cases, representations }: Size): Promise<void> {
  await client.query(`create temp table c as select id, code, row_number() over (order by code) - 1 as n from court.court
      where level = 'BASIC' and valid_until is null;
    create temp table l as select id, full_name, citizen_id_hash, row_number() over (order by id) - 1 as n,
      (select firm_id from justice.licence_period p where p.lawyer_id = l.id and current_date between from_on and until_on) as firm_id
      from justice.lawyer l where citizen_id_hash is not null;
    create index on l (n); create index on c (n); analyze c; analyze l`);
  await client.query(
    `insert into court.court_staff (id, full_name, citizen_id_hash, citizen_id_sealed, lawyer_id, source, as_of, updated_at)
      select gen_random_uuid(), full_name, citizen_id_hash, 'v1:', id, 'bench', now(), now() from l
      where n % greatest(1, (select count(*) from l) / ${staff}) = 0
        and not exists (select 1 from court.court_staff s where s.citizen_id_hash = l.citizen_id_hash or s.lawyer_id = l.id)
      limit ${staff}`,
  );
  await client.query(`insert into court.court_service (id, staff_id, organ_kind, court_id, post, category, rank, rank_band, tenure, is_in_post,
        is_civil_servant, is_leadership_member, is_committee_member, leading_post, tries_or_enforces, from_on, ended_on, recorded_at)
      select gen_random_uuid(), s.id, 'COURT', c.id, '审判员', 'JUDGE', 9, 'SENIOR', 'TENURED', true, true, false, false, 'NONE', true,
        date '2008-01-01' + (abs(hashtext(s.id::text)) % 1500), date '2016-01-01' + (abs(hashtext(s.id::text)) % 3900), now()
      from court.court_staff s join c on c.n = abs(hashtext(s.id::text)) % (select count(*) from c) where s.source = 'bench';
    insert into court.departure (id, staff_id, organ_kind, court_id, type, effective_on, effective_by, exited_on, was_civil_servant, recorded_at)
      select gen_random_uuid(), t.staff_id, 'COURT', t.court_id, 'RESIGNED', t.ended_on, 'EXIT', t.ended_on, true, now()
      from court.court_service t join court.court_staff s on s.id = t.staff_id where s.source = 'bench'`);
  await client.query(`create temp table k as with made as (
        insert into court.court_case (id, court_id, case_no, procedure, stage, accepted_on, procuratorate, supervision_organ, earlier_case_nos,
          source, as_of, updated_at)
        select gen_random_uuid(), c.id, '（2026）' || c.code || '民初' || (100000 + g.i) || '号', 'CIVIL', 'FIRST_INSTANCE', '2026-01-05',
          'NONE', 'NONE', '{}', 'bench', now(), now()
        from generate_series(1, ${cases}) g(i) join c on c.n = g.i % (select count(*) from c) returning id, court_id, case_no)
      select id, court_id, case_no, row_number() over () - 1 as n from made;
    create index on k (n); analyze k`);
  await client.query(
    `insert into court.representation (id, case_id, court_id, lawyer_id, firm_id, side, capacity, category, from_on, recorded_at)
      select gen_random_uuid(), k.id, k.court_id, l.id, l.firm_id, 'CLAIMANT', 'AS_LAWYER', 'AGENT', '2026-02-02', now()
      from generate_series(0, ${representations} - 1) g(i) join k on k.n = g.i % ${cases} join l on l.n = (g.i::bigint * 7919) % (select count(*) from l)`,
  );
  await client.query('analyze');
}

/** What a window asks: cases and lawyers at random, always the same for the same data. */
export async function questions(
  client: pg.Client,
  court: string,
  most: number,
): Promise<{ caseNo: string; certificateNo: string }[]> {
  const { rows } = await client.query<{ caseNo: string; certificateNo: string }>(
    `select k.case_no as "caseNo", l.certificate_no as "certificateNo" from
        (select case_no, row_number() over (order by md5(case_no)) n from court.court_case k
          where court_id = (select id from court.court where code = $1) limit ${most}) k
      join (select certificate_no, row_number() over (order by md5(certificate_no)) n from justice.lawyer limit ${most}) l using (n)`,
    [court],
  );
  return rows;
}
