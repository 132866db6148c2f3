import { Refusal } from '../kernel/refusal.js';
import type { RefusalCode } from '../kernel/refusal-codes.js';
import { isStorable } from '../kernel/text.js';

/** Stands in an item of a batch for a value that cannot be, until the batch refuses that item. */
export class Unusable {
  constructor(readonly code: RefusalCode) {}
}

/**
 * Stands for an enum value that is not in its list. A text, because type-graphql hands enum values on as texts only; with
 * a NUL, so that it is never a value of its own.
 */
export const UNKNOWN_VALUE = '\0unknown value';

/** A value still to be looked at, and the way to it. */
interface Place {
  readonly value: unknown;
  readonly key: string | number;
  readonly outer: Place | null;
}

/**
 * Why an input cannot be used, with the path in it: TEXT_UNSTORABLE for a NUL or half a surrogate pair, or the code of an
 * `Unusable`; null when it can. Neither depth nor breadth of the input costs stack.
 */
export function faultIn(input: unknown): Refusal | null {
  const open: Place[] = [{ value: input, key: '', outer: null }];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value } = place;
    if (value === UNKNOWN_VALUE) return new Refusal('VALUE_UNKNOWN', pathTo(place));
    if (typeof value === 'string' && !isStorable(value)) return new Refusal('TEXT_UNSTORABLE', pathTo(place));
    if (value instanceof Unusable) return new Refusal(value.code, pathTo(place));
    if (value !== null && typeof value === 'object')
      for (const part of partsOf(place, value).reverse()) open.push(part);
  }
  return null;
}

function partsOf(outer: Place, value: object): Place[] {
  const parts: Place[] = [];
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value))
    if (typeof part === 'string' || (typeof part === 'object' && part !== null))
      parts.push({ value: part, key, outer });
  return parts;
}

function pathTo(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.outer; at = at.outer) path.push(at.key);
  return path.reverse();
}
