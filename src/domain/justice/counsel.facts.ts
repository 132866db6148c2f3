import { sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { keptRows as rows, textArray, uuidArray } from '../../db/rows.js';
import type { Day } from '../../kernel/day.js';
import type { FirmRole } from '../../kernel/firm-role.js';
import { Fact } from '../../policy/fact.js';
import { firm } from './firm.table.js';
import { firmJob } from './firm-job.table.js';
import { lawyer } from './lawyer.table.js';
import type { LicenceStatus } from './licence.terms.js';
import { licencePeriod } from './licence-event.table.js';
import { sanction } from './sanction.table.js';

type Handle = ReadHandle | WriteHandle;

/** One stretch of a licence; `until` null while it lasts. */
export interface PeriodFact {
  readonly eventId: string;
  readonly status: LicenceStatus;
  readonly category: string | null;
  readonly firmId: string | null;
  readonly from: Day;
  readonly until: Day | null;
}

/** A penalty that restrains a licence: a suspension (停止执业), or a revocation (吊销). */
export interface LicencePenaltyFact {
  readonly id: string;
  readonly kind: 'SUSPENSION' | 'REVOCATION';
  readonly decidedOn: Day;
  readonly from: Day;
  readonly until: Day | null;
  readonly annulledOn: Day | null;
}

/** What the justice register knows of a lawyer, for what restrains him. */
export interface CounselFacts {
  readonly id: string;
  readonly fullName: string;
  readonly citizenIdHash: string | null;
  readonly periods: readonly PeriodFact[];
  readonly penalties: readonly LicencePenaltyFact[];
}

/** What the justice register knows of lawyers, under the hub's own grant: one statement, whatever their number. */
export async function counselFacts(
  handle: Handle,
  lawyerIds: readonly string[],
): Promise<Fact<readonly CounselFacts[]>> {
  if (lawyerIds.length === 0) return new Fact([]);
  const found = await rows<CounselFacts>(
    handle,
    sql`select l.id, l.full_name as "fullName", l.citizen_id_hash as "citizenIdHash",
        (select coalesce(json_agg(json_build_object('eventId', p.event_id, 'status', p.status, 'category', p.category,
            'firmId', p.firm_id, 'from', p.from_on, 'until', nullif(p.until_on, 'infinity')) order by p.from_on), '[]')
          from ${licencePeriod} p where p.lawyer_id = l.id) as periods,
        (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'decidedOn', s.decided_on, 'from', s.effective_on,
            'until', s.ends_on, 'annulledOn', s.annulled_on) order by s.decided_on, s.id), '[]')
          from ${sanction} s where s.lawyer_id = l.id and s.kind in ('SUSPENSION', 'REVOCATION')) as penalties
      from ${lawyer} l where l.id = any(${uuidArray(lawyerIds)})`,
  );
  return new Fact(found);
}

/** A job in a firm, with the office it is registered at. */
export interface FirmJobFact {
  readonly id: string;
  readonly citizenIdHash: string | null;
  readonly lawyerId: string | null;
  readonly firmId: string;
  readonly role: FirmRole;
  readonly officeDivisionCode: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** The jobs of persons, known by keyed hash or as lawyers, under the hub's own grant. */
export async function firmJobFacts(
  handle: Handle,
  { citizenIdHashes = [], lawyerIds = [] }: { citizenIdHashes?: readonly string[]; lawyerIds?: readonly string[] },
): Promise<Fact<readonly FirmJobFact[]>> {
  const found = await rows<FirmJobFact>(
    handle,
    sql`select ${firmJob.id}, ${firmJob.citizenIdHash} as "citizenIdHash", ${firmJob.lawyerId} as "lawyerId",
        ${firmJob.firmId} as "firmId", ${firmJob.role},
        coalesce(${firmJob.officeDivisionCode}, ${firm.divisionCode}) as "officeDivisionCode",
        ${firmJob.fromOn}::text as "from", ${firmJob.untilOn}::text as "until"
      from ${firmJob} join ${firm} on ${firm.id} = ${firmJob.firmId}
      where ${firmJob.citizenIdHash} = any(${textArray(citizenIdHashes)}) or ${firmJob.lawyerId} = any(${uuidArray(lawyerIds)})
      order by ${firmJob.fromOn}, ${firmJob.id}`,
  );
  return new Fact(found);
}

/** A firm as the target of a job. */
export interface FirmFact {
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly divisionCode: string;
}

/** Firms by id or by unified social credit code, under the hub's own grant. */
export async function firmFacts(
  handle: Handle,
  { ids = [], creditCodes = [] }: { ids?: readonly string[]; creditCodes?: readonly string[] },
): Promise<Fact<readonly FirmFact[]>> {
  if (ids.length + creditCodes.length === 0) return new Fact([]);
  const found = await rows<FirmFact>(
    handle,
    sql`select ${firm.id}, ${firm.unifiedSocialCreditCode} as "creditCode", ${firm.name}, ${firm.divisionCode} as "divisionCode"
      from ${firm} where ${firm.id} = any(${uuidArray(ids)}) or ${firm.unifiedSocialCreditCode} = any(${textArray(creditCodes)})`,
  );
  return new Fact(found);
}

/** The lawyers of firms on a day, under the hub's own grant. */
export async function lawyersOfFirms(
  handle: Handle,
  firmIds: readonly string[],
  on: Day,
): Promise<Fact<readonly { readonly lawyerId: string; readonly firmId: string }[]>> {
  const found = await rows<{ lawyerId: string; firmId: string }>(
    handle,
    sql`select ${licencePeriod.lawyerId} as "lawyerId", ${licencePeriod.firmId} as "firmId" from ${licencePeriod}
      where ${licencePeriod.firmId} = any(${uuidArray(firmIds)})
        and ${on}::date between ${licencePeriod.fromOn} and ${licencePeriod.untilOn}`,
  );
  return new Fact(found);
}

/** The firms that lawyers practise in on a day, under the hub's own grant. */
export async function firmsOfLawyers(
  handle: Handle,
  lawyerIds: readonly string[],
  on: Day,
): Promise<Fact<readonly { readonly lawyerId: string; readonly firmId: string }[]>> {
  const found = await rows<{ lawyerId: string; firmId: string }>(
    handle,
    sql`select ${licencePeriod.lawyerId} as "lawyerId", ${licencePeriod.firmId} as "firmId" from ${licencePeriod}
      where ${licencePeriod.lawyerId} = any(${uuidArray(lawyerIds)}) and ${licencePeriod.firmId} is not null
        and ${on}::date between ${licencePeriod.fromOn} and ${licencePeriod.untilOn}`,
  );
  return new Fact(found);
}
