import { createPublicKey } from 'node:crypto';
import { Refusal } from '../../kernel/refusal.js';

/** A public key as it is kept (RFC 7517): nothing but its public members. `material` is what makes it that key. */
export interface PublicKey {
  readonly kid: string;
  readonly material: Readonly<Record<string, string>>;
  readonly jwk: Readonly<Record<string, string>>;
}

const LONGEST = 8 * 1024;
const LEAST_RSA_BITS = 2048;
const MOST_RSA_BITS = 8192;
/** RFC 7518, 6: members that only the owner of a key may know, and symmetric keys. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];
const KID = /^[\x21-\x7e]{1,200}$/;

/** Algorithms a kind of key may sign by; the first is its usual one. */
const kinds: readonly {
  readonly kty: string;
  readonly crv?: string;
  readonly members: string[];
  readonly algs: string[];
}[] = [
  { kty: 'EC', crv: 'P-256', members: ['x', 'y'], algs: ['ES256'] },
  { kty: 'OKP', crv: 'Ed25519', members: ['x'], algs: ['EdDSA', 'Ed25519'] },
  { kty: 'RSA', members: ['n', 'e'], algs: ['PS256', 'RS256'] },
];

/** Reads a public key for signatures from JSON text; throws KEY_INVALID, which says nothing of what was in it. */
export function publicKeyOf(text: string): PublicKey {
  const given = membersOf(text);
  const kind = kinds.find(({ kty, crv }) => given.kty === kty && (crv === undefined || given.crv === crv));
  if (!kind || PRIVATE.some((name) => Object.hasOwn(given, name))) throw new Refusal('KEY_INVALID');
  const { kid, alg, use = 'sig', key_ops: operations = ['verify'] } = given;
  if (typeof kid !== 'string' || !KID.test(kid)) throw new Refusal('KEY_INVALID');
  if (alg !== undefined && !kind.algs.includes(alg as string)) throw new Refusal('KEY_INVALID');
  if (use !== 'sig' || JSON.stringify(operations) !== '["verify"]') throw new Refusal('KEY_INVALID');
  const material = materialOf(given, kind);
  return { kid, material, jwk: { ...material, kid, use: 'sig', ...(alg === undefined ? {} : { alg: alg as string }) } };
}

function membersOf(text: string): Record<string, unknown> {
  if (text.length > LONGEST) throw new Refusal('KEY_INVALID');
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch {
    // what is no JSON is no key
  }
  throw new Refusal('KEY_INVALID');
}

/** The members that make the key, in the one spelling OpenSSL gives them, which has checked point and size. */
function materialOf(given: Record<string, unknown>, { kty, crv, members }: (typeof kinds)[number]) {
  const wanted = [['kty', kty], ...(crv ? [['crv', crv]] : []), ...members.map((name) => [name, given[name]])];
  try {
    const key = createPublicKey({ key: Object.fromEntries(wanted), format: 'jwk' });
    const { modulusLength } = key.asymmetricKeyDetails ?? {};
    if (modulusLength === undefined || (modulusLength >= LEAST_RSA_BITS && modulusLength <= MOST_RSA_BITS))
      return key.export({ format: 'jwk' }) as Record<string, string>;
  } catch {
    // a point off its curve, a member that is missing or no number
  }
  throw new Refusal('KEY_INVALID');
}
