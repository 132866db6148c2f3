import type { Declassification } from './columns.js';

/** Values computed from facts their reader may not see. Each names the hidden columns it may depend on. */
export const declassifications: readonly Declassification[] = [
  {
    coordinate: 'Mutation.verifyLawyerIdentity',
    dependsOn: ['justice.lawyer.citizen_id_hash', 'justice.lawyer.full_name', 'justice.licence_period.status'],
    why: '一次核验: match or no match on all three facts together, never which of them failed (002 art. 2, 3; systems.md N20)',
  },
  {
    coordinate: 'MediatorRosterEntry.available',
    dependsOn: ['justice.licence_period.status'],
    why: '动态调整: whether the licence is in force now, computed at read (000 art. 12; systems.md N01)',
  },
];
