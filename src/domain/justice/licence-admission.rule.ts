import type { Day } from '../../kernel/day.js';
import type { RefusalCode } from '../../kernel/refusal-codes.js';
import type { LicenceEventKind, LicenceFact, LicenceStatus, PractitionerCategory } from './licence.terms.js';

type EndStatus = 'DEREGISTERED' | 'RESCINDED' | 'REVOKED' | 'DECEASED';
type LiveStatus = Exclude<LicenceStatus, EndStatus>;
type Refusals = { readonly [kind in LicenceEventKind]?: RefusalCode };

/** A licence as it stands on one day. `base`, `suspension` and `firmId` outlive an end, so that annulment restores them. */
export interface Standing {
  readonly base: 'PRACTISING' | 'PAUSED';
  /** The suspension that runs; `until` inclusive. */
  readonly suspension: { readonly eventId: string; readonly sanctionId: string | null; readonly until: Day } | null;
  /** What ended the licence, null while it lives; only a revocation rests on a sanction. */
  readonly end: { readonly status: EndStatus; readonly sanctionId: string | null } | null;
  readonly category: PractitionerCategory;
  readonly firmId: string | null;
  readonly certificateNo: string;
}

/** What a live licence refuses; a kind that is not named takes effect (legal-rules 7.2). */
const liveRefusals: { readonly [status in LiveStatus]: Refusals } = {
  PRACTISING: {
    GRANTED: 'LICENCE_ALREADY_GRANTED',
    SUSPENSION_ENDED: 'NOT_SUSPENDED',
    RESUMED: 'NOT_PAUSED',
  },
  PAUSED: {
    GRANTED: 'LICENCE_ALREADY_GRANTED',
    SUSPENSION_ENDED: 'NOT_SUSPENDED',
    PAUSED: 'LICENCE_PAUSED',
  },
  SUSPENDED: {
    GRANTED: 'LICENCE_ALREADY_GRANTED',
    SUSPENDED: 'SUSPENSION_OVERLAPS',
    PAUSED: 'LICENCE_SUSPENDED',
    RESUMED: 'LICENCE_SUSPENDED',
    DEREGISTERED: 'LICENCE_SUSPENDED',
  },
};

/** What a dead licence answers, and the kinds it still takes. An annulment is taken in every state. */
const endRefusals: {
  readonly [status in EndStatus]: { readonly code: RefusalCode; readonly takes: readonly LicenceEventKind[] };
} = {
  DEREGISTERED: { code: 'LICENCE_DEREGISTERED', takes: ['GRANTED', 'DECEASED'] },
  RESCINDED: { code: 'LICENCE_RESCINDED', takes: ['GRANTED', 'DECEASED'] },
  REVOKED: { code: 'LICENCE_REVOKED', takes: [] },
  DECEASED: { code: 'LICENCE_DECEASED', takes: [] },
};

/** The status that a standing shows: an end covers a suspension, a suspension covers a pause. */
export function statusOf(standing: Standing): LicenceStatus {
  return standing.end?.status ?? liveStatusOf(standing);
}

function liveStatusOf(standing: Standing): LiveStatus {
  return standing.suspension ? 'SUSPENDED' : standing.base;
}

/** The standing after a fact of the same day, or the code by which the fact has no effect. Null: never granted. */
export function outcomeOf(standing: Standing | null, fact: LicenceFact): Standing | RefusalCode {
  if (!standing) return fact.kind === 'GRANTED' ? grant(fact) : 'LICENCE_NOT_GRANTED';
  return refusalOf(standing, fact) ?? effectOf(standing, fact);
}

function refusalOf(standing: Standing, fact: LicenceFact): RefusalCode | null {
  const { end } = standing;
  if (fact.kind === 'PENALTY_ANNULLED') return null;
  if (!end) return liveRefusals[liveStatusOf(standing)][fact.kind] ?? null;
  return endRefusals[end.status].takes.includes(fact.kind) ? null : endRefusals[end.status].code;
}

function effectOf(standing: Standing, fact: LicenceFact): Standing | RefusalCode {
  const certificateNo = fact.certificateNo ?? standing.certificateNo;
  switch (fact.kind) {
    case 'GRANTED':
      return grant(fact);
    case 'FIRM_CHANGED':
      return { ...standing, certificateNo, firmId: fact.firmId ?? null };
    case 'CATEGORY_CHANGED':
      return fact.category ? { ...standing, certificateNo, category: fact.category } : 'FIELD_REQUIRED';
    case 'CONTACT_CHANGED':
      return standing;
    case 'PENALTY_ANNULLED':
      return fact.sanctionId ? lift(standing, fact.sanctionId) : 'SANCTION_UNKNOWN';
    case 'SUSPENSION_ENDED':
      return { ...standing, suspension: null };
    case 'PAUSED':
      return { ...standing, base: 'PAUSED' };
    case 'RESUMED':
      return { ...standing, base: 'PRACTISING' };
    case 'SUSPENDED':
      return suspend(standing, fact);
    case 'REVOKED':
      return { ...standing, end: { status: 'REVOKED', sanctionId: fact.sanctionId ?? null } };
    default:
      return { ...standing, end: { status: fact.kind, sanctionId: null } };
  }
}

function grant(fact: LicenceFact): Standing | RefusalCode {
  const { category, certificateNo, firmId = null } = fact;
  if (!category || !certificateNo) return 'FIELD_REQUIRED';
  return { base: 'PRACTISING', suspension: null, end: null, category, firmId, certificateNo };
}

function suspend(standing: Standing, fact: LicenceFact): Standing | RefusalCode {
  const until = fact.suspendedUntil;
  if (!until) return 'FIELD_REQUIRED';
  if (until < firstDayOf(fact)) return 'PERIOD_INVALID';
  return { ...standing, suspension: { eventId: fact.id, sanctionId: fact.sanctionId ?? null, until } };
}

/** "An annulled decision restores what it took": its own suspension, also one that an end covers, or revocation. */
function lift(standing: Standing, sanctionId: string): Standing {
  const { suspension, end } = standing;
  return {
    ...standing,
    suspension: suspension?.sanctionId === sanctionId ? null : suspension,
    end: end?.sanctionId === sanctionId ? null : end,
  };
}

/** The first day on which a fact can take effect. */
export function firstDayOf(fact: LicenceFact): Day {
  return (fact.kind === 'SUSPENDED' && fact.suspendedFrom) || fact.effectiveOn;
}
