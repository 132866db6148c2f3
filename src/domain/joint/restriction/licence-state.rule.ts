import type { Day } from '../../../kernel/day.js';
import type { LicencePeriod, PersonFacts, Suspension } from './facts.terms.js';
import { isDuring, standsOn } from './stretch.rule.js';

/** What the licence history says of a day. */
export interface LicenceState {
  /** NONE: never licensed; UNKNOWN: the register could not be asked. */
  readonly status: LicencePeriod['status'] | 'NONE' | 'UNKNOWN';
  readonly category: string | null;
  /** Whether a certificate is held, may he use it or not; null when not known. */
  readonly isHeld: boolean | null;
  readonly facts: readonly string[];
}

const held: readonly LicenceState['status'][] = ['PRACTISING', 'SUSPENDED', 'PAUSED'];

/**
 * The licence on a day. 注销 that follows 吊销 or 撤销 is only their last step (行政许可法 70(4)): it does not turn
 * REVOKED or RESCINDED into DEREGISTERED (3.5 point 14); a new grant follows RESCINDED only.
 */
export function licenceOn({ licences }: PersonFacts, on: Day): LicenceState {
  if (licences === null) return { status: 'UNKNOWN', category: null, isHeld: null, facts: [] };
  const begun = licences.filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? -1 : 1));
  const period = begun.find(({ status }) => status === 'REVOKED') ?? rescindedOrLast(begun);
  if (!period) return { status: 'NONE', category: null, isHeld: false, facts: [] };
  return {
    status: period.status,
    category: period.category,
    isHeld: held.includes(period.status),
    facts: [period.id],
  };
}

function rescindedOrLast(begun: readonly LicencePeriod[]): LicencePeriod | undefined {
  const last = begun.at(-1);
  return last?.status === 'DEREGISTERED' && begun.at(-2)?.status === 'RESCINDED' ? begun.at(-2) : last;
}

/** Penalties of suspension that cover a day; an appeal changes nothing (行政处罚法 73), an annulment does. */
export const suspensionsOn = ({ suspensions }: PersonFacts, on: Day): Suspension[] =>
  suspensions.filter((penalty) => isDuring(penalty, on) && standsOn(penalty.from, penalty.annulledOn, on));
