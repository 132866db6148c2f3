import { sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { disabledAccountPolicy } from './account.policy.js';
import { administrator, disabledAccount } from './account.table.js';
import { inChargeOfUnit } from './unit.policy.js';
import { unit } from './unit.table.js';

/** An account, as an issuer names it. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
}

/** The office an account holds. */
export interface HeldOffice {
  readonly role: string;
  readonly unitCode: string;
  /** Whether the asker's unit is in charge of that of the office. */
  readonly isInCharge: boolean;
}

/** The office of an account; null when it holds none. */
export async function officeOf(act: Act, { issuer, subject }: Account): Promise<HeldOffice | null> {
  const [found] = await rows<HeldOffice>(
    act.handle,
    sql`select ${administrator.role}, ${unit.code} as "unitCode",
        ${inChargeOfUnit(act.grant.asker, administrator.unitId)} as "isInCharge"
      from ${administrator} join ${unit} on ${unit.id} = ${administrator.unitId} where ${administrator.endedAt} is null
        and ${administrator.issuer} = ${issuer} and ${administrator.subject} = ${subject}`,
  );
  return found ?? null;
}

/** Enters an account as disabled by the asker's unit; the id of the line, or null when it is disabled by it already. */
export async function insertDisabled(act: Act, account: Account, unitId: string, reason: string) {
  const [made] = await act.handle
    .insert(disabledAccount)
    .values({
      ...account,
      id: uuidv7(),
      unitId,
      reason,
      disabledBy: act.grant.asker.identity.actorId,
      disabledAt: act.at.toISOString(),
    })
    .onConflictDoNothing()
    .returning({ id: disabledAccount.id });
  return made?.id ?? null;
}

/** Restores an account; its line's id, or null when no line within reach of the asker is open under that id. */
export async function markRestored(act: Act, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const [restored] = await rows<{ id: string }>(
    act.handle,
    sql`update ${disabledAccount} set restored_by = ${act.grant.asker.identity.actorId}, restored_at = ${act.at.toISOString()}::timestamptz
      where ${disabledAccount.id} = ${id}::uuid and ${disabledAccount.restoredAt} is null
        and ${act.grant.rowsOf(disabledAccountPolicy, act.reach)} returning ${disabledAccount.id}`,
  );
  return restored?.id ?? null;
}
