import { type DocumentNode, visit } from 'graphql';
import { Refusal } from '../kernel/refusal.js';
import { isStorable } from '../kernel/text.js';

/** The path of the first text in a value that the database cannot keep; null when there is none. */
export function unstorablePlace(value: unknown, path: readonly (string | number)[] = []): (string | number)[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : [...path];
  if (value === null || typeof value !== 'object') return null;
  const parts = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, part] of parts) {
    const place = unstorablePlace(part, [...path, key]);
    if (place) return place;
  }
  return null;
}

/** Refuses variables and literals with a NUL or half a surrogate pair: TEXT_UNSTORABLE, with the path in the variables. */
export function refuseUnstorable(
  document: DocumentNode,
  source: string,
  variables: Readonly<Record<string, unknown>>,
): void {
  const place = unstorablePlace(variables);
  if (place) throw new Refusal('TEXT_UNSTORABLE', place);
  // only an escape or a raw character outside ASCII can bring one into a literal
  if (!/\\u|[^\x20-\x7e\s]/.test(source)) return;
  visit(document, {
    StringValue({ value }) {
      if (!isStorable(value)) throw new Refusal('TEXT_UNSTORABLE');
    },
  });
}
