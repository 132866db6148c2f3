import type { Declassification } from './columns.js';

/**
 * Values computed from facts their reader may not see. Each names the columns it may depend on: exactly those that its
 * facts reader names, ids apart; `tests/policy/hidden-columns.test.ts` compares them.
 */
export const declassifications = [
  {
    coordinate: 'Mutation.verifyLawyerIdentity',
    dependsOn: [
      'justice.certificate.certificate_no',
      'justice.lawyer.citizen_id_hash',
      'justice.lawyer.full_name',
      'justice.licence_period.from_on',
      'justice.licence_period.status',
      'justice.licence_period.until_on',
    ],
    why: '一次核验: match or no match on all three facts together, never which of them failed (002 art. 2, 3; systems.md N20)',
  },
  {
    coordinate: 'MediatorRosterEntry.available',
    dependsOn: ['justice.licence_period.from_on', 'justice.licence_period.status', 'justice.licence_period.until_on'],
    why: '动态调整: whether the licence is in force now, computed at read (000 art. 12; systems.md N01)',
  },
] as const satisfies readonly Declassification[];

/** A coordinate that tells something of a fact. */
export type Declassified = (typeof declassifications)[number]['coordinate'];
