/** Something in a file that looks like a secret, with its place. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly text: string;
}

const patterns: Readonly<Record<string, RegExp>> = {
  'private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  'private JWK': /"(?:d|k)"\s*:\s*"[\w-]{20,}"/g,
  token: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  'password in an address': /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"`]*:(?!%s|\$\{|\$\()[^\s/@'"`]+@/g,
  'access token': /\b(?:gh[pousr]_\w{30,}|npm_\w{30,}|AKIA[A-Z0-9]{16}|xox[bp]-[\w-]{20,})/g,
  'password that is written out':
    /\b(?:password|passwd|passphrase|client_?secret)["']?\s*(?:=\s*|:\s+)["'][^"'${}\s]{8,}["']/gi,
  'random hex': /(?<![\w/+-])[0-9a-f]{32,}(?![\w/+=-])/gi,
};
/** Bits a character: hex at random has 3.2 and more from 32 characters on, what repeats or counts in words has less. */
const LEAST_ENTROPY = 3;

/** Everything in a text that looks like a secret. */
export function secretsIn(path: string, text: string): Finding[] {
  return Object.entries(patterns).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => kind !== 'random hex' || entropyOf(found) >= LEAST_ENTROPY)
      .map((match) => ({ path, kind, text: match[0], line: text.slice(0, match.index).split('\n').length })),
  );
}

function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text.toLowerCase()) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
