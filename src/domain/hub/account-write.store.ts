import { type SQL, sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { disabledAccountPolicy } from './account.policy.js';
import { administrator, disabledAccount } from './account.table.js';
import { inChargeOfUnit } from './unit.policy.js';

/** An account, as an issuer names it. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
}

/** The office an account holds. */
export interface HeldOffice {
  readonly role: string;
  readonly unitId: string;
  /** Whether the asker's unit is in charge of that of the office. */
  readonly isInCharge: boolean;
}

/** The office of an account; null when it holds none. */
export async function officeOf(act: Act, { issuer, subject }: Account): Promise<HeldOffice | null> {
  const [found] = await rows<HeldOffice>(
    act.handle,
    sql`select ${administrator.role}, ${administrator.unitId} as "unitId",
        ${inChargeOfUnit(act.grant.asker, administrator.unitId)} as "isInCharge"
      from ${administrator} where ${administrator.endedAt} is null
        and ${administrator.issuer} = ${issuer} and ${administrator.subject} = ${subject}`,
  );
  return found ?? null;
}

/** Whether a unit has a security administrator beside this account, one whom nobody has disabled. */
export async function hasOtherSecurity(act: Act, unitId: string, { issuer, subject }: Account): Promise<boolean> {
  const isDisabled: SQL = sql`exists (select 1 from ${disabledAccount} d where d.restored_at is null
    and d.issuer = ${administrator.issuer} and d.subject = ${administrator.subject})`;
  const others = await rows(
    act.handle,
    sql`select 1 from ${administrator} where ${administrator.endedAt} is null and ${administrator.role} = 'security'
      and ${administrator.unitId} = ${unitId}::uuid and not ${isDisabled}
      and (${administrator.issuer}, ${administrator.subject}) <> (${issuer}, ${subject}) limit 1`,
  );
  return others.length > 0;
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
