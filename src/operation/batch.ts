import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CryptoProvider } from '../kernel/crypto.js';
import { Refusal } from '../kernel/refusal.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { Act } from './act.js';
import { type Claimed, claim, giveBack, pointTo } from './receipt.store.js';
import { faultIn } from './unusable.js';

export const BATCH_LIMIT = 1_000;
const KEY_LENGTH = 200;
const SLICE = 100;

/** An item of a batch carries the client's own key, unique per unit and operation. */
export interface Keyed {
  readonly key: string;
}

/** How one item was answered. */
export type ItemAnswer =
  | {
      readonly kind: 'recorded' | 'alreadyRecorded';
      readonly key: string;
      readonly id: string;
      readonly note?: readonly string[];
    }
  | { readonly kind: 'refused'; readonly key: string; readonly refusal: Refusal };

/** How a new item went: refused, or recorded, perhaps with a note, perhaps in a record that was there before. */
export type ItemOutcome = Refusal | { readonly note?: readonly string[]; readonly recordId?: string } | undefined;

/** An item that is new: the record id it will have, and its place in the batch. */
export interface NewItem<Item> {
  readonly item: Item;
  readonly id: string;
  readonly index: number;
}

/** Judges one item by itself: its refusal becomes its outcome and stops no other item. */
export function byItself(outcomes: Map<number, ItemOutcome>, index: number, judge: () => void): void {
  try {
    judge();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcomes.set(index, error);
  }
}

/**
 * Answers a batch item by item. `record` gets the items not seen before and answers each, by its place; a refusal there
 * gives the key back. Path prefix `at` names the argument. Throws BATCH_EMPTY, BATCH_TOO_LARGE; items are refused with
 * TEXT_UNSTORABLE, DATE_INVALID (`record` never sees those), KEY_REPEATED, KEY_CONFLICT.
 */
export async function recordBatch<Item extends Keyed>(
  act: Act,
  crypto: CryptoProvider,
  operation: string,
  items: readonly Item[],
  at: readonly string[],
  record: (fresh: readonly NewItem<Item>[]) => Promise<ReadonlyMap<number, ItemOutcome>>,
): Promise<ItemAnswer[]> {
  checkSize(items, at);
  const answers = new Array<ItemAnswer>(items.length);
  const firsts = new Map<string, Claimed & { index: number }>();
  const hashes: string[] = [];
  for (const item of items) {
    hashes.push(crypto.match(canonical(item)));
    // large items take long: others get their turn in between
    if (hashes.length % SLICE === 0) await nextTurn();
  }
  items.forEach((item, index) => {
    const contentHash = hashes[index] as string;
    const fault = faultIn(item);
    if (fault) answers[index] = refused(item, fault.under(...at, index));
    else if (item.key === '' || item.key.length > KEY_LENGTH)
      answers[index] = refused(item, new Refusal('TEXT_INVALID', [...at, index, 'key'], { limit: KEY_LENGTH }));
    else if (!firsts.has(item.key)) firsts.set(item.key, { key: item.key, contentHash, recordId: uuidv7(), index });
  });
  const claims = await claim(act, operation, [...firsts.values()]);

  const fresh: NewItem<Item>[] = [];
  for (const { key, contentHash, index } of firsts.values()) {
    const known = claims.get(key);
    const item = items[index] as Item;
    if (!known) throw new Error('A claimed key has no receipt.');
    if (known.isNew) fresh.push({ item, id: known.recordId, index });
    else if (known.contentHash === contentHash) answers[index] = { kind: 'alreadyRecorded', key, id: known.recordId };
    else answers[index] = refused(item, new Refusal('KEY_CONFLICT', [...at, index, 'key']));
  }

  const outcomes = fresh.length === 0 ? new Map<number, ItemOutcome>() : await record(fresh);
  const returned: string[] = [];
  const moved = new Map<string, string>();
  for (const { item, id, index } of fresh) {
    const outcome = outcomes.get(index);
    if (outcome instanceof Refusal) {
      answers[index] = refused(item, outcome.under(...at, index));
      returned.push(item.key);
    } else {
      if (outcome?.recordId) moved.set(item.key, outcome.recordId);
      answers[index] = { kind: 'recorded', key: item.key, id: outcome?.recordId ?? id, note: outcome?.note ?? [] };
    }
  }
  await pointTo(act, operation, moved);
  await giveBack(act, operation, returned);
  answerRepeats(items, hashes, firsts, answers, at);
  tell(act, answers);
  return answers;
}

function checkSize(items: readonly unknown[], at: readonly string[]): void {
  if (items.length === 0) throw new Refusal('BATCH_EMPTY', at);
  if (items.length > BATCH_LIMIT) throw new Refusal('BATCH_TOO_LARGE', at, { limit: BATCH_LIMIT });
}

/** Tells the trail how the items were answered; those recorded now are named by their changes. */
function tell(act: Act, answers: readonly ItemAnswer[]): void {
  const refusals = answers.flatMap((answer) => (answer.kind === 'refused' ? [answer.refusal.code] : []));
  const known = answers.flatMap((answer) => (answer.kind === 'alreadyRecorded' ? [answer.id] : []));
  act.answered(answers.length - refusals.length, refusals);
  act.noted('ItemAlreadyRecorded', known);
}

/** A key that occurs again in its own batch: the same content is already recorded (or refused alike), another is refused. */
function answerRepeats<Item extends Keyed>(
  items: readonly Item[],
  hashes: readonly string[],
  firsts: ReadonlyMap<string, Claimed & { index: number }>,
  answers: ItemAnswer[],
  at: readonly string[],
): void {
  items.forEach((item, index) => {
    if (answers[index]) return;
    const first = firsts.get(item.key) as Claimed & { index: number };
    const answer = answers[first.index] as ItemAnswer;
    if (hashes[index] !== first.contentHash)
      answers[index] = refused(item, new Refusal('KEY_REPEATED', [...at, index, 'key']));
    else answers[index] = answer.kind === 'recorded' ? { ...answer, kind: 'alreadyRecorded' } : answer;
  });
}

const refused = (item: Keyed, refusal: Refusal): ItemAnswer => ({ kind: 'refused', key: item.key, refusal });

/** The item as text with sorted keys, so that equal content hashes alike. Null clears, and is not the same as absent. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const given = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `"${name}":${canonical(given[name])}`)
    .join()}}`;
}
