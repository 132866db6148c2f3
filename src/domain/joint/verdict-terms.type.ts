import { enumOf } from '../../operation/enum.type.js';
import { constraintCodes } from './restriction/constraint.terms.js';
import { duties } from './restriction/duty.terms.js';
import { normLevels } from './restriction/norm.terms.js';
import { headlines, scopes } from './restriction/verdict.terms.js';

const inChinese = <Code extends string>(terms: Readonly<Record<Code, { readonly zh: string }>>) =>
  Object.fromEntries(Object.entries<{ zh: string }>(terms).map(([code, { zh }]) => [code, zh])) as Record<Code, string>;

export const VerdictHeadlineEnum = enumOf(
  'VerdictHeadline',
  'Verdict on an employment limit (从业限制结论), laxest first.',
  inChinese(headlines),
);
export const NormLevelEnum = enumOf('NormLevel', 'Level of a norm (规范层级), highest first.', inChinese(normLevels));
export const ConstraintScopeEnum = enumOf('ConstraintScope', 'Where a constraint holds (限制范围).', inChinese(scopes));
export const ConstraintCodeEnum = enumOf(
  'ConstraintCode',
  'Kind of constraint (限制事由).',
  inChinese(constraintCodes),
);
export const DutyEnum = enumOf('RestrictionDuty', 'What has to be done on a hit (应采取的措施).', inChinese(duties));
