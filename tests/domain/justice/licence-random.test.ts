// Many random histories, on days numbered from one shortly before a leap day: recorded in any order, and simulated day by day.
import { describe, expect, it } from 'vitest';
import { admissionOf, deriveHistory, statusOn } from '../../../src/domain/justice/licence.rule.js';
import {
  type LicenceEventKind,
  type LicenceFact,
  licenceEventKinds,
} from '../../../src/domain/justice/licence.terms.js';
import { addDays, FOREVER } from '../../../src/kernel/day.js';
import { licence, on } from './licence-histories.js';

const firstDay = '2024-01-25';
const span = 60;
const kinds = Object.keys(licenceEventKinds) as LicenceEventKind[];

/** mulberry32: the same histories on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Kinds by how often they are drawn: ends seldom, what needs another event before it often. */
const drawn: readonly LicenceEventKind[] = [
  ...[...kinds, ...kinds].filter((kind) => !['RESCINDED', 'DECEASED', 'DEREGISTERED'].includes(kind)),
  ...(['RESCINDED', 'DECEASED', 'DEREGISTERED', 'SUSPENDED', 'SUSPENDED', 'PENALTY_ANNULLED'] as const),
  ...(['PENALTY_ANNULLED', 'PENALTY_ANNULLED', 'SUSPENSION_ENDED', 'RESUMED', 'PAUSED'] as const),
];

function randomFact(id: string, draw: (below: number) => number): LicenceFact {
  const kind = drawn[draw(drawn.length)] ?? 'GRANTED';
  const day = addDays(firstDay, draw(span));
  const fact = on(day, kind, { id, sanctionId: ['s1', 's1', 's2', 's2', null][draw(5)] });
  const named = { certificateNo: ['C1', 'C2', null][draw(3)], firmId: ['A', 'B', null][draw(3)] };
  if (kind === 'SUSPENDED') return { ...fact, suspendedFrom: day, suspendedUntil: addDays(day, draw(25)) };
  if (kind === 'CATEGORY_CHANGED') return { ...fact, ...named, category: draw(2) ? 'FULL_TIME' : 'PART_TIME' };
  if (kind === 'GRANTED') return { ...fact, ...named, certificateNo: 'C1', category: 'FULL_TIME' };
  return kind === 'FIRM_CHANGED' ? { ...fact, ...named } : fact;
}

/** A suspension, a revocation under which it runs, and the annulment of both: by chance they seldom meet. */
function coveredSuspension(draw: (below: number) => number): LicenceFact[] {
  const from = addDays(firstDay, 6 + draw(10));
  const revokedOn = addDays(from, 1 + draw(5));
  const annulled = (sanctionId: string) =>
    on(addDays(revokedOn, 1 + draw(20)), 'PENALTY_ANNULLED', { id: `annulled ${sanctionId}`, sanctionId });
  return [
    on(from, 'SUSPENDED', { suspendedFrom: from, suspendedUntil: addDays(from, 5 + draw(30)), sanctionId: 's3' }),
    on(revokedOn, 'REVOKED', { sanctionId: 's4' }),
    annulled('s3'),
    annulled('s4'),
  ];
}

/** Up to 29 facts, one of a kind a day (two would be settled by order of recording), mostly after a grant. */
function randomFacts(draw: (below: number) => number): LicenceFact[] {
  const facts = draw(8) ? [on(addDays(firstDay, draw(6)), 'GRANTED', { id: 'e0', ...licence })] : [];
  if (draw(4) === 0) facts.push(...coveredSuspension(draw));
  for (let count = 5 + draw(20); count > 0; count--) facts.push(randomFact(`e${count}`, draw));
  const key = (fact: LicenceFact) => `${fact.kind} ${fact.effectiveOn}`;
  return facts.filter((fact, at) => facts.findIndex((other) => key(other) === key(fact)) === at);
}

function shuffled<T>(items: readonly T[], draw: (below: number) => number): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(draw(rest.length), 1));
}

/** The facts without those that have no effect among them. */
function validPart(facts: readonly LicenceFact[]): LicenceFact[] {
  const idle = new Set(deriveHistory(facts).ineffective.map((line) => line.eventId));
  return idle.size ? validPart(facts.filter((fact) => !idle.has(fact.id))) : [...facts];
}

/** Records facts in the order given, offering the refused ones again until none is taken any more. */
function record(facts: readonly LicenceFact[]): LicenceFact[] {
  const history: LicenceFact[] = [];
  let waiting = [...facts];
  for (let taken = -1; taken !== history.length; ) {
    taken = history.length;
    waiting = waiting.filter((fact) => admissionOf(history, fact) !== null || !history.push(fact));
  }
  return history;
}

describe('any order of recording', () => {
  it('gives a valid history the same periods, refused facts being offered again', () => {
    const draw = seeded(47);
    const seen: Partial<Record<LicenceEventKind, number>> = {};
    const looked = { histories: 0, orders: 0, facts: 0, refusedFirst: 0, neverTaken: 0 };
    while (looked.histories < 600) {
      const facts = validPart(randomFacts(draw));
      if (facts.length < 3) continue;
      looked.histories++;
      looked.facts += facts.length;
      for (const { kind } of facts) seen[kind] = (seen[kind] ?? 0) + 1;
      for (let order = 0; order < 3; order++, looked.orders++) {
        const arriving = shuffled(facts, draw);
        const recorded = record(arriving);
        if (recorded.some((fact, at) => fact !== arriving[at])) looked.refusedFirst++;
        for (const { kind } of arriving.filter((fact) => !recorded.includes(fact))) {
          // A suspension annulled by its first day may lie in another one; either it came first or it is never taken.
          expect(['SUSPENDED', 'PENALTY_ANNULLED']).toContain(kind);
          looked.neverTaken++;
        }
        expect(deriveHistory(recorded), JSON.stringify(arriving)).toEqual(deriveHistory(facts));
        expect(deriveHistory(arriving)).toEqual(deriveHistory(facts));
      }
    }
    console.info('orders of recording looked at:', JSON.stringify({ ...looked, kinds: seen }));
    expect(looked.refusedFirst).toBeGreaterThan(500);
    for (const kind of kinds) expect(seen[kind], kind).toBeGreaterThan(20);
  });
});

/** One day of the oracle: what the licence is, and the event that made it so. */
interface OracleDay {
  readonly is: string;
  readonly by: string;
}

/** The rule told once more, day by day, from legal-rules 7.2 and with nothing of the rule's own code. */
function simulate(facts: readonly LicenceFact[]) {
  const order =
    'GRANTED FIRM_CHANGED CATEGORY_CHANGED CONTACT_CHANGED PENALTY_ANNULLED SUSPENSION_ENDED RESUMED PAUSED SUSPENDED ' +
    'DEREGISTERED RESCINDED REVOKED DECEASED';
  const counted = facts.filter((fact) => !facts.some((other) => other.supersedes === fact.id));
  const ineffective = new Map<string, string>();
  const days = new Map<string, OracleDay>();
  const punished = new Set<string>();
  const annulments: LicenceFact[] = [];
  let calendar = new Map<string, LicenceFact>(); // suspended day → its suspension
  let dead: LicenceFact | null = null;
  let paused = false;
  let freedUnderEnd = 0; // annulments of a suspension that runs underneath an end
  let has: { category: unknown; firm: unknown; no: unknown } | null = null;
  let yesterday: OracleDay = { is: '', by: '' };

  const status = (day: string) => dead?.kind ?? (calendar.has(day) ? 'SUSPENDED' : paused ? 'PAUSED' : 'PRACTISING');
  const picture = (day: string) => {
    if (!has) return '';
    return [status(day), has.category, dead ? 'none' : (has.firm ?? 'none'), has.no].join(' ');
  };
  const free = (isFreed: (day: string, by: LicenceFact) => boolean) => {
    calendar = new Map([...calendar].filter(([day, by]) => !isFreed(day, by)));
  };

  function happen(day: string, fact: LicenceFact): string | null {
    const { kind, sanctionId } = fact;
    const wasAnnulled = annulments.some((annulment) => annulment.sanctionId === sanctionId);
    if (!has && kind !== 'GRANTED') return 'LICENCE_NOT_GRANTED';
    const isForGood = dead?.kind === 'REVOKED' || dead?.kind === 'DECEASED';
    const isTaken = kind === 'PENALTY_ANNULLED' || (!isForGood && (kind === 'GRANTED' || kind === 'DECEASED'));
    if (dead && !isTaken) return `LICENCE_${dead.kind}`;
    if (kind === 'GRANTED') {
      if (has && !dead) return 'LICENCE_ALREADY_GRANTED';
      [dead, paused, calendar] = [null, false, new Map()];
      has = { category: fact.category, firm: fact.firmId, no: fact.certificateNo };
    } else if (kind === 'FIRM_CHANGED' && has) {
      has = { ...has, firm: fact.firmId, no: fact.certificateNo ?? has.no };
    } else if (kind === 'CATEGORY_CHANGED' && has) {
      has = { ...has, category: fact.category, no: fact.certificateNo ?? has.no };
    } else if (kind === 'PENALTY_ANNULLED') {
      if (!sanctionId) return 'SANCTION_UNKNOWN';
      annulments.push(fact);
      if (dead?.kind === 'REVOKED' && dead.sanctionId === sanctionId) dead = null;
      if (dead && calendar.get(day)?.sanctionId === sanctionId) freedUnderEnd++;
      free((suspendedDay, by) => suspendedDay >= day && by.sanctionId === sanctionId);
    } else if (kind === 'SUSPENDED') {
      if (calendar.has(day) && !wasAnnulled) return 'SUSPENSION_OVERLAPS';
      punished.add(sanctionId ?? '');
      const until = fact.suspendedUntil ?? '';
      for (let at = day; at <= until && !wasAnnulled; at = addDays(at, 1)) calendar.set(at, fact);
    } else if (kind === 'SUSPENSION_ENDED') {
      if (!calendar.has(day)) return 'NOT_SUSPENDED';
      free((suspendedDay) => suspendedDay >= day);
    } else if (kind === 'PAUSED' || kind === 'RESUMED') {
      if (calendar.has(day)) return 'LICENCE_SUSPENDED';
      if (paused === (kind === 'PAUSED')) return paused ? 'LICENCE_PAUSED' : 'NOT_PAUSED';
      paused = kind === 'PAUSED';
    } else if (kind === 'DEREGISTERED' && calendar.has(day)) {
      return 'LICENCE_SUSPENDED';
    } else if (kind === 'REVOKED') {
      punished.add(sanctionId ?? '');
      if (!wasAnnulled) dead = fact;
    } else if (kind !== 'CONTACT_CHANGED') {
      dead = fact;
    }
    return null;
  }

  for (let day = addDays(firstDay, -1); day < addDays(firstDay, span + 30); day = addDays(day, 1)) {
    const returning = calendar.get(addDays(day, -1))?.id ?? '';
    let today: OracleDay = picture(day) === yesterday.is ? yesterday : { is: picture(day), by: returning };
    for (const kind of order.split(' ')) {
      for (const fact of counted.filter((each) => each.effectiveOn === day && each.kind === kind)) {
        const code = happen(day, fact);
        if (code) ineffective.set(fact.id, code);
        if (picture(day) !== today.is) today = { is: picture(day), by: fact.id };
      }
    }
    if (today.is === yesterday.is) today = yesterday;
    if (today.is) days.set(day, today);
    yesterday = today;
  }
  for (const annulment of annulments) {
    if (!punished.has(annulment.sanctionId ?? '')) ineffective.set(annulment.id, 'SANCTION_UNKNOWN');
  }
  return { days, ineffective, freedUnderEnd };
}

describe('a simulation day by day', () => {
  it('agrees with the periods of random histories, in every day, event and code', () => {
    const draw = seeded(49);
    const looked = { histories: 0, facts: 0, corrections: 0, days: 0, periods: 0, restored: 0, freedUnderEnd: 0 };
    const codes: Record<string, number> = {};
    for (; looked.histories < 600; looked.histories++) {
      const facts = randomFacts(draw);
      for (let at = 1; at < facts.length; at++) {
        const target = facts[draw(at)]?.id;
        if (draw(15) === 0 && !facts.some((fact) => fact.supersedes === target)) {
          facts[at] = { ...(facts[at] as LicenceFact), supersedes: target };
          looked.corrections++;
        }
      }
      const { periods, ineffective } = deriveHistory(facts);
      const oracle = simulate(facts);
      expect(deriveHistory(shuffled(facts, draw)), JSON.stringify(facts)).toEqual({ periods, ineffective });
      const days = new Map<string, OracleDay>();
      for (let day = addDays(firstDay, -1); day < addDays(firstDay, span + 30); day = addDays(day, 1)) {
        const period = statusOn(periods, day);
        if (!period) continue;
        const { status, category, firmId, certificateNo, eventId } = period;
        days.set(day, { is: [status, category, firmId ?? 'none', certificateNo].join(' '), by: eventId });
      }
      expect(days, JSON.stringify(facts)).toEqual(oracle.days);
      expect(new Map(ineffective.map((line) => [line.eventId, line.code])), JSON.stringify(facts)).toEqual(
        oracle.ineffective,
      );
      expect(periods.map((period) => period.until)).toEqual(
        periods.map((_, at) => (periods[at + 1] ? addDays(periods[at + 1]?.from ?? '', -1) : FOREVER)),
      );
      const stretches = [...oracle.days.values()].filter((day, at, all) => day.is !== all[at - 1]?.is);
      expect(periods).toHaveLength(stretches.length);
      for (const { code } of ineffective) codes[code] = (codes[code] ?? 0) + 1;
      looked.facts += facts.length;
      looked.freedUnderEnd += oracle.freedUnderEnd;
      looked.days += days.size;
      looked.periods += periods.length;
      looked.restored += periods.filter(({ eventId }) =>
        facts.some((fact) => fact.id === eventId && fact.kind === 'PENALTY_ANNULLED'),
      ).length;
    }
    console.info('histories simulated:', JSON.stringify({ ...looked, codes }));
    expect(Object.keys(codes)).toHaveLength(12);
    expect(looked.days).toBeGreaterThan(10_000);
    expect(looked.restored).toBeGreaterThan(50);
    expect(looked.freedUnderEnd).toBeGreaterThan(20);
  });
});
