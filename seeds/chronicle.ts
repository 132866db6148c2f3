import type { AuthorityLevel, LicenceFact, PenaltyBasis } from '../src/domain/justice/licence.terms.js';
import type { Day } from '../src/kernel/day.js';
import { type Authority, cityAuthority, provincialAuthority } from './bureaus.js';
import { dayOfNumber } from './calendar.js';
import { provinceShort } from './divisions.js';
import type { Random } from './random.js';
import { pronounce, type SeedSanction, type Verdict } from './sanctions.js';

/** What is recorded of an event beside the fact: who decided, under what number, on what basis, and why. */
export interface EventNote {
  readonly decidedBy: string;
  readonly decidedByLevel: AuthorityLevel;
  readonly decisionNo: string | null;
  readonly legalBasis: PenaltyBasis | null;
  readonly reason: string | null;
}

/** Who the chronicle is about, and how its records get their ids. */
export interface Subject {
  readonly index: number;
  readonly name: string;
  readonly eventId: (ordinal: number) => string;
  readonly sanctionId: (ordinal: number) => string;
}

/** What a fact says beside its id, kind and day. */
export type FactDetails = Partial<Omit<LicenceFact, 'id' | 'kind' | 'effectiveOn'>>;

/** The licence history of one lawyer while it is written, in order of recording. Days are day numbers. */
export class Chronicle {
  readonly facts: LicenceFact[] = [];
  readonly notes: Record<string, EventNote> = {};
  readonly sanctions: SeedSanction[] = [];
  /** Where the lawyer practises; it decides who decides. */
  divisionCode = '';

  constructor(
    readonly random: Random,
    readonly subject: Subject,
  ) {}

  /** A step of the licence, decided by the province: grant, change, end. */
  license(kind: LicenceFact['kind'], on: number, details: FactDetails = {}, reason: string | null = null): void {
    const ordinal = `${this.subject.index + 1}-${this.facts.length + 1}`;
    const decisionNo = `${provinceShort(this.divisionCode)}司律许〔${dayOfNumber(on).slice(0, 4)}〕${ordinal}号`;
    this.#record(kind, on, details, provincialAuthority(this.divisionCode), { decisionNo, reason });
  }

  /** An event that the city takes down without deciding: a pause, a new address, a death. */
  note(kind: LicenceFact['kind'], on: number, reason: string | null = null): void {
    this.#record(kind, on, {}, cityAuthority(this.divisionCode), { reason });
  }

  /** A sanction that leaves the licence as it is. */
  sanction(verdict: Verdict): SeedSanction {
    const ordinal = this.sanctions.length;
    const { index, name, sanctionId } = this.subject;
    const offender = {
      id: sanctionId(ordinal),
      name,
      divisionCode: this.divisionCode,
      ordinal: `${index + 1}-${ordinal + 1}`,
    };
    const sanction = pronounce(this.random, offender, verdict);
    this.sanctions.push(sanction);
    return sanction;
  }

  /** A suspension by its first and last day, the event resting on its sanction. */
  suspend(basis: PenaltyBasis, from: number, until: Day, annulled?: number): void {
    const sanction = this.sanction({ kind: 'SUSPENSION', basis, from, until, annulled });
    this.#execute('SUSPENDED', from, sanction, { suspendedFrom: sanction.effectiveOn, suspendedUntil: until });
    if (annulled === undefined) return;
    const authority = { name: sanction.authority, level: sanction.authorityLevel };
    this.#record('PENALTY_ANNULLED', annulled, { sanctionId: sanction.id }, authority, { reason: '复议撤销处罚决定' });
  }

  /** A revocation, resting on its sanction. */
  revoke(basis: PenaltyBasis, from: number): void {
    this.#execute('REVOKED', from, this.sanction({ kind: 'REVOCATION', basis, from }), {});
  }

  #execute(kind: 'SUSPENDED' | 'REVOKED', on: number, sanction: SeedSanction, details: FactDetails): void {
    const { id: sanctionId, decisionNo, legalBasis, summary: reason } = sanction;
    const authority = { name: sanction.authority, level: sanction.authorityLevel };
    this.#record(kind, on, { ...details, sanctionId }, authority, { decisionNo, legalBasis, reason });
  }

  #record(kind: LicenceFact['kind'], on: number, details: FactDetails, by: Authority, note: Partial<EventNote>): void {
    const id = this.subject.eventId(this.facts.length);
    this.facts.push({ id, kind, effectiveOn: dayOfNumber(on), ...details });
    const blank = { decisionNo: null, legalBasis: null, reason: null };
    this.notes[id] = { decidedBy: by.name, decidedByLevel: by.level, ...blank, ...note };
  }
}
