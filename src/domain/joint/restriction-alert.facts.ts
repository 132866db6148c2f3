import { sql } from 'drizzle-orm';
import { rows, uuidArray } from '../../db/rows.js';
import type { Reading } from '../../operation/reading.js';
import { Fact } from '../../policy/fact.js';
import type { Verdict } from './restriction/verdict.terms.js';
import { restrictionAlert } from './restriction-alert.table.js';
import type { RestrictionAlertKind } from './restriction-alert.terms.js';

/** The verdict that an alert was raised on; null for a reminder. */
export interface AlertVerdict {
  readonly id: string;
  readonly kind: RestrictionAlertKind;
  readonly verdict: Verdict | null;
}

/** The verdicts behind alerts, as they were stored, under the hub's own grant. */
export async function alertVerdicts(
  { handle }: Reading,
  alertIds: readonly string[],
): Promise<Fact<readonly AlertVerdict[]>> {
  return new Fact(
    await rows<AlertVerdict>(
      handle,
      sql`select a.id, a.kind, a.verdict from ${restrictionAlert} a where a.id = any(${uuidArray(alertIds)})`,
    ),
  );
}
