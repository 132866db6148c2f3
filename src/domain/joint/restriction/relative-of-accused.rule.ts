import type { ConstraintCode } from './constraint.terms.js';
import type { Hit } from './hit.rule.js';
import { type Inquiry, isCriminal } from './inquiry.rule.js';
import type { NormCode } from './norm.terms.js';
import type { ActInCase } from './question.terms.js';
import type { Constraint } from './verdict.terms.js';

/** A bar of 刑诉解释 40(2): its code, whether items 3 to 7 make it (then a relative may be permitted), and its end. */
export interface CriminalBar extends Pick<Hit, 'code' | 'facts' | 'until'> {
  readonly isPermanent: boolean;
  readonly norms: readonly NormCode[];
}

/**
 * A bar of items 3 to 7. Guardians and near relatives whom the accused chose may be permitted by the court (可以准许,
 * 刑诉解释 40(3)); 刑诉法 33(3) itself excepts them flatly, asking no permission is therefore not safe (3.5 point 4).
 */
export function criminalBar(inquiry: Inquiry<ActInCase>, bar: CriminalBar): Constraint[] {
  const { hit, tie, question } = inquiry;
  if (!isCriminal(inquiry)) return [];
  const norms: NormCode[] = question.mandate === 'AGENT' ? [...bar.norms, 'CPL47', 'CP63'] : [...bar.norms];
  const { code, facts, until } = bar;
  if (tie === 'NONE' || question.chosenByParty === false) {
    return hit({ code, facts, until, norms, headline: bar.isPermanent ? 'PERMANENTLY_BARRED' : 'RESTRICTED_UNTIL' });
  }
  const base = { facts: [...facts, ...(question.tie ? [question.tie.id] : [])], until };
  return [
    ...hit({ ...base, code: 'ACCUSED_CHOSE_RELATIVE', norms: [...norms, 'CP40-3'], headline: 'NEEDS_APPROVAL' }),
    ...(question.chosenByParty === null ? hit({ ...base, ...missing('CASE_FACT_MISSING') }) : []),
  ];
}

/** A missing fact: a person has to look. */
export const missing = (code: ConstraintCode): Pick<Hit, 'code' | 'headline' | 'norms'> => ({
  code,
  headline: 'NEEDS_REVIEW',
  norms: [],
});
