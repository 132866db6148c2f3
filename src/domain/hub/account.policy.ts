import type { RecordPolicy } from '../../policy/record-policy.js';
import { administrator, disabledAccount } from './account.table.js';
import { inChargeOfUnit } from './unit.policy.js';

type DisabledField =
  | 'issuer'
  | 'subject'
  | 'unit'
  | 'reason'
  | 'disabledBy'
  | 'disabledAt'
  | 'restoredBy'
  | 'restoredAt';

/** What the matrix words mean for a disabled account: it belongs to the unit whose administrator disabled it. */
export const disabledAccountPolicy: RecordPolicy<DisabledField> = {
  type: 'DisabledAccount',
  key: disabledAccount.id,
  fields: {
    issuer: disabledAccount.issuer,
    subject: disabledAccount.subject,
    unit: disabledAccount.unitId,
    reason: disabledAccount.reason,
    disabledBy: disabledAccount.disabledBy,
    disabledAt: disabledAccount.disabledAt,
    restoredBy: disabledAccount.restoredBy,
    restoredAt: disabledAccount.restoredAt,
  },
  reaches: { area: (asker) => inChargeOfUnit(asker, disabledAccount.unitId) },
};

type OfficeField = 'issuer' | 'subject' | 'role' | 'unit' | 'appointedBy' | 'appointedAt';

/** What the matrix words mean for an administrator. */
export const administratorPolicy: RecordPolicy<OfficeField> = {
  type: 'Administrator',
  key: administrator.id,
  fields: {
    issuer: administrator.issuer,
    subject: administrator.subject,
    role: administrator.role,
    unit: administrator.unitId,
    appointedBy: administrator.appointedBy,
    appointedAt: administrator.appointedAt,
  },
  reaches: { area: (asker) => inChargeOfUnit(asker, administrator.unitId) },
};
