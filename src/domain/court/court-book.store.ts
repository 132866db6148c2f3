import { sql } from 'drizzle-orm';
import { rows, textArray } from '../../db/rows.js';
import { type Day, FOREVER, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { court } from './court.table.js';
import { organInArea } from './court-staff.policy.js';

/** A court as the writer needs to know it; `isWritable`: in the area of the writer's unit. */
export interface BookedCourt {
  readonly id: string;
  readonly code: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly isWritable: boolean;
}

/** The courts with these codes, those dissolved too. */
export async function bookedCourts(act: Act, codes: readonly string[]): Promise<Map<string, BookedCourt>> {
  const found = await rows<BookedCourt>(
    act.handle,
    sql`select ${court.id}, ${court.code}, ${court.validFrom}::text as "validFrom", ${court.validUntil}::text as "validUntil",
        ${organInArea(act.grant.asker, court.id, sql`null::text`)} as "isWritable"
      from ${court} where ${court.code} = any(${textArray([...new Set(codes)])})`,
  );
  return new Map(found.map((one) => [one.code, one]));
}

/** Of these divisions, those in the writer's area. */
export async function divisionsInArea(act: Act, codes: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ code: string }>(
    act.handle,
    sql`select d.code from unnest(${textArray(codes)}) d(code) where ${organInArea(act.grant.asker, sql`null::uuid`, sql`d.code`)}`,
  );
  return new Set(found.map(({ code }) => code));
}

/** The court of a code, in the writer's area; throws COURT_UNKNOWN, OUT_OF_REACH at the field. */
export function courtIn(courts: ReadonlyMap<string, BookedCourt>, code: string, field: string): BookedCourt {
  const found = courts.get(code);
  if (!found) throw new Refusal('COURT_UNKNOWN', [field]);
  if (!found.isWritable) throw new Refusal('OUT_OF_REACH', [field]);
  return found;
}

/** Whether a court stands on a day. */
export const stands = ({ validFrom, validUntil }: BookedCourt, on: Day): boolean =>
  !isBefore(on, validFrom) && !isBefore(validUntil ?? FOREVER, on);
