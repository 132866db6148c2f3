import type { IssuerKeys } from './issuer-keys.js';
import type { Institution } from './roles.js';

/** The role a gateway's own token names; it opens the subgraph door and no record. */
export const GATEWAY_ROLE = 'gateway';

/** The institutions an issuer may speak for; nobody speaks for the public. */
export const spokenFor = ['COURT', 'JUSTICE', 'BAR', 'FIRM', 'LAWYER'] as const satisfies Institution[];

/** Where an issuer writes what the hub asks of a token: names of claims, or dotted paths into them (`realm_access.roles`). */
export interface ClaimMap {
  readonly subject: string;
  /** Each leads to one name or a list of names; all of them together are the roles held. */
  readonly roles: readonly string[];
  readonly unit: string;
  readonly firm: string;
  readonly lawyer: string;
  /** The registered key that a system got its token by; of the hub's own issuer only. */
  readonly key?: string;
}

/** The claims of an issuer that was set up for the hub. */
export const usualClaims: ClaimMap = {
  subject: 'sub',
  roles: ['lushu.role', 'lushu.roles'],
  unit: 'lushu.unit',
  firm: 'lushu.firm',
  lawyer: 'lushu.lawyer',
};

/** An issuer whose tokens are believed, as the settings name it. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are (RFC 7517); without it the address is discovered (OpenID Connect Discovery). */
  readonly jwksUrl: string | undefined;
  readonly institutions: readonly Institution[];
  readonly claims: ClaimMap;
  /** Its names of roles and ours. With a table all other names are passed over; without one names are taken as they are. */
  readonly roleNames: Readonly<Record<string, string>> | undefined;
}

/** An issuer with its keys at hand. */
export interface TrustedIssuer extends Omit<IssuerSettings, 'jwksUrl'> {
  readonly keys: IssuerKeys;
}

/** An issuer that speaks for everybody, with the usual claims. */
export const issuerForAll = (issuer: string, audience: string) => ({
  issuer,
  audience,
  institutions: spokenFor,
  claims: usualClaims,
  roleNames: undefined,
});
