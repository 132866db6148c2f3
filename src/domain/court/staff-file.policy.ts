import type { RecordPolicy } from '../../policy/record-policy.js';
import { reachesOf } from './court-staff.policy.js';
import { laterPublicPost, staffApproval, staffPledge } from './staff-file.table.js';

/** What the matrix words mean for a later public post. */
export const laterPublicPostPolicy: RecordPolicy<
  | 'organName'
  | 'organ'
  | 'isCivilServant'
  | 'ledAtCountyLevel'
  | 'from'
  | 'until'
  | 'leftBy'
  | 'annulledOn'
  | 'recordedAt'
> = {
  type: 'LaterPublicPost',
  key: laterPublicPost.id,
  fields: {
    organName: laterPublicPost.organName,
    organ: laterPublicPost.organ,
    isCivilServant: laterPublicPost.isCivilServant,
    ledAtCountyLevel: laterPublicPost.ledAtCountyLevel,
    from: laterPublicPost.fromOn,
    until: laterPublicPost.untilOn,
    leftBy: laterPublicPost.leftBy,
    annulledOn: laterPublicPost.annulledOn,
    recordedAt: laterPublicPost.recordedAt,
  },
  reaches: reachesOf(laterPublicPost.staffId),
};

/** What the matrix words mean for an approval. */
export const staffApprovalPolicy: RecordPolicy<
  'kind' | 'grantedOn' | 'documentNo' | 'grantedBy' | 'firmCreditCode' | 'relationsMovedOn' | 'recordedAt'
> = {
  type: 'StaffApproval',
  key: staffApproval.id,
  fields: {
    kind: staffApproval.kind,
    grantedOn: staffApproval.grantedOn,
    documentNo: staffApproval.documentNo,
    grantedBy: staffApproval.grantedBy,
    firmCreditCode: staffApproval.firmCreditCode,
    relationsMovedOn: staffApproval.relationsMovedOn,
    recordedAt: staffApproval.recordedAt,
  },
  reaches: reachesOf(staffApproval.staffId),
};

/** What the matrix words mean for a pledge or report. */
export const staffPledgePolicy: RecordPolicy<'kind' | 'dueOn' | 'fulfilledOn' | 'destination' | 'recordedAt'> = {
  type: 'StaffPledge',
  key: staffPledge.id,
  fields: {
    kind: staffPledge.kind,
    dueOn: staffPledge.dueOn,
    fulfilledOn: staffPledge.fulfilledOn,
    destination: staffPledge.destination,
    recordedAt: staffPledge.recordedAt,
  },
  reaches: reachesOf(staffPledge.staffId),
};
