import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray } from '../../db/rows.js';
import { firm } from './firm.table.js';

/** A firm to be entered or brought up to date, in column names. */
export interface FirmRow {
  readonly id: string;
  readonly name: string;
  readonly unified_social_credit_code: string;
  readonly credit_code_fails: boolean;
  readonly practice_licence_no: string | null;
  readonly division_code: string;
  readonly address: string | null;
  readonly person_in_charge: string | null;
  readonly person_in_charge_mobile: string | null;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly source: string;
  readonly as_of: string;
  readonly source_status_code: string | null;
  readonly source_status_text: string | null;
}

/** Enters firms, or brings those with a known credit code up to date, one statement. */
export async function upsertFirms(handle: WriteHandle, firms: readonly FirmRow[], at: Date): Promise<void> {
  if (firms.length === 0) return;
  await rows(
    handle,
    sql`insert into ${firm} (id, name, unified_social_credit_code, credit_code_fails, practice_licence_no, division_code, address, person_in_charge,
        person_in_charge_mobile, opened_on, closed_on, source, as_of, source_status_code, source_status_text, updated_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        firms,
        'r',
        `id uuid, name text, unified_social_credit_code text, credit_code_fails boolean, practice_licence_no text, division_code text, address text,
         person_in_charge text, person_in_charge_mobile text, opened_on date, closed_on date, source text, as_of timestamptz,
         source_status_code text, source_status_text text`,
      )}
      on conflict (unified_social_credit_code) do update set name = excluded.name, credit_code_fails = excluded.credit_code_fails,
        practice_licence_no = excluded.practice_licence_no, division_code = excluded.division_code, address = excluded.address,
        person_in_charge = excluded.person_in_charge, person_in_charge_mobile = excluded.person_in_charge_mobile,
        opened_on = excluded.opened_on, closed_on = excluded.closed_on, source = excluded.source, as_of = excluded.as_of,
        source_status_code = excluded.source_status_code, source_status_text = excluded.source_status_text, updated_at = excluded.updated_at`,
  );
}

/** Firms as they are recorded now, by credit code. */
export async function recordedFirms(handle: WriteHandle, codes: readonly string[]): Promise<Map<string, FirmRow>> {
  const found = await rows<FirmRow>(
    handle,
    sql`select f.id, f.name, f.unified_social_credit_code, f.credit_code_fails, f.practice_licence_no, f.division_code, f.address,
        f.person_in_charge, f.person_in_charge_mobile, f.opened_on, f.closed_on, f.source, f.as_of, f.source_status_code, f.source_status_text
      from ${firm} f where f.unified_social_credit_code = any(${textArray(codes)})`,
  );
  return new Map(found.map((row) => [row.unified_social_credit_code, row]));
}
