import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray } from '../../db/rows.js';
import { certificate, lawyer } from './lawyer.table.js';
import { licenceEvent } from './licence-event.table.js';

/** A lawyer to be entered, in column names. */
export interface LawyerRow {
  readonly id: string;
  readonly full_name: string;
  readonly former_names: readonly string[];
  readonly pinyin: string;
  readonly initials: string;
  readonly citizen_id_hash: string;
  readonly citizen_id_sealed: string;
  readonly certificate_no: string;
  readonly first_practised_on: string;
  readonly division_code: string;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly office_address: string | null;
  readonly home_address: string | null;
  readonly contact_days: Readonly<Record<string, string>>;
  readonly source: string;
  readonly as_of: string;
  readonly source_status_code: string | null;
  readonly source_status_text: string | null;
}

/** An event to be appended, in column names. */
export interface EventRow {
  readonly id: string;
  readonly lawyer_id: string;
  readonly kind: string;
  readonly effective_on: string;
  readonly suspended_from: string | null;
  readonly suspended_until: string | null;
  readonly category: string | null;
  readonly firm_id: string | null;
  readonly certificate_no: string | null;
  readonly sanction_id: string | null;
  readonly supersedes: string | null;
  readonly decision_no: string | null;
  readonly legal_basis: string | null;
  readonly decided_by: string;
  readonly decided_by_level: string;
  readonly reason: string | null;
  readonly changed_fields: readonly string[];
  readonly source: string;
  readonly as_of: string;
  readonly source_status_code: string | null;
  readonly source_status_text: string | null;
}

/** A certificate number and whose it is. */
export interface CertificateRow {
  readonly certificate_no: string;
  readonly lawyer_id: string;
  readonly form: string;
  readonly valid_from: string | null;
}

/** What an event leaves on the lawyer record itself. */
export interface LawyerChange {
  readonly id: string;
  readonly certificate_no: string | null;
  readonly full_name: string | null;
  readonly former_names: readonly string[] | null;
  readonly pinyin: string | null;
  readonly initials: string | null;
  readonly division_code: string | null;
  readonly citizen_id_hash: string | null;
  readonly citizen_id_sealed: string | null;
  /** Replaces the day on record in a correction, and otherwise only when earlier. */
  readonly first_practised_on: string | null;
  readonly is_correction: boolean;
  readonly source: string;
  readonly as_of: string;
  readonly source_status_code: string | null;
  readonly source_status_text: string | null;
}

const PROVENANCE = 'source text, as_of timestamptz, source_status_code text, source_status_text text';

/** Enters lawyers, one statement. */
export async function insertLawyers(handle: WriteHandle, lawyers: readonly LawyerRow[], at: Date): Promise<void> {
  if (lawyers.length === 0) return;
  await rows(
    handle,
    sql`insert into ${lawyer} (id, full_name, former_names, pinyin, initials, citizen_id_hash, citizen_id_sealed, certificate_no,
        first_practised_on, division_code, mobile, email, office_address, home_address, contact_days, source, as_of, source_status_code, source_status_text, updated_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        lawyers,
        'r',
        `id uuid, full_name text, former_names text[], pinyin text, initials text, citizen_id_hash text, citizen_id_sealed text, certificate_no text,
         first_practised_on date, division_code text, mobile text, email text, office_address text, home_address text, contact_days jsonb, ${PROVENANCE}`,
      )}`,
  );
}

/** Appends licence events in the order given, one statement. */
export async function insertEvents(handle: WriteHandle, events: readonly EventRow[], at: Date): Promise<void> {
  if (events.length === 0) return;
  await rows(
    handle,
    sql`insert into ${licenceEvent} (id, lawyer_id, kind, effective_on, suspended_from, suspended_until, category, firm_id, certificate_no,
        sanction_id, supersedes, decision_no, legal_basis, decided_by, decided_by_level, reason, changed_fields, source, as_of,
        source_status_code, source_status_text, recorded_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        events,
        'r',
        `id uuid, lawyer_id uuid, kind text, effective_on date, suspended_from date, suspended_until date, category text, firm_id uuid,
         certificate_no text, sanction_id uuid, supersedes uuid, decision_no text, legal_basis text, decided_by text, decided_by_level text,
         reason text, changed_fields text[], ${PROVENANCE}`,
      )}`,
  );
}

/** Enters certificate numbers, one statement. */
export async function insertCertificates(handle: WriteHandle, certificates: readonly CertificateRow[]): Promise<void> {
  if (certificates.length === 0) return;
  await rows(
    handle,
    sql`insert into ${certificate} (certificate_no, lawyer_id, form, valid_from)
      select r.* from ${recordset(certificates, 'r', 'certificate_no text, lawyer_id uuid, form text, valid_from date')}`,
  );
}

/** Brings lawyer records up to date, one statement; null leaves a value as it is. */
export async function updateLawyers(handle: WriteHandle, changes: readonly LawyerChange[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  await rows(
    handle,
    sql`update ${lawyer} l set certificate_no = coalesce(r.certificate_no, l.certificate_no),
        full_name = coalesce(r.full_name, l.full_name), former_names = coalesce(r.former_names, l.former_names),
        pinyin = coalesce(r.pinyin, l.pinyin), initials = coalesce(r.initials, l.initials), division_code = coalesce(r.division_code, l.division_code),
        citizen_id_hash = coalesce(r.citizen_id_hash, l.citizen_id_hash),
        citizen_id_sealed = coalesce(r.citizen_id_sealed, l.citizen_id_sealed),
        first_practised_on = case when r.is_correction then coalesce(r.first_practised_on, l.first_practised_on)
          else least(r.first_practised_on, l.first_practised_on) end,
        source = r.source, as_of = r.as_of,
        source_status_code = coalesce(r.source_status_code, l.source_status_code),
        source_status_text = coalesce(r.source_status_text, l.source_status_text), updated_at = ${at.toISOString()}::timestamptz
      from ${recordset(
        changes,
        'r',
        `id uuid, certificate_no text, full_name text, former_names text[],
        pinyin text, initials text, division_code text, citizen_id_hash text, citizen_id_sealed text,
        first_practised_on date, is_correction boolean, ${PROVENANCE}`,
      )} where l.id = r.id`,
  );
}

/** Gives certificate numbers free. */
export async function releaseCertificates(handle: WriteHandle, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return;
  await rows(handle, sql`delete from ${certificate} where ${certificate.certificateNo} = any(${textArray(numbers)})`);
}
