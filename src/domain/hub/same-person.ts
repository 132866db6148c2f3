import type { Identity } from '../../identity/identity.js';

/**
 * Whether somebody is the person under whose name something was done. A name is one person's with its issuer only; where
 * the issuer was not written down, the name alone decides.
 */
export const isSamePerson = ({ issuer, actorId }: Identity, by: string, ofIssuer: string | null): boolean =>
  actorId === by && (ofIssuer === null || ofIssuer === issuer);
