import { sql } from 'drizzle-orm';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { reachesOf } from './court-staff.policy.js';
import { kinshipDeclaration } from './kinship.table.js';

/** What the matrix words mean for a declaration of kinship: court personnel, and who declared it. Never the relative. */
export const kinshipPolicy: RecordPolicy<
  | 'relativeName'
  | 'relative'
  | 'relation'
  | 'declaredOn'
  | 'from'
  | 'until'
  | 'supersedes'
  | 'supersededBy'
  | 'recordedAt'
> = {
  type: 'KinshipDeclaration',
  key: kinshipDeclaration.id,
  fields: {
    relativeName: kinshipDeclaration.relativeName,
    relative: kinshipDeclaration.relativeLawyerId,
    relation: kinshipDeclaration.relation,
    declaredOn: kinshipDeclaration.declaredOn,
    from: kinshipDeclaration.fromOn,
    until: kinshipDeclaration.untilOn,
    supersedes: kinshipDeclaration.supersedes,
    supersededBy: sql`(select c.id from ${kinshipDeclaration} c where c.supersedes = ${kinshipDeclaration.id})`,
    recordedAt: kinshipDeclaration.recordedAt,
  },
  reaches: reachesOf(kinshipDeclaration.staffId),
};
