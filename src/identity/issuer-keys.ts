import type { CryptoKey, JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import type { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { type KeySet, keySet } from './key-set.js';

/** The public keys of one issuer. */
export interface IssuerKeys {
  /** The key a token names; throws TOKEN_KEY_UNKNOWN, TOKEN_ALGORITHM_REFUSED, ISSUER_UNAVAILABLE. */
  readonly find: JWTVerifyGetKey;
  /** The keys as they stand: the same object while none changed, null when it is time to ask the issuer again. */
  edition(): object | null;
}

/** How long keys are believed. */
export interface KeyTimes {
  /** After this the issuer is asked again. */
  readonly freshMillis: number;
  /** So long an issuer that does not answer is believed by the keys it last published. */
  readonly believedMillis: number;
  /** Between two questions for keys nobody knows, and after one that failed. */
  readonly cooldownMillis: number;
}

/** Five minutes, an hour, ten seconds. */
export const usualKeyTimes: KeyTimes = { freshMillis: 300_000, believedMillis: 3_600_000, cooldownMillis: 10_000 };

/** Keys that never change: those of the development issuer. */
export function fixedKeys(jwks: JSONWebKeySet): IssuerKeys {
  const set = keySet(jwks);
  return { find: set.find, edition: () => set };
}

/**
 * Keys an issuer publishes (RFC 7517). They are fetched when first needed, when no longer fresh, and at once when a token
 * names a key that is not among them; all who wait share one fetch. `fetchKeys` answers with the text of the JWKS.
 */
export class PublishedKeys implements IssuerKeys {
  private held: { readonly set: KeySet; readonly text: string; readonly at: number } | null = null;
  private fetching: Promise<KeySet> | null = null;
  private failedAt = Number.NEGATIVE_INFINITY;
  private soughtAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly fetchKeys: () => Promise<string>,
    private readonly clock: Clock,
    private readonly times = usualKeyTimes,
  ) {}

  readonly find = async (...[header, token]: Parameters<JWTVerifyGetKey>): Promise<CryptoKey> =>
    (await this.setFor(header.kid)).find(header, token);

  edition(): object | null {
    return this.heldFor(this.times.freshMillis);
  }

  private async setFor(kid: string | undefined): Promise<KeySet> {
    const fresh = this.heldFor(this.times.freshMillis);
    if (fresh !== null) return fresh.has(kid) || !this.maySeek() ? fresh : this.refreshed();
    const believed = this.heldFor(this.times.believedMillis);
    return this.refreshed().catch((error: unknown) => {
      if (believed?.has(kid)) return believed;
      throw error;
    });
  }

  private heldFor(millis: number): KeySet | null {
    return this.held !== null && this.now() - this.held.at < millis ? this.held.set : null;
  }

  /** Names that are made up must not hammer the issuer: one question in ten seconds is asked for all of them. */
  private maySeek(): boolean {
    if (this.fetching !== null || this.isFailing()) return true;
    if (this.now() - this.soughtAt < this.times.cooldownMillis) return false;
    this.soughtAt = this.now();
    return true;
  }

  private async refreshed(): Promise<KeySet> {
    if (this.fetching === null && this.isFailing()) throw new Refusal('ISSUER_UNAVAILABLE');
    this.fetching ??= this.fetched();
    return this.fetching;
  }

  private async fetched(): Promise<KeySet> {
    try {
      const text = await this.fetchKeys();
      const set = this.held?.text === text ? this.held.set : keySet(JSON.parse(text));
      this.held = { set, text, at: this.now() };
      this.failedAt = Number.NEGATIVE_INFINITY;
      return set;
    } catch (error) {
      this.failedAt = this.now();
      throw Object.assign(new Refusal('ISSUER_UNAVAILABLE'), { cause: error });
    } finally {
      this.fetching = null;
    }
  }

  private isFailing(): boolean {
    return this.now() - this.failedAt < this.times.cooldownMillis;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
