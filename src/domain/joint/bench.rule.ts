import type { Day } from '../../kernel/day.js';
import type { PersonFacts } from './restriction/facts.terms.js';
import { judgeBy } from './restriction/judge.rule.js';
import type { RulePack } from './restriction/pack.terms.js';
import type { CourtMap, Question } from './restriction/question.terms.js';
import { type Rulebook, rulebookOn } from './restriction/rulebook.rule.js';
import type { Verdict } from './restriction/verdict.terms.js';

/**
 * Judges many questions by the same packs. Of somebody who never served and whom nobody declared, no rule looks at which
 * court a case is at or who sits in it: cases alike in procedure have one verdict, which is worked out once.
 */
export class Bench {
  private readonly books = new Map<Day, Rulebook>();
  private readonly given = new WeakMap<PersonFacts, Map<string, Verdict>>();

  constructor(
    private readonly packs: readonly RulePack[],
    private readonly map: CourtMap,
  ) {}

  judge(person: PersonFacts, question: Question): Verdict {
    const form = isPlain(person) ? formOf(question) : null;
    if (form === null) return this.judged(person, question);
    const verdicts = this.given.get(person) ?? new Map<string, Verdict>();
    this.given.set(person, verdicts);
    const known = verdicts.get(form);
    if (known) return known;
    const verdict = this.judged(person, question);
    // a constraint on one case names it
    if (verdict.constraints.every(({ scope }) => scope.kind !== 'CASE')) verdicts.set(form, verdict);
    return verdict;
  }

  private judged(person: PersonFacts, question: Question): Verdict {
    const book = this.books.get(question.on) ?? rulebookOn(this.packs, question.on);
    this.books.set(question.on, book);
    return judgeBy(book, question, { person, ...this.map });
  }
}

/** Nothing of him is in a register of staff. */
const isPlain = ({ match, services, departures, publicPosts, kinships, approvals, opinions }: PersonFacts): boolean =>
  match === 'NOT_FOUND' &&
  [services, departures, publicPosts, kinships, approvals, opinions].every((of) => of.length === 0);

/** What a verdict on somebody so plain can depend on; null when it is about more than that. */
function formOf(question: Question): string | null {
  if (question.action !== 'ACT_IN_CASE' || question.colleagues.length > 0 || question.breach !== null) return null;
  const { case: asked, on, mandate, capacity, tie, chosenByParty, interested, partyIsEmployer } = question;
  const { procedure, stage } = asked;
  return [
    on,
    procedure,
    stage,
    mandate,
    capacity,
    tie?.kind,
    tie?.proven,
    chosenByParty,
    interested,
    partyIsEmployer,
  ].join();
}
