import { createHash } from 'node:crypto';
import { appendAudit } from '../../audit/audit-line.store.js';
import type { Database } from '../../db/handle.js';
import { type Addressee, type Claimed, claimedBy, verifyAssertion } from '../../identity/client-assertion.js';
import { Refusal } from '../../kernel/refusal.js';
import { uuidv7 } from '../../kernel/uuid.js';
import { clientLock } from './client.table.js';
import { assertionUsed, clientKnown, type KnownClient } from './client-authentication.store.js';
import { FailureCount, LOCK_MILLIS } from './failure-count.js';

/** Clocks of several hubs differ; so much longer than it is good an assertion is remembered. */
const MARGIN_MILLIS = 60_000;

/** An assertion as it came. */
export interface Presented {
  readonly assertion: string;
  /** Whom the request names beside it, if it does. */
  readonly clientId: string | undefined;
  readonly source: string;
  readonly correlationId: string;
}

/** A client that has proved who it is, and by which of its keys. */
export interface ProvenClient extends Claimed {
  readonly id: string;
  readonly unitCode: string;
  readonly institution: string;
  readonly keyId: string;
}

/**
 * Authenticates clients of one issuer by assertions (RFC 7523). Whoever holds no key of a client learns nothing about it:
 * an unknown client, a wrong key and a used assertion are refused alike, and lock alike at the hub that was asked; the lock
 * of a known client also holds at others, and after a restart.
 */
export class ClientAuthentication {
  private readonly failures = new FailureCount();

  constructor(
    private readonly database: Database,
    private readonly issuer: string,
    private readonly addressee: Addressee,
  ) {}

  /** Throws ASSERTION_REFUSED, or CLIENT_LOCKED after five failures from that source in fifteen minutes. */
  async prove(presented: Presented): Promise<ProvenClient> {
    const claimed = claimedBy(presented.assertion);
    if (claimed === null || (presented.clientId ?? claimed.clientId) !== claimed.clientId)
      throw new Refusal('ASSERTION_REFUSED');
    const known = await this.known(claimed, presented.source);
    this.refuseLocked(claimed, presented.source, known);
    try {
      return await this.verified(presented.assertion, claimed, known);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'ASSERTION_REFUSED') await this.failed(claimed, known, presented);
      throw error;
    }
  }

  /** Whether a key that proved a client still would. Throws ASSERTION_REFUSED. */
  async holds(proven: ProvenClient, source: string): Promise<void> {
    const known = await this.known(proven, source);
    if (known?.keyId !== proven.keyId) throw new Refusal('ASSERTION_REFUSED');
  }

  private async verified(assertion: string, claimed: Claimed, known: KnownClient | null): Promise<ProvenClient> {
    if (known === null || known.keyId === null || known.jwk === null) throw new Refusal('ASSERTION_REFUSED');
    const { jti, expiresAt } = await verifyAssertion(assertion, claimed, known.jwk, this.addressee);
    const digest = createHash('sha256').update([this.issuer, claimed.clientId, jti].join('\0')).digest('base64url');
    const forgettable = new Date(this.now().getTime() - MARGIN_MILLIS);
    const used = await this.database.single(assertionUsed(digest, expiresAt, forgettable));
    if (used.length === 0) throw new Refusal('ASSERTION_REFUSED');
    const { id, unitCode, institution, keyId } = known;
    return { ...claimed, id, unitCode, institution, keyId };
  }

  private async known(claimed: Claimed, source: string): Promise<KnownClient | null> {
    const statement = clientKnown(this.issuer, claimed, source, this.now());
    const [known = null] = await this.database.single<KnownClient>(statement);
    return known;
  }

  /** A lock of a client is in the database, where an administrator lifts it; a name that is nobody's is locked by the count. */
  private refuseLocked({ clientId }: Claimed, source: string, known: KnownClient | null): void {
    const now = this.now().getTime();
    const until = known
      ? known.lockedUntil && Date.parse(known.lockedUntil)
      : this.failures.lockedUntil(clientId, source, now);
    if (until) throw new Refusal('CLIENT_LOCKED', [], { retryAfterSeconds: Math.ceil((until - now) / 1000) });
  }

  private async failed({ clientId }: Claimed, known: KnownClient | null, presented: Presented): Promise<void> {
    const { source, correlationId } = presented;
    const now = this.now();
    if (!this.failures.failed(clientId, source, now.getTime()) || known === null) return;
    const lockedUntil = new Date(now.getTime() + LOCK_MILLIS).toISOString();
    const lock = { id: uuidv7(), clientId: known.id, source, lockedAt: now.toISOString(), lockedUntil };
    await this.database.transaction(async (handle) => {
      await handle.insert(clientLock).values(lock);
      await appendAudit(handle, now, [
        {
          kind: 'RECORDED',
          outcome: 'REFUSED',
          correlationId,
          operation: 'oauth/token',
          coordinates: ['oauth/token'],
          party: known,
          clientId,
          source,
          records: { Client: [known.id], ClientLock: [lock.id] },
          refusals: ['CLIENT_LOCKED'],
        },
      ]);
    });
  }

  private now(): Date {
    return this.addressee.clock.now();
  }
}
