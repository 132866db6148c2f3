import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** The cipher machine (密码机): where keys live and are used. A certified module takes this place in production. */
export interface CryptoProvider {
  /** Keyed hash of a value, hex: equal values match, and nobody without the key can try candidates. */
  match(value: string): string;
  /** Ciphertext of a text, to be opened for re-keying only; the same text seals differently each time. */
  seal(plain: string): string;
  /** The text again; throws a plain Error when the ciphertext is not whole or was sealed under other keys. */
  open(sealed: string): string;
}

/** Keys of the software provider: `cipherKey` 16 bytes, the others at least 32. No two may be the same. */
export interface SoftwareKeys {
  readonly hashKey: Buffer;
  readonly cipherKey: Buffer;
  readonly macKey: Buffer;
}

const VERSION = 'v1:';
const CIPHER = 'sm4-cbc';
const BLOCK = 16;
const MAC = 32;

/**
 * HMAC-SM3 for matching; SM4-CBC with a random IV, then HMAC-SM3 over version, IV and ciphertext (GB/T 32905, 32907).
 * `v1:` + base64url. Node's OpenSSL has no SM4-GCM.
 */
export function softwareCrypto(keys: SoftwareKeys): CryptoProvider {
  const { hashKey, cipherKey, macKey } = keys;
  if (cipherKey.length !== BLOCK || hashKey.length < MAC || macKey.length < MAC || hashKey.equals(macKey))
    throw new Error('crypto keys: cipherKey 16 bytes; hashKey and macKey at least 32 bytes each, and different');
  // a key object is prepared once; a Buffer would be at every call
  const [hash, seal, check] = [hashKey, cipherKey, macKey].map((key) => createSecretKey(key)) as [
    KeyObject,
    KeyObject,
    KeyObject,
  ];
  const mac = (body: Buffer) => createHmac('sm3', check).update('lushu/seal\0').update(VERSION).update(body).digest();
  return {
    match: (value) => createHmac('sm3', hash).update('lushu/match\0').update(value, 'utf8').digest('hex'),
    seal(plain) {
      const iv = randomBytes(BLOCK);
      const cipher = createCipheriv(CIPHER, seal, iv);
      const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]);
      return VERSION + Buffer.concat([body, mac(body)]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
      const [body, tag] = [bytes.subarray(0, -MAC), bytes.subarray(-MAC)];
      if (!sealed.startsWith(VERSION) || body.length < 2 * BLOCK || !timingSafeEqual(tag, mac(body)))
        throw new Error('sealed value does not verify');
      const decipher = createDecipheriv(CIPHER, seal, body.subarray(0, BLOCK));
      return Buffer.concat([decipher.update(body.subarray(BLOCK)), decipher.final()]).toString('utf8');
    },
  };
}
