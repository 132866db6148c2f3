import { type SQL, sql } from 'drizzle-orm';
import { recordset, rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { divisionInArea } from '../../policy/area.js';
import { firmPolicy } from './firm.policy.js';
import { firm } from './firm.table.js';
import { lawyerPolicy, lawyersOn } from './lawyer.policy.js';
import { certificate, lawyer } from './lawyer.table.js';
import type { AuthorityLevel, LicenceFact } from './licence.terms.js';
import { licenceEvent, licencePeriod } from './licence-event.table.js';
import { sanction } from './sanction.table.js';
import type { SanctionKind } from './sanction.terms.js';

const JUSTICE_WRITERS = 7_401_914;

/** One justice writer at a time: histories are derived whole, and two writers must not derive from the same past. */
export async function takeWritersTurn(act: Act): Promise<void> {
  await rows(act.handle, sql`select pg_advisory_xact_lock(${JUSTICE_WRITERS})`);
}

/** A lawyer as the writer needs to know him; `writable` is the matrix's answer for this unit. */
export interface BookedLawyer {
  readonly id: string;
  readonly certificateNo: string;
  readonly numbers: readonly string[];
  readonly fullName: string;
  readonly formerNames: readonly string[];
  readonly citizenIdHash: string | null;
  /** Day of each contact value on record, by field. */
  readonly contactDays: Readonly<Record<string, Day>>;
  readonly writable: boolean;
}

/** A firm as the writer needs to know it. */
export interface BookedFirm {
  readonly id: string;
  readonly unifiedSocialCreditCode: string;
  readonly divisionCode: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly writable: boolean;
}

/** A decision as the writer needs to know it. */
export interface BookedSanction {
  readonly id: string;
  readonly decisionNo: string;
  readonly lawyerId: string | null;
  readonly kind: SanctionKind;
  readonly effectiveOn: Day;
  readonly endsOn: Day | null;
  readonly annulledOn: Day | null;
  readonly annulmentNo: string | null;
  readonly annulledBy: string | null;
  readonly annulledByLevel: string | null;
  readonly authority: string;
  readonly authorityLevel: AuthorityLevel;
}

/** What a batch names: everything it needs is read at once. */
export interface Names {
  readonly lawyerIds: readonly string[];
  readonly certificateNos: readonly string[];
  readonly citizenIdHashes: readonly string[];
  /** Events whose lawyers are meant. */
  readonly eventIds?: readonly string[];
}

/** Lawyers named by id, by any number they have or had, or by the hash of their citizen ID. */
export function bookedLawyers(act: Act, names: Names): Promise<BookedLawyer[]> {
  return rows(
    act.handle,
    sql`select ${lawyer.id}, ${lawyer.certificateNo} as "certificateNo", ${lawyer.fullName} as "fullName", ${lawyer.formerNames} as "formerNames", ${lawyer.contactDays} as "contactDays", ${lawyer.citizenIdHash} as "citizenIdHash",
        array(select c.certificate_no from ${certificate} c where c.lawyer_id = ${lawyer.id}) as numbers,
        coalesce(${act.grant.rowsOf(lawyerPolicy, act.reach)}, false) as writable
      from ${lawyersOn(act.grant.asker.today)}
      where ${lawyer.id} in (
        select unnest(${uuidArray(names.lawyerIds)})
        union select c.lawyer_id from ${certificate} c where c.certificate_no = any(${textArray(names.certificateNos)})
        union select l.id from ${lawyer} l where l.citizen_id_hash = any(${textArray(names.citizenIdHashes)})
        union select e.lawyer_id from ${licenceEvent} e where e.id = any(${uuidArray(names.eventIds ?? [])}))`,
  );
}

/** Firms named by id or credit code. */
export function bookedFirms(act: Act, ids: readonly string[], codes: readonly string[]): Promise<BookedFirm[]> {
  return rows(
    act.handle,
    sql`select ${firm.id}, ${firm.unifiedSocialCreditCode} as "unifiedSocialCreditCode",
        ${firm.divisionCode} as "divisionCode", ${firm.openedOn} as "openedOn", ${firm.closedOn} as "closedOn",
        ${act.grant.rowsOf(firmPolicy, act.reach)} as writable
      from ${firm} where ${firm.id} = any(${uuidArray(ids)})
        or ${firm.unifiedSocialCreditCode} = any(${textArray(codes)})`,
  );
}

/** Decisions named by number. */
export function bookedSanctions(act: Act, decisionNos: readonly string[]): Promise<BookedSanction[]> {
  return rows(
    act.handle,
    sql`select ${sanction.id}, ${sanction.decisionNo} as "decisionNo", ${sanction.lawyerId} as "lawyerId", ${sanction.kind} as kind,
        ${sanction.effectiveOn} as "effectiveOn", ${sanction.endsOn} as "endsOn", ${sanction.annulledOn} as "annulledOn", ${sanction.annulmentNo} as "annulmentNo",
        ${sanction.annulledBy} as "annulledBy", ${sanction.annulledByLevel} as "annulledByLevel",
        ${sanction.authority} as authority, ${sanction.authorityLevel} as "authorityLevel"
      from ${sanction} where ${sanction.decisionNo} = any(${textArray(decisionNos)})`,
  );
}

/** Of these divisions, those in the writer's area. */
export async function divisionsWritable(act: Act, codes: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ code: string }>(
    act.handle,
    sql`select d.code from unnest(${textArray(codes)}) d(code) where ${divisionInArea(act.grant.asker, sql`d.code`)}`,
  );
  return new Set(found.map((row) => row.code));
}

/** All events of lawyers, as the licence rule wants them, in order of recording. */
export async function factsOf(act: Act, lawyerIds: readonly string[]): Promise<Map<string, LicenceFact[]>> {
  const found = await rows<LicenceFact & { lawyerId: string }>(
    act.handle,
    sql`select e.lawyer_id as "lawyerId", e.id, e.kind, e.effective_on as "effectiveOn", e.suspended_from as "suspendedFrom",
        e.suspended_until as "suspendedUntil", e.category, e.firm_id as "firmId", e.certificate_no as "certificateNo",
        e.sanction_id as "sanctionId", e.supersedes
      from ${licenceEvent} e where e.lawyer_id = any(${uuidArray(lawyerIds)}) order by e.position`,
  );
  const facts = new Map<string, LicenceFact[]>(lawyerIds.map((id) => [id, []]));
  for (const fact of found) facts.get(fact.lawyerId)?.push(fact);
  return facts;
}

/** A stretch of the licence as it is stored. */
export interface PeriodRow {
  readonly lawyer_id: string;
  readonly from_on: Day;
  readonly until_on: Day;
  readonly status: string;
  readonly category: string;
  readonly firm_id: string | null;
  readonly certificate_no: string;
  readonly event_id: string;
}

/** Replaces the derived periods of lawyers; those without periods before have nothing to delete. */
export async function replacePeriods(
  handle: Act['handle'],
  known: readonly string[],
  periods: readonly PeriodRow[],
): Promise<void> {
  if (known.length > 0)
    await rows(handle, sql`delete from ${licencePeriod} where ${licencePeriod.lawyerId} = any(${uuidArray(known)})`);
  if (periods.length > 0) await rows(handle, insertPeriods(periods));
}

const insertPeriods = (periods: readonly PeriodRow[]): SQL => sql`
  insert into ${licencePeriod} (lawyer_id, from_on, until_on, status, category, firm_id, certificate_no, event_id)
  select lawyer_id, from_on, until_on, status, category, firm_id, certificate_no, event_id
  from ${recordset(periods, 'r', 'lawyer_id uuid, from_on date, until_on date, status text, category text, firm_id uuid, certificate_no text, event_id uuid')}`;
