import type { Declassified } from './matrix/declassifications.js';

let within: <Value>(fact: Fact<Value>) => Value;

/**
 * What a `*.facts.ts` reader knows under the hub's own grant, past the asker's. It holds its value where no resolver, no
 * type and no log can reach it: returned in an answer it shows nothing.
 */
export class Fact<Value> {
  readonly #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  static {
    within = (fact) => fact.#value;
  }
}

/** What a declared coordinate tells of a fact: `verdict` makes of it all that may be known. */
export const told = <Value, Verdict>(
  fact: Fact<Value>,
  _by: Declassified,
  verdict: (value: Value) => Verdict,
): Verdict => verdict(within(fact));

/** The value of a fact, for what the hub decides and writes by itself: not for an answer. */
export const ofTheHub = <Value>(fact: Fact<Value>): Value => within(fact);
