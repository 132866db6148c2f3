import { describe, expect, it } from 'vitest';
import { Random } from '../../../../seeds/random.js';
import type { PersonFacts } from '../../../../src/domain/joint/restriction/facts.terms.js';
import { judge, strictness } from '../../../../src/domain/joint/restriction/judge.rule.js';
import { nationalPack } from '../../../../src/domain/joint/restriction/national-pack.terms.js';
import type { Question } from '../../../../src/domain/joint/restriction/question.terms.js';
import type { Constraint } from '../../../../src/domain/joint/restriction/verdict.terms.js';
import { addDays } from '../../../../src/kernel/day.js';
import { kin, known, left, publicPost, service, suspension } from './province.js';
import { randomPerson, randomQuestion } from './random-facts.js';

const ROUNDS = 2_000;
const packs = [nationalPack];
const ask = (question: Question, person: PersonFacts) => judge(question, known(person), packs);

/** The rounds, each with its own source of chance; a failure names its round. */
function* rounds(name: string) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = new Random(name, round);
    const person = randomPerson(random);
    yield { round, random, person, question: randomQuestion(random, person) };
  }
}

/** Facts that restrict, whatever else is known; the staff facts lie before every random one, or at a court of their own. */
const restricting: { readonly [fact: string]: (person: PersonFacts, question: Question) => Partial<PersonFacts> } = {
  'an earlier judgeship': (person) => ({
    services: [service({ id: 'early', organId: 'C', from: '2001-01-01', until: '2005-01-01' }), ...person.services],
    departures: [left('2005-01-01', 'RESIGNED', { id: 'early left', organId: 'C' }), ...person.departures],
  }),
  'a judgeship that lasts': (person) => ({
    services: [...person.services, service({ id: 'now', organId: 'H', from: '2015-01-01' })],
  }),
  'a dismissal elsewhere': (person) => ({
    publicPosts: [
      ...person.publicPosts,
      publicPost({ id: 'fired', from: '2001-01-01', until: '2004-01-01', leftBy: 'DISMISSED' }),
    ],
  }),
  'a revoked certificate': (person) => ({
    revocations: [
      ...person.revocations,
      { id: 'lost', certificate: 'LAWYER', decidedOn: '2014-01-01', annulledOn: null },
    ],
  }),
  'a suspension that runs': (person, { on }) => ({
    suspensions: [...person.suspensions, suspension(addDays(on, -10), addDays(on, 200))],
  }),
  'a spouse on the bench': (person) => ({
    kinships: [...person.kinships, kin({ id: 'wed' }, { id: 'bench', organId: 'A' })],
  }),
  'an intentional crime': (person) => ({
    sentences: [
      ...person.sentences,
      { id: 'crime', from: '2015-01-01', until: null, negligent: false, overturnedOn: null },
    ],
  }),
  custody: (person) => ({ custody: [...person.custody, { id: 'held', from: '2015-01-01', until: null }] }),
  incapacity: (person) => ({ incapacity: [...person.incapacity, { id: 'weak', from: '2015-01-01', until: null }] }),
  'a seat in a standing committee': (person) => ({
    congressCommittee: [...person.congressCommittee, { id: 'seat', from: '2015-01-01', until: null }],
  }),
  'being a foreigner': () => ({ foreigner: true }),
  death: () => ({ diedOn: '2015-01-01' }),
};

/** Facts of which `null` means not known; of `days`, none. */
const knowable = new Set(
  `category tenure inPost civilServant leadershipMember committeeMember rank leadingPost type pledgeSignedOn
  destinationDeclaredOn leftBy ledAtCountyLevel licences foreigner registerAsOf certificate negligent relation kind proven
  chosenByParty partyIsEmployer stage procuratorateId supervisionOrganId earlierCourtIds form days relationsMovedOn`.split(
    /\s+/,
  ),
);

/** The places of facts that could be unknown and are known. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(knowable.has(key) && inner !== null && !path.includes('days') ? [[...path, key]] : []),
    ...places(inner, [...path, key]),
  ]);
}

/** The same facts with one of them unknown. */
function without<T>(facts: T, path: readonly string[]): T {
  const copy = structuredClone(facts);
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy as never);
  const last = path.at(-1) as string;
  holder[last] = last === 'days' ? [] : null;
  return copy;
}

const sign = ({ code, facts, lastRestrictedDay }: Constraint) => [code, ...facts, lastRestrictedDay].join('|');

describe('verdicts on random facts', () => {
  it('take the strictest constraint as headline, and its last day', () => {
    const seen = new Map<string, number>();
    for (const { round, person, question } of rounds('headline')) {
      const verdict = ask(question, person);
      const strictest = Math.max(0, ...verdict.constraints.map(({ headline }) => strictness(headline)));
      expect(strictness(verdict.headline), `round ${round}`).toBe(strictest);
      const days = verdict.constraints
        .filter(({ headline }) => headline === verdict.headline)
        .map((one) => one.lastRestrictedDay);
      const isRestricted = verdict.headline === 'RESTRICTED_UNTIL';
      expect(verdict.isOpen, `round ${round}`).toBe(isRestricted && days.includes(null));
      expect(verdict.lastRestrictedDay, `round ${round}`).toBe(
        isRestricted && !days.includes(null) ? (days.sort().at(-1) ?? null) : null,
      );
      expect(verdict.isPermanent, `round ${round}`).toBe(verdict.headline === 'PERMANENTLY_BARRED');
      seen.set(verdict.headline, (seen.get(verdict.headline) ?? 0) + 1);
    }
    expect(Math.min(...seen.values())).toBeGreaterThan(ROUNDS / 50);
    expect(seen.size).toBe(5);
  });

  it.each(Object.entries(restricting))('never get laxer by %s', (fact, adding) => {
    let stricter = 0;
    for (const { round, person, question } of rounds(fact)) {
      const before = strictness(ask(question, person).headline);
      const after = strictness(ask(question, { ...person, ...adding(person, question) }).headline);
      expect(after, `round ${round}`).toBeGreaterThanOrEqual(before);
      if (after > before) stricter += 1;
    }
    expect(stricter).toBeGreaterThan(0);
  });

  it('drop a constraint on the day after its last', () => {
    let dated = 0;
    for (const { round, person, question } of rounds('last day')) {
      for (const one of ask(question, person).constraints) {
        if (one.lastRestrictedDay === null) continue;
        dated += 1;
        expect(one.lastRestrictedDay >= question.on, `round ${round}`).toBe(true);
        const next = ask({ ...question, on: addDays(one.lastRestrictedDay, 1) }, person);
        expect(next.constraints.map(sign), `round ${round}`).not.toContain(sign(one));
      }
    }
    expect(dated).toBeGreaterThan(ROUNDS / 5);
  });

  it('are never PERMITTED by a fact that is not known', () => {
    const met = new Map<string, number>();
    for (const { round, random, person, question } of rounds('unknown')) {
      const path = random.pick(places({ person, question }));
      const known = ask(question, person);
      const blanked = without({ person, question }, path);
      const unknown = ask(blanked.question, blanked.person);
      if (known.headline !== 'PERMITTED')
        expect(unknown.headline, `round ${round}: ${path.join('.')}`).not.toBe('PERMITTED');
      const last = path.at(-1) as string;
      met.set(last, (met.get(last) ?? 0) + 1);
    }
    expect([...knowable].filter((key) => !met.has(key))).toEqual([]);
  });
});
