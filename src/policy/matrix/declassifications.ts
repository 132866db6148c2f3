import type { Declassification } from './columns.js';
import { restrictionFacts } from './restriction-facts.js';

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
  {
    coordinate: 'Lawyer.isDeclaredRelative',
    dependsOn: [
      'court.kinship_declaration.from_on',
      'court.kinship_declaration.supersedes',
      'court.kinship_declaration.until_on',
    ],
    why: 'which of its lawyers are declared relatives, not whose or how (61号 art. 11; systems.md N07)',
  },
  {
    coordinate: 'Mutation.checkRepresentation',
    dependsOn: restrictionFacts,
    why: '从业限制核查: a verdict and what to do, never the file behind it (000 art. 9; legal-rules 3.4; systems.md C06)',
  },
  {
    coordinate: 'Mutation.enterRepresentation',
    dependsOn: restrictionFacts,
    why: 'the same verdict, when counsel is entered (000 art. 9; systems.md C06)',
  },
  {
    coordinate: 'Mutation.checkLicenceApplication',
    dependsOn: restrictionFacts,
    why: 'a verdict on an application, never the file behind it (000 art. 9; 61号 art. 7; systems.md C07)',
  },
  {
    coordinate: 'Mutation.checkFirmJob',
    dependsOn: restrictionFacts,
    why: 'a verdict on a job in a firm, never the file behind it (61号 art. 4, 12; systems.md C07)',
  },
  {
    coordinate: 'Mutation.checkInternRegistration',
    dependsOn: restrictionFacts,
    why: 'a verdict on an applicant, never the file behind it (61号 art. 7; systems.md N48)',
  },
  {
    coordinate: 'RestrictionAlert.explanationZh',
    dependsOn: ['joint.restriction_alert.kind', 'joint.restriction_alert.verdict'],
    why: '预警说明: norms, courts of the bar and the last day; of a recusal only that it is to be examined (systems.md C06, N07)',
  },
  {
    coordinate: 'RestrictionAlert.explanationEn',
    dependsOn: ['joint.restriction_alert.kind', 'joint.restriction_alert.verdict'],
    why: 'the same in English (systems.md C06, N07)',
  },
  {
    coordinate: 'Query.restrictionAlerts',
    dependsOn: restrictionFacts,
    why: 'alerts are raised by verdicts: that there is one tells what its verdict does (000 art. 9; legal-rules 6)',
  },
  {
    coordinate: 'Query.restrictionAlert',
    dependsOn: restrictionFacts,
    why: 'alerts are raised by verdicts: that there is one tells what its verdict does (000 art. 9; legal-rules 6)',
  },
] as const satisfies readonly Declassification[];

/** A coordinate that tells something of a fact. */
export type Declassified = (typeof declassifications)[number]['coordinate'];
