const [LAST, BEFORE_SURROGATES, AFTER_SURROGATES] = [0x10ffff, 0xd7ff, 0xe000];

/**
 * The first text, by code points, after every text that begins with `prefix`; null when there is none. Half surrogate
 * pairs are no code points, and are left out as PostgreSQL leaves them out.
 */
export function endOfPrefix(prefix: string): string | null {
  const points = [...prefix].map((character) => character.codePointAt(0) as number);
  for (let last = points.pop(); last !== undefined; last = points.pop())
    if (last < LAST) return String.fromCodePoint(...points, last === BEFORE_SURROGATES ? AFTER_SURROGATES : last + 1);
  return null;
}
