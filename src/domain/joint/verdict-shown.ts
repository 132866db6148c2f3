import { dutiesOf } from './restriction/duty.rule.js';
import type { Asker, Duty } from './restriction/duty.terms.js';
import { duties } from './restriction/duty.terms.js';
import { explain, type Names, type Reader } from './restriction/explain.rule.js';
import { type NormCode, norms } from './restriction/norm.terms.js';
import type { Constraint, Verdict } from './restriction/verdict.terms.js';
import type { RestrictionConstraint, RestrictionVerdict } from './verdict.type.js';

/** For whom a verdict is written down: who asked, and what he may read of the file behind it. */
export interface Audience {
  readonly asker: Asker;
  readonly reader: Reader;
  /** The person already holds a certificate or the job. */
  readonly isLicensed: boolean;
  readonly names: Names;
}

/** A verdict as it leaves the hub; what single roles are not shown of it the matrix says. */
export function shownVerdict(verdict: Verdict, { asker, reader, isLicensed, names }: Audience): RestrictionVerdict {
  const { zh, en } = explain(verdict, reader, names);
  return {
    on: verdict.on,
    headline: verdict.headline,
    lastRestrictedDay: verdict.lastRestrictedDay,
    isPermanent: verdict.isPermanent,
    isOpen: verdict.isOpen,
    isRecusalCheckRequired:
      verdict.alerts.some(({ code }) => code === 'CASE_RECUSAL') || verdict.constraints.some(isOfKin),
    constraints: verdict.constraints.map(shownConstraint),
    duties: dutiesOf(verdict, asker, isLicensed).map(dutyInWords),
    packs: verdict.packVersions,
    explanationZh: zh,
    explanationEn: en,
    registerAsOf: verdict.registerAsOf,
  };
}

const isOfKin = ({ code }: Constraint): boolean => code === 'KIN_OF_STAFF' || code === 'KINSHIP_MISSING';

/** Where a relative serves is the relative's own: his constraint names no court. */
function shownConstraint(one: Constraint): RestrictionConstraint {
  const { headline, scope, lastRestrictedDay, isPermanent, code, countedFrom, facts } = one;
  return {
    headline,
    scope: isOfKin(one) ? 'CASE' : scope.kind,
    scopeIds: isOfKin(one) ? [] : scope.ids,
    lastRestrictedDay,
    isPermanent,
    norms: one.norms.map(normInWords),
    code,
    countedFrom,
    facts,
  };
}

const normInWords = (code: NormCode) => ({ code, level: norms[code].level, zh: norms[code].zh, en: norms[code].en });

const dutyInWords = (code: Duty) => ({ code, zh: duties[code].zh, en: duties[code].en });
