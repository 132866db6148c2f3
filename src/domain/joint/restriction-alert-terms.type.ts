import { enumOf } from '../../operation/enum.type.js';
import {
  alertSubjects,
  concernKinds,
  followUpKinds,
  restrictionAlertKinds,
  restrictionAlertStates,
} from './restriction-alert.terms.js';

export const RestrictionAlertKindEnum = enumOf(
  'RestrictionAlertKind',
  'What a restriction alert warns of (预警类别), legal-rules section 6.',
  restrictionAlertKinds,
);
export const RestrictionAlertSubjectEnum = enumOf(
  'RestrictionAlertSubject',
  'What a restriction alert is about (预警对象).',
  alertSubjects,
);
export const RestrictionAlertStateEnum = enumOf(
  'RestrictionAlertState',
  'State of a restriction alert (处理状态): advice until a named person has decided on it.',
  restrictionAlertStates,
);
export const AlertFollowUpKindEnum = enumOf(
  'AlertFollowUpKind',
  'What was done on a confirmed alert (处置).',
  followUpKinds,
);
export const AlertConcernKindEnum = enumOf(
  'AlertConcernKind',
  'What the person concerned asks for (当事人请求).',
  concernKinds,
);
