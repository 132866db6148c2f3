import { at } from '../../kernel/at.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { RosterState, RosterStep } from './roster.terms.js';

const SPECIALITIES = 20;
const SPECIALITY_LENGTH = 50;
const REASON_LENGTH = 500;

/** From where a step may be taken, and where it leads. REMOVED is the end. */
const moves: Readonly<Record<RosterStep, { readonly from: readonly RosterState[]; readonly to: RosterState }>> = {
  SUSPEND: { from: ['LISTED'], to: 'SUSPENDED' },
  REINSTATE: { from: ['SUSPENDED'], to: 'LISTED' },
  REMOVE: { from: ['LISTED', 'SUSPENDED'], to: 'REMOVED' },
};
const needsReason: readonly RosterStep[] = ['SUSPEND', 'REMOVE'];

/** An adjustment as the bar sends it. */
export interface RosterAdjustment {
  readonly step: RosterStep;
  readonly on: Day;
  readonly reason?: string | null;
}

/** What an adjustment needs to know of the entry. */
export interface AdjustableEntry {
  readonly state: RosterState;
  readonly listedOn: Day;
}

/** An adjustment found good: the state it leads to, and its reason, normalised. */
export interface CheckedAdjustment {
  readonly state: RosterState;
  readonly reason: string | null;
}

/**
 * The state an adjustment leads to (000 art. 12). Throws FIELD_REQUIRED (reason of SUSPEND and REMOVE), TEXT_INVALID,
 * PERIOD_INVALID (before the listing), ROSTER_MOVE_INVALID (not from this state, or on a day to come).
 */
export function adjusted(
  entry: AdjustableEntry,
  { step, on, reason }: RosterAdjustment,
  today: Day,
): CheckedAdjustment {
  const { from, to } = moves[step];
  if (reason == null && needsReason.includes(step)) throw new Refusal('FIELD_REQUIRED', ['reason']);
  const said = reason == null ? null : at(['reason'], () => plainText(reason, REASON_LENGTH));
  if (!from.includes(entry.state)) throw new Refusal('ROSTER_MOVE_INVALID', ['step']);
  if (isBefore(on, entry.listedOn)) throw new Refusal('PERIOD_INVALID', ['on']);
  if (isBefore(today, on)) throw new Refusal('ROSTER_MOVE_INVALID', ['on']);
  return { state: to, reason: said };
}

/** What a listing says beside the lawyer. */
export interface RosterListing {
  readonly specialities?: readonly string[] | null;
  readonly listedUntil?: Day | null;
}

/** The fields of mediation of a listing, normalised; throws TEXT_INVALID, BATCH_TOO_LARGE, PERIOD_INVALID. */
export function checkListing({ specialities, listedUntil }: RosterListing, listedOn: Day): readonly string[] {
  const given = specialities ?? [];
  if (given.length > SPECIALITIES) throw new Refusal('BATCH_TOO_LARGE', ['specialities'], { limit: SPECIALITIES });
  if (listedUntil != null && isBefore(listedUntil, listedOn)) throw new Refusal('PERIOD_INVALID', ['listedUntil']);
  return given.map((speciality, index) => at(['specialities', index], () => plainText(speciality, SPECIALITY_LENGTH)));
}
