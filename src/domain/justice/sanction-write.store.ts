import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../../db/handle.js';
import { recordset, rows, textArray } from '../../db/rows.js';
import type { AuthorityLevel } from './licence.terms.js';
import { sanction } from './sanction.table.js';
import type { SanctionKind } from './sanction.terms.js';

/** A decision to be entered, in column names. */
export interface SanctionRow {
  readonly id: string;
  readonly lawyer_id: string | null;
  readonly firm_id: string | null;
  readonly kind: string;
  readonly authority: string;
  readonly authority_level: string;
  readonly decision_no: string;
  readonly legal_basis: string;
  readonly fine_yuan: number | null;
  readonly decided_on: string;
  readonly effective_on: string;
  readonly ends_on: string | null;
  readonly public_from: string | null;
  readonly public_until: string | null;
  readonly annulled_on: string | null;
  readonly annulment_no: string | null;
  readonly annulled_by: string | null;
  readonly annulled_by_level: string | null;
  readonly summary: string;
  readonly decision_text: string | null;
  readonly source: string;
  readonly as_of: string;
}

/** How a decision was annulled: from which day, by which decision, of which body. */
export interface Annulment {
  readonly annulledOn: string;
  readonly annulmentNo: string | null;
  readonly annulledBy: string;
  readonly annulledByLevel: string;
}

/** A decision that is there, as an annulment needs to know it. */
export interface RecordedDecision {
  readonly id: string;
  readonly decisionNo: string;
  readonly lawyerId: string | null;
  readonly firmId: string | null;
  readonly kind: SanctionKind;
  readonly effectiveOn: string;
  readonly annulledOn: string | null;
  readonly authority: string;
  readonly authorityLevel: AuthorityLevel;
}

/** Enters decisions, one statement. */
export async function insertSanctions(handle: WriteHandle, sanctions: readonly SanctionRow[], at: Date): Promise<void> {
  if (sanctions.length === 0) return;
  await rows(
    handle,
    sql`insert into ${sanction} (id, lawyer_id, firm_id, kind, authority, authority_level, decision_no, legal_basis, fine_yuan,
        decided_on, effective_on, ends_on, public_from, public_until, annulled_on, annulment_no, annulled_by, annulled_by_level, summary, decision_text, source, as_of, recorded_at)
      select r.*, ${at.toISOString()}::timestamptz from ${recordset(
        sanctions,
        'r',
        `id uuid, lawyer_id uuid, firm_id uuid, kind text, authority text, authority_level text, decision_no text, legal_basis text,
         fine_yuan numeric, decided_on date, effective_on date, ends_on date, public_from date, public_until date, annulled_on date,
         annulment_no text, annulled_by text, annulled_by_level text, summary text, decision_text text, source text, as_of timestamptz`,
      )}`,
  );
}

/** The decisions recorded under these numbers. */
export function recordedDecisions(handle: WriteHandle, decisionNos: readonly string[]): Promise<RecordedDecision[]> {
  return rows(
    handle,
    sql`select s.id, s.decision_no as "decisionNo", s.lawyer_id as "lawyerId", s.firm_id as "firmId", s.kind, s.effective_on as "effectiveOn",
        s.annulled_on as "annulledOn", s.authority, s.authority_level as "authorityLevel"
      from ${sanction} s where s.decision_no = any(${textArray(decisionNos)})`,
  );
}

/** Marks decisions as annulled, one statement. */
export async function annulSanctions(
  handle: WriteHandle,
  annulments: readonly ({ readonly id: string } & Annulment)[],
): Promise<void> {
  if (annulments.length === 0) return;
  const values = annulments.map(({ id, annulledOn, annulmentNo, annulledBy, annulledByLevel }) => ({
    id,
    annulled_on: annulledOn,
    annulment_no: annulmentNo,
    annulled_by: annulledBy,
    annulled_by_level: annulledByLevel,
  }));
  await rows(
    handle,
    sql`update ${sanction} s set annulled_on = r.annulled_on, annulment_no = r.annulment_no,
        annulled_by = r.annulled_by, annulled_by_level = r.annulled_by_level
      from ${recordset(values, 'r', 'id uuid, annulled_on date, annulment_no text, annulled_by text, annulled_by_level text')} where s.id = r.id`,
  );
}
