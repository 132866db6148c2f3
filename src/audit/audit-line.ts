import type { Identity } from '../identity/identity.js';

/** DISCLOSED: end of an operation. RECORDED: inside the transaction of a mutation or of an operator's command. DOOR: counted refusals. OUTAGE: the trail was away. */
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
  /** The policy epoch under which it was decided; a line that discloses or records stands under that epoch only. */
  readonly epoch?: number;
  /** The unit that it was about when nobody asked by an identity: that of a client, or of an office. */
  readonly party?: { readonly institution: string; readonly unitCode: string };
  /** Who asked, when the door refused somebody it knew; who gave a command. */
  readonly actorId?: string;
  readonly clientId?: string;
}
