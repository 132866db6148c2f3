import type { RestrictionFacts } from '../../../../src/domain/joint/restriction/judge.rule.js';
import type { RulePack } from '../../../../src/domain/joint/restriction/pack.terms.js';
import type { Question } from '../../../../src/domain/joint/restriction/question.terms.js';
import type { Verdict } from '../../../../src/domain/joint/restriction/verdict.terms.js';

/** What a verdict must say. */
export interface Expected {
  /** `HEADLINE day`, the day being the last restricted one, `open`, or left out. */
  readonly headline: string;
  /** Every constraint: `CODE HEADLINE day?`, in any order. Conditions that go with a permission too. */
  readonly constraints: readonly string[];
  /** Norms of a constraint, all of them. */
  readonly norms?: { readonly [code: string]: string };
  /** Ids of the scope of a constraint. */
  readonly scopes?: { readonly [code: string]: string };
  readonly openPoints?: readonly string[];
  readonly alerts?: readonly string[];
}

/** One named case: the ids of legal-rules it shows, and what holds. */
export interface Case {
  readonly ids: readonly string[];
  readonly holds: string;
  readonly question: Question;
  readonly facts: RestrictionFacts;
  readonly packs?: readonly RulePack[];
  readonly expected: Expected;
}

/** A case of one row or of several (`D02 V1`). */
export const row = (
  ids: string,
  holds: string,
  question: Question,
  facts: RestrictionFacts,
  headline: string,
  constraints: readonly string[],
  more: Partial<Expected> & { readonly packs?: readonly RulePack[] } = {},
): Case => {
  const { packs, ...expected } = more;
  return { ids: ids.split(' '), holds, question, facts, packs, expected: { headline, constraints, ...expected } };
};

/** A verdict in the words of `Expected`, as far as the case speaks of it. */
export function shown(verdict: Verdict, { norms, scopes, openPoints, alerts }: Expected): Expected {
  const of = (code: string) => verdict.constraints.filter((one) => one.code === code);
  const each = (codes: object, words: (code: string) => string) =>
    Object.fromEntries(Object.keys(codes).map((code) => [code, words(code)]));
  return {
    headline: words(verdict.headline, verdict.isOpen ? 'open' : verdict.lastRestrictedDay),
    constraints: verdict.constraints
      .map(({ code, headline, lastRestrictedDay }) => words(`${code} ${headline}`, lastRestrictedDay))
      .sort(),
    ...(norms && {
      norms: each(norms, (code) =>
        of(code)
          .flatMap((one) => one.norms)
          .join(' '),
      ),
    }),
    ...(scopes && {
      scopes: each(scopes, (code) =>
        of(code)
          .flatMap(({ scope }) => [scope.kind, ...scope.ids])
          .join(' '),
      ),
    }),
    ...(openPoints && { openPoints: verdict.constraints.flatMap(({ openPoint }) => openPoint ?? []).sort() }),
    ...(alerts && { alerts: verdict.alerts.map(({ code, norms: cited }) => words(code, cited.join(' '))).sort() }),
  };
}

const words = (what: string, day: string | null): string => (day ? `${what} ${day}` : what);
