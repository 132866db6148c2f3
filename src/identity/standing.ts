import type { Acting } from './charge.js';
import type { Institution } from './roles.js';

/** A client (接入系统) as administrators have registered it, once it was activated. */
export interface RegisteredClient {
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly institution: Institution;
  readonly unitCode: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  readonly isCertificateBound: boolean;
  /** It may ask its registered operations only. */
  readonly isLimited: boolean;
  readonly state: 'ACTIVE' | 'DISABLED';
}

/** The office of an administrator: one of three, in one unit. */
export interface Office {
  readonly role: string;
  readonly unitCode: string;
}

/** What administrators have decided about clients and accounts, as it stood at one policy epoch. */
export interface Standing {
  readonly epoch: number;
  /** Digest of the permission matrix in force. */
  readonly policy: string;
  client(issuer: string, clientId: string): RegisteredClient | null;
  /** Whether an account is disabled by a unit in charge of whom it acts for; without that, by any unit. */
  isDisabled(issuer: string, subject: string, acting?: Acting): boolean;
  office(issuer: string, subject: string): Office | null;
  /** Whether a registered key of a client was withdrawn. */
  isKeyWithdrawn(keyId: string): boolean;
}

/** The documents that clients have registered. Both throw DATABASE_UNAVAILABLE. */
export interface OperationBook {
  /** Whether a client has registered the document of a hash, as it stood at a policy epoch or later. */
  holds(clientId: string, sha256: string, epoch: number): Promise<boolean>;
  /** The document itself; null when that client has not registered it. */
  read(clientId: string, sha256: string, epoch: number): Promise<string | null>;
}

/** Where the standing is kept. Both throw DATABASE_UNAVAILABLE. */
export interface StandingBook {
  /** The standing last read; it may be of an earlier epoch, which shows when the line is written. */
  known(): Promise<Standing>;
  /** The standing as it is committed now. */
  afresh(): Promise<Standing>;
}
