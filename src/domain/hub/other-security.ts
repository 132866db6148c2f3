import { sql } from 'drizzle-orm';
import { rows } from '../../db/rows.js';
import { isInCharge } from '../../identity/charge.js';
import type { Unit } from '../../identity/identity.js';
import type { Act } from '../../operation/act.js';
import { administrator, disabledAccount } from './account.table.js';
import type { Account } from './account-write.store.js';
import { unit } from './unit.table.js';
import { unitInCharge } from './unit-directory.store.js';

/**
 * Whether a unit has a security administrator beside this account whom no unit in charge of it has disabled. What others
 * wrote about him takes nothing from him there.
 */
export async function hasOtherSecurity(act: Act, unitCode: string, { issuer, subject }: Account): Promise<boolean> {
  const others = await rows<{ disabledBy: string[] }>(
    act.handle,
    sql`select array(select u.code from ${disabledAccount} d join ${unit} u on u.id = d.unit_id where d.restored_at is null
        and d.issuer = ${administrator.issuer} and d.subject = ${administrator.subject}) as "disabledBy"
      from ${administrator} join ${unit} on ${unit.id} = ${administrator.unitId}
      where ${administrator.endedAt} is null and ${administrator.role} = 'security' and ${unit.code} = ${unitCode}
        and (${administrator.issuer}, ${administrator.subject}) <> (${issuer}, ${subject})`,
  );
  const { today } = act.grant.asker;
  const of = (await unitInCharge(act.handle, unitCode, today)) as Unit;
  const acting = { institution: of.institution, role: 'security', unit: of } as const;
  const decides = async (code: string) => isInCharge((await unitInCharge(act.handle, code, today)) as Unit, acting);
  for (const { disabledBy } of others) {
    const decided = await Promise.all(disabledBy.map(decides));
    if (!decided.includes(true)) return true;
  }
  return false;
}
