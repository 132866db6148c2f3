import { sql } from 'drizzle-orm';
import { courtInArea } from '../../policy/area.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { identityVerification } from './identity-verification.table.js';

/** What the matrix words mean for an identity verification. */
export const identityVerificationPolicy: RecordPolicy<'lawyer' | 'court' | 'result' | 'licenceStatus' | 'verifiedAt'> =
  {
    type: 'IdentityVerification',
    key: identityVerification.id,
    fields: {
      lawyer: identityVerification.lawyerId,
      court: identityVerification.courtId,
      result: identityVerification.result,
      licenceStatus: identityVerification.licenceStatus,
      verifiedAt: identityVerification.verifiedAt,
    },
    reaches: {
      unit: ({ identity }) => sql`${identityVerification.unitCode} = ${identity.unit?.code ?? ''}`,
      area: (asker) => courtInArea(asker, identityVerification.courtId),
    },
  };
