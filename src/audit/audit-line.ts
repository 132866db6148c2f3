import type { Identity } from '../identity/identity.js';

/** DISCLOSED: end of an operation. RECORDED: inside a mutation's transaction. DOOR: counted refusals. OUTAGE: the trail was away. */
export type AuditKind = 'DISCLOSED' | 'RECORDED' | 'DOOR' | 'OUTAGE';
export type AuditOutcome = 'ANSWERED' | 'PARTLY_REFUSED' | 'REFUSED' | 'RECOVERED';

/** One line of the trail, without its id and time. */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  readonly correlationId: string;
  readonly identity?: Identity | undefined;
  readonly operation?: string | undefined;
  readonly coordinates?: readonly string[];
  readonly records?: Readonly<Record<string, readonly string[]>>;
  readonly withheld?: readonly string[];
  readonly masked?: readonly string[];
  readonly refusals?: readonly string[];
  readonly count?: number;
  readonly lastedMillis?: number;
  readonly source?: string;
}
