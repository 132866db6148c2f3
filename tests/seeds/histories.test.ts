import { describe, expect, it } from 'vitest';
import { province } from '../../seeds/growth.js';
import type { GeneratedLawyer } from '../../seeds/lawyers.js';
import { checkPenalty, deriveHistory, statusOn } from '../../src/domain/justice/licence.rule.js';
import type { LicenceFact, PenaltyBasis } from '../../src/domain/justice/licence.terms.js';
import { addDays, earlier } from '../../src/kernel/day.js';

const today = '2026-11-21';
const { firms, lawyers } = province({ seed: 'lushu', firms: 1000, lawyers: 15_000, today });
const firmById = new Map(firms.map((firm) => [firm.id, firm]));
const shareOf = (holds: (lawyer: GeneratedLawyer) => boolean): number =>
  (100 * lawyers.filter(holds).length) / lawyers.length;
const standingOf = (lawyer: GeneratedLawyer) => statusOn(deriveHistory(lawyer.facts).periods, today);
const penalties = lawyers.flatMap((lawyer) =>
  lawyer.facts.flatMap((fact) => (fact.kind === 'SUSPENDED' || fact.kind === 'REVOKED' ? [{ lawyer, fact }] : [])),
);

describe('generated histories', () => {
  it('hold no fact without effect, and none after today', () => {
    const broken = lawyers.filter(({ facts }) => deriveHistory(facts).ineffective.length > 0);
    expect(broken.map(({ facts }) => deriveHistory(facts).ineffective)).toEqual([]);
    const facts = lawyers.flatMap((lawyer) => lawyer.facts);
    expect(facts.length).toBeGreaterThan(20_000);
    expect(facts.filter(({ effectiveOn }) => effectiveOn > today)).toEqual([]);
  });

  it('begin with the grant, between 24 and 41 years of age', () => {
    const odd = lawyers.filter(({ facts, firstPractisedOn, citizenIdNumber }) => {
      const age = Number(firstPractisedOn.slice(0, 4)) - Number(citizenIdNumber.slice(6, 10));
      return facts[0]?.kind !== 'GRANTED' || facts[0].effectiveOn !== firstPractisedOn || age < 24 || age > 41;
    });
    expect(odd).toEqual([]);
  });

  it('are recorded in the order of their days, but for corrections', () => {
    const daysOf = ({ facts }: GeneratedLawyer) => facts.flatMap((fact) => (fact.supersedes ? [] : fact.effectiveOn));
    const corrected = lawyers.filter(({ facts }) => facts.some(({ supersedes }) => supersedes));
    expect(corrected.length).toBeGreaterThan(20);
    expect(lawyers.filter((lawyer) => daysOf(lawyer).join() !== daysOf(lawyer).sort().join())).toEqual([]);
  });

  it('join firms only while they stand', () => {
    const stays = lawyers.flatMap(({ facts }) => deriveHistory(facts).periods.filter(({ firmId }) => firmId));
    const outside = stays.filter(({ firmId, from, until }) => {
      const firm = firmById.get(firmId as string);
      return !firm || from < firm.openedOn || (firm.closedOn !== null && earlier(until, today) >= firm.closedOn);
    });
    expect(stays.length).toBeGreaterThan(15_000);
    expect(outside).toEqual([]);
  });

  it('have a note for every fact, and no other', () => {
    const noted = ({ facts, eventNotes }: GeneratedLawyer) =>
      Object.keys(eventNotes).join() === facts.map(({ id }) => id).join();
    expect(lawyers.filter((lawyer) => !noted(lawyer))).toEqual([]);
  });
});

describe('generated penalties', () => {
  it('are lawful in length, basis and authority', () => {
    const unlawful = penalties.flatMap(({ lawyer, fact }) => {
      const { legalBasis, decidedByLevel: level } = lawyer.eventNotes[fact.id] as GeneratedLawyer['eventNotes'][string];
      const { kind, suspendedFrom, suspendedUntil } = fact as LicenceFact & { kind: 'SUSPENDED' };
      const refusal = checkPenalty({
        kind,
        suspendedFrom: suspendedFrom ?? undefined,
        suspendedUntil: suspendedUntil ?? undefined,
        basis: legalBasis as PenaltyBasis,
        level,
      });
      return refusal ? [refusal] : [];
    });
    expect(penalties.length).toBeGreaterThan(200);
    expect(unlawful).toEqual([]);
  });

  it('rest on a sanction of the same person, kind, period, authority and number', () => {
    for (const { lawyer, fact } of penalties) {
      const sanction = lawyer.sanctions.find(({ id }) => id === fact.sanctionId);
      const note = lawyer.eventNotes[fact.id];
      expect(sanction?.kind).toBe(fact.kind === 'SUSPENDED' ? 'SUSPENSION' : 'REVOCATION');
      expect([sanction?.effectiveOn, sanction?.endsOn]).toEqual([fact.effectiveOn, fact.suspendedUntil ?? null]);
      expect([note?.decidedBy, note?.decisionNo, note?.legalBasis]).toEqual([
        sanction?.authority,
        sanction?.decisionNo,
        sanction?.legalBasis,
      ]);
    }
  });

  it('are decided before they take effect, and hidden within three days of an annulment', () => {
    const sanctions = lawyers.flatMap((lawyer) => lawyer.sanctions);
    expect(sanctions.filter(({ decidedOn, effectiveOn }) => decidedOn >= effectiveOn)).toEqual([]);
    const annulled = sanctions.filter(({ annulledOn }) => annulledOn);
    expect(annulled.length).toBeGreaterThan(5);
    expect(
      annulled.filter(({ publicUntil, annulledOn }) => (publicUntil ?? '') > addDays(annulledOn as string, 3)),
    ).toEqual([]);
  });

  it('are annulled in the history when the suspension that was carried out is', () => {
    const annulments = lawyers.flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'PENALTY_ANNULLED'));
    const suspensions = lawyers.flatMap(({ sanctions }) =>
      sanctions.filter(({ kind, annulledOn }) => kind === 'SUSPENSION' && annulledOn),
    );
    expect(annulments.length).toBeGreaterThan(2);
    expect(annulments.map(({ sanctionId, effectiveOn }) => [sanctionId, effectiveOn])).toEqual(
      suspensions.map(({ id, annulledOn }) => [id, annulledOn]),
    );
  });
});

describe('the mix of 15,000 lawyers', () => {
  it.each([
    ['PRACTISING', 86, 90],
    ['PAUSED', 2.5, 4],
    ['SUSPENDED', 0.6, 1.6],
    ['DEREGISTERED', 4, 6],
    ['REVOKED', 0.3, 1.2],
    ['RESCINDED', 0.1, 0.8],
    ['DECEASED', 1, 2.2],
  ])('is %s between %f and %f in a hundred', (status, least, most) => {
    const share = shareOf((lawyer) => standingOf(lawyer)?.status === status);
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(most);
  });

  it('changed firm, exchanged an old number, was sanctioned as often as it should', () => {
    const movers = shareOf(({ facts }) => facts.some(({ kind }) => kind === 'FIRM_CHANGED'));
    const legacy = lawyers.filter(({ facts }) => facts[0]?.certificateNo?.length === 12);
    expect(Math.abs(movers - 25)).toBeLessThan(3);
    expect(Math.abs((100 * legacy.length) / lawyers.length - 5)).toBeLessThan(1.5);
    expect(legacy.filter((lawyer) => standingOf(lawyer)?.certificateNo.length !== 17)).toEqual([]);
    expect(Math.abs(shareOf(({ sanctions }) => sanctions.length > 0) - 3)).toBeLessThan(0.8);
  });

  it('has government and in-house lawyers, who are in no firm', () => {
    const outside = lawyers.filter(({ facts }) => ['GOVERNMENT', 'IN_HOUSE'].includes(facts[0]?.category ?? ''));
    expect(outside.length).toBeGreaterThan(1000);
    expect(outside.flatMap(({ facts }) => facts.filter(({ firmId }) => firmId))).toEqual([]);
  });
});
