import type { Identity } from '../../identity/identity.js';
import type { Act } from '../../operation/act.js';

/**
 * Whether somebody is the person under whose name something was done. A name is one person's with its issuer only; where
 * the issuer was not written down, the name alone decides.
 */
export const isSamePerson = ({ issuer, actorId }: Identity, by: string, ofIssuer: string | null): boolean =>
  actorId === by && (ofIssuer === null || ofIssuer === issuer);

/** Whether a client is the one by which the asker of an act asks. */
export const isOwnClient = (
  { grant }: Act,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
): boolean => issuer === grant.asker.identity.issuer && clientId === grant.asker.identity.clientId;
