import { at } from '../../kernel/at.js';
import { addDays, type Day, FOREVER, isBefore } from '../../kernel/day.js';
import { type OpenPoint, openPoints } from '../../kernel/open-points.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import type { RuleSwitch, SwitchKind } from './rule-pack.terms.js';

const SWITCHES = 200;
const TEXTS = { title: 200, issuer: 200 } as const;
const CODE = /^[A-Z0-9](?:[A-Z0-9._-]{0,48}[A-Z0-9])?$/;
const VERSION = /^[0-9A-Za-z](?:[0-9A-Za-z._-]{0,48}[0-9A-Za-z])?$/;
const NAME = /^[a-z][A-Za-z0-9]{0,49}$/;
const values: Readonly<Record<SwitchKind, RegExp>> = {
  BOOLEAN: /^(true|false)$/,
  NUMBER: /^(0|-?[1-9]\d{0,8})$/,
  CHOICE: /^[A-Z][A-Z0-9_]{0,49}$/,
};

/** A rule pack as it is announced. */
export interface AnnouncedPack {
  readonly code: string;
  readonly title: string;
  readonly issuer: string;
  readonly version: string;
  readonly effectiveFrom: Day;
  readonly effectiveUntil?: Day | null;
  readonly switches: readonly RuleSwitch[];
  /** The version of this code that ends on the day before; its own last day is then that day. */
  readonly supersedes?: string | null;
}

/** A version of a code that is on record. */
export interface StandingPack {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day | null;
}

/** Checks a pack by itself; answers its texts, normalised. Throws TEXT_INVALID, PERIOD_INVALID, SWITCH_INVALID, BATCH_TOO_LARGE. */
export function checkPack(pack: AnnouncedPack): { readonly title: string; readonly issuer: string } {
  if (!CODE.test(pack.code)) throw new Refusal('TEXT_INVALID', ['code'], { limit: 50 });
  if (!VERSION.test(pack.version)) throw new Refusal('TEXT_INVALID', ['version'], { limit: 50 });
  if (pack.effectiveUntil != null && isBefore(pack.effectiveUntil, pack.effectiveFrom))
    throw new Refusal('PERIOD_INVALID', ['effectiveUntil']);
  checkSwitches(pack.switches);
  return {
    title: at(['title'], () => plainText(pack.title, TEXTS.title)),
    issuer: at(['issuer'], () => plainText(pack.issuer, TEXTS.issuer)),
  };
}

/** Every switch has a name of its own and a value of its kind; a choice is one that an open point of the law offers. */
function checkSwitches(switches: readonly RuleSwitch[]): void {
  if (switches.length > SWITCHES) throw new Refusal('BATCH_TOO_LARGE', ['switches'], { limit: SWITCHES });
  const names = new Set<string>();
  switches.forEach(({ name, kind, value }, index) => {
    if (!NAME.test(name) || names.has(name)) throw new Refusal('SWITCH_INVALID', ['switches', index, 'name']);
    if (!values[kind].test(value)) throw new Refusal('SWITCH_INVALID', ['switches', index, 'value']);
    const choices: readonly string[] | undefined = openPoints[name as OpenPoint]?.choices;
    if (choices ? kind !== 'CHOICE' : kind === 'CHOICE')
      throw new Refusal('SWITCH_INVALID', ['switches', index, 'name']);
    if (choices && !choices.includes(value)) throw new Refusal('SWITCH_INVALID', ['switches', index, 'value']);
    names.add(name);
  });
}

/** A version that ends because another begins. */
export interface EndedPack {
  readonly id: string;
  readonly effectiveUntil: Day;
}

/**
 * Where a pack stands among the versions of its code on record: of one code one version is in force on a day. Answers the
 * version that it supersedes. Throws RULE_PACK_EXISTS, RULE_PACK_UNKNOWN (supersedes), RULE_PACK_OVERLAPS.
 */
export function placed(pack: AnnouncedPack, standing: readonly StandingPack[]): EndedPack | null {
  if (standing.some(({ version }) => version === pack.version)) throw new Refusal('RULE_PACK_EXISTS', ['version']);
  const before = pack.supersedes == null ? undefined : standing.find(({ version }) => version === pack.supersedes);
  if (pack.supersedes != null && !before) throw new Refusal('RULE_PACK_UNKNOWN', ['supersedes']);
  const lastDay = addDays(pack.effectiveFrom, -1);
  if (before && isBefore(lastDay, before.effectiveFrom)) throw new Refusal('RULE_PACK_OVERLAPS', ['effectiveFrom']);
  const isOver = before && isBefore(before.effectiveUntil ?? FOREVER, pack.effectiveFrom);
  const until = (other: StandingPack) => (other === before ? lastDay : (other.effectiveUntil ?? FOREVER));
  const overlaps = (other: StandingPack) =>
    !isBefore(until(other), pack.effectiveFrom) && !isBefore(pack.effectiveUntil ?? FOREVER, other.effectiveFrom);
  if (standing.some(overlaps)) throw new Refusal('RULE_PACK_OVERLAPS', ['effectiveFrom']);
  return before && !isOver ? { id: before.id, effectiveUntil: lastDay } : null;
}
