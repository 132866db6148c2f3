import { enumOf } from '../../operation/enum.type.js';
import { contactFields, proposalStates } from './contact.terms.js';
import { firmRoles } from './firm-job.terms.js';
import {
  authorityLevels,
  licenceEventKinds,
  licenceStatuses,
  penaltyBases,
  practitionerCategories,
} from './licence.terms.js';
import { applicationKinds, applicationStates } from './licence-application.terms.js';
import { sanctionFamilies, sanctionKinds } from './sanction.terms.js';

export const LicenceStatusEnum = enumOf(
  'LicenceStatus',
  'Licence status (执业状态). 注销, 撤销 and 吊销 stay three words.',
  licenceStatuses,
);
export const LicenceEventKindEnum = enumOf(
  'LicenceEventKind',
  'Kind of licence event (执业许可事件).',
  licenceEventKinds,
);
const { PENALTY_ANNULLED: _byTheHub, ...pushable } = licenceEventKinds;
export const PushedEventKindEnum = enumOf(
  'PushedEventKind',
  'Kinds of licence event the justice department pushes.',
  pushable,
);
export const PractitionerCategoryEnum = enumOf(
  'PractitionerCategory',
  'Category of practitioner (执业类别).',
  practitionerCategories,
);
export const AuthorityLevelEnum = enumOf(
  'AuthorityLevel',
  'Level of the deciding body (决定机关层级).',
  authorityLevels,
);
export const PenaltyBasisEnum = enumOf('PenaltyBasis', 'Article a penalty rests on (处罚依据).', penaltyBases);
export const SanctionKindEnum = enumOf(
  'SanctionKind',
  'Kind of penalty or discipline (处罚或处分种类).',
  sanctionKinds,
);
export const SanctionFamilyEnum = enumOf(
  'SanctionFamily',
  'Administrative penalty or industry discipline.',
  sanctionFamilies,
);
export const ContactFieldEnum = enumOf(
  'ContactField',
  'A contact field that has one owner (联系信息字段).',
  contactFields,
);
export const ProposalStateEnum = enumOf('ProposalState', 'State of a contact proposal (变更建议状态).', proposalStates);

export const FirmStatusEnum = enumOf('FirmStatus', 'Status of a law firm (律师事务所状态).', {
  OPEN: '存续',
  CLOSED: '终止',
});
export const LoadModeEnum = enumOf('LoadMode', 'Daily entry, or the initial load of old registers.', {
  ENTRY: '日常登记',
  INITIAL_LOAD: '初始导入',
});
export type LoadMode = keyof typeof LoadModeEnum;

export const FirmRoleEnum = enumOf('FirmRole', 'Role in a law firm (律师事务所岗位).', firmRoles);
export const ApplicationKindEnum = enumOf('ApplicationKind', 'What is applied for (申请事项).', applicationKinds);
export const ApplicationStateEnum = enumOf(
  'ApplicationState',
  'State of an application (办理状态).',
  applicationStates,
);
