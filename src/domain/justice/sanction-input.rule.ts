import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import { addMonths, type Day, lastDayOfTerm } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RefusalCode } from '../../kernel/refusal-codes.js';
import { hasCreditCodeForm } from '../../kernel/social-credit-code.js';
import { longText, plainText } from '../../kernel/text.js';
import { mayRecordDecisionOf } from './authority.rule.js';
import type { AuthorityLevel } from './licence.terms.js';
import { checkPenalty, isSuspensionTooLong } from './licence-penalty.rule.js';
import { articleCited, fineCeiling } from './penalty-article.rule.js';
import { familyOf, type SanctionKind } from './sanction.terms.js';

/** A penalty or discipline as it comes in. */
export interface PushedSanction {
  readonly key: string;
  readonly lawyerCertificateNo?: string | null;
  readonly firmCreditCode?: string | null;
  readonly kind: SanctionKind;
  readonly authority: string;
  readonly authorityLevel: AuthorityLevel;
  readonly decisionNo: string;
  readonly legalBasis: string;
  readonly fineYuan?: number | null;
  readonly decidedOn: Day;
  readonly effectiveOn: Day;
  readonly endsOn?: Day | null;
  readonly publicFrom?: Day | null;
  readonly publicUntil?: Day | null;
  readonly annulledOn?: Day | null;
  readonly annulmentNo?: string | null;
  readonly annulledBy?: string | null;
  readonly annulledByLevel?: AuthorityLevel | null;
  readonly summary: string;
  readonly decisionText?: string | null;
  readonly source?: string | null;
  readonly asOf: string;
}

const PROVINCIAL: readonly AuthorityLevel[] = ['PROVINCE', 'MINISTRY'];

/** Checks one penalty or discipline by itself (legal-rules 7.3); `by` is who pushes it. Throws with the path at fault. */
export function checkSanction(
  pushed: PushedSanction,
  by: { readonly institution: string; readonly unitDivision: string },
  today: Day,
): void {
  const owner = familyOf(pushed.kind) === 'PENALTY' ? 'JUSTICE' : 'BAR';
  if (owner !== by.institution) throw new Refusal('SANCTION_NOT_YOURS', ['kind']);
  if (!mayRecordDecisionOf(by.unitDivision, pushed.authorityLevel))
    throw new Refusal('AUTHORITY_NOT_YOURS', ['authorityLevel']);
  checkSubject(pushed, today);
  at(['authority'], () => plainText(pushed.authority, 100));
  at(['decisionNo'], () => plainText(pushed.decisionNo, 100));
  at(['legalBasis'], () => plainText(pushed.legalBasis, 200));
  at(['summary'], () => plainText(pushed.summary, 1_000));
  if (pushed.decisionText != null) at(['decisionText'], () => longText(pushed.decisionText as string, 100_000));
  if (pushed.source != null) at(['source'], () => plainText(pushed.source as string, 100));
  if (pushed.annulmentNo != null) at(['annulmentNo'], () => plainText(pushed.annulmentNo as string, 100));
  if (pushed.annulledBy != null) at(['annulledBy'], () => plainText(pushed.annulledBy as string, 100));
  checkFine(pushed);
  checkDays(pushed);
  checkLaw(pushed);
}

/** A fine may stand beside any penalty (律师法 47–50); its ceiling is that of the article cited. */
function checkFine({ fineYuan, kind, firmCreditCode, legalBasis }: PushedSanction): void {
  if (fineYuan == null) return;
  if (familyOf(kind) !== 'PENALTY') throw new Refusal('FIELD_NOT_ALLOWED', ['fineYuan']);
  const until = fineCeiling(legalBasis, firmCreditCode != null);
  if (!(fineYuan >= 0 && fineYuan <= until)) throw new Refusal('NUMBER_OUT_OF_RANGE', ['fineYuan'], { from: 0, until });
}

function checkSubject({ lawyerCertificateNo: number, firmCreditCode: code }: PushedSanction, today: Day): void {
  if (number == null && code == null) throw new Refusal('FIELD_REQUIRED', ['lawyerCertificateNo']);
  if (number != null && code != null) throw new Refusal('FIELD_NOT_ALLOWED', ['firmCreditCode']);
  if (number != null) at(['lawyerCertificateNo'], () => parseCertificateNo(number, today));
  if (code != null && !hasCreditCodeForm(code)) throw new Refusal('CREDIT_CODE_INVALID', ['firmCreditCode']);
}

function checkDays({ decidedOn, effectiveOn, endsOn, publicFrom, publicUntil, annulledOn }: PushedSanction): void {
  if (effectiveOn < decidedOn) throw new Refusal('PERIOD_INVALID', ['effectiveOn']);
  if (endsOn != null && endsOn < effectiveOn) throw new Refusal('PERIOD_INVALID', ['endsOn']);
  if (publicUntil != null && publicFrom == null) throw new Refusal('FIELD_REQUIRED', ['publicFrom']);
  if (publicFrom != null && publicUntil != null && publicUntil < publicFrom)
    throw new Refusal('PERIOD_INVALID', ['publicUntil']);
  if (annulledOn != null && annulledOn < decidedOn) throw new Refusal('PERIOD_INVALID', ['annulledOn']);
}

function checkLaw(pushed: PushedSanction): void {
  const { kind, authorityLevel, effectiveOn, endsOn, firmCreditCode, legalBasis } = pushed;
  if (kind === 'REVOCATION' && !PROVINCIAL.includes(authorityLevel))
    throw new Refusal('REVOCATION_BELOW_PROVINCE', ['authorityLevel']);
  if (familyOf(kind) === 'PENALTY' && authorityLevel === 'COUNTY')
    throw new Refusal('SUSPENSION_BELOW_CITY', ['authorityLevel']);
  if (kind === 'CLOSURE' && firmCreditCode == null) throw new Refusal('FIELD_REQUIRED', ['firmCreditCode']);
  if (kind === 'SUSPENSION' && firmCreditCode != null) throw new Refusal('FIELD_NOT_ALLOWED', ['firmCreditCode']);
  if (kind !== 'SUSPENSION' && kind !== 'CLOSURE') return;
  if (endsOn == null) throw new Refusal('FIELD_REQUIRED', ['endsOn']);
  const code =
    kind === 'CLOSURE' ? closureLength(effectiveOn, endsOn) : suspensionLength(effectiveOn, endsOn, legalBasis);
  if (code) throw new Refusal(code, ['endsOn']);
}

/** Closure of a firm (停业整顿): one to six months (律师法 art. 50), by the same count as a suspension. */
function closureLength(from: Day, until: Day): RefusalCode | null {
  return until < lastDayOfTerm(from, 1) || until > addMonths(from, 6) ? 'SUSPENSION_OUT_OF_RANGE' : null;
}

/** A suspension within the range of the article cited; what cites another norm within twelve months. */
function suspensionLength(from: Day, until: Day, legalBasis: string): RefusalCode | null {
  const basis = articleCited(legalBasis);
  if (basis) {
    const refusal = checkPenalty({
      kind: 'SUSPENDED',
      suspendedFrom: from,
      suspendedUntil: until,
      basis,
      level: 'CITY',
    });
    return refusal?.code ?? null;
  }
  return isSuspensionTooLong(from, until) ? 'SUSPENSION_TOO_LONG' : null;
}
