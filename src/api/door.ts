import type { FastifyRequest } from 'fastify';
import type { Refused } from '../audit/door-counter.js';
import { checkStanding } from '../identity/admission.js';
import { identify, type Stated } from '../identity/asker.js';
import { checkBinding } from '../identity/certificate-binding.js';
import type { Credential, CredentialCheck } from '../identity/credential.js';
import type { Identity, UnitDirectory } from '../identity/identity.js';
import type { Standing, StandingBook } from '../identity/standing.js';
import { Refusal } from '../kernel/refusal.js';
import { isStorable } from '../kernel/text.js';
import { type Admission, Ask, type Hub } from '../operation/ask.js';
import { policyVersion } from '../policy/index.js';
import { mayClaim } from '../policy/matrix/purposes.js';
import { checkGateway } from './gateway.js';
import { certificateShown } from './tls.js';

/** What the door needs to know who asks. */
export interface Door {
  readonly hub: Hub;
  readonly credentials: CredentialCheck;
  readonly units: UnitDirectory;
  readonly standings: StandingBook;
}

/** A refusal of somebody whose token was good. */
export class RefusedKnown extends Error {
  constructor(
    override readonly cause: Refusal,
    readonly who: Refused,
  ) {
    super(cause.message);
  }
}

/** Makes the ask of a request, or throws the refusal of the door (as RefusedKnown after a good token). No token means the public. */
export async function admit(door: Door, request: FastifyRequest, gateway: Credential | null = null): Promise<Ask> {
  const header = request.headers.authorization;
  const credential = header === undefined ? null : await door.credentials(bearer(header));
  try {
    const shown = certificateShown(request.raw.socket);
    if (gateway !== null) checkBinding(gateway, shown);
    if (credential !== null) checkBinding(credential, shown);
    return await admitted(door, { credential, gateway }, statedBy(request), request.id);
  } catch (error) {
    if (!(error instanceof Refusal) || credential === null) throw error;
    const refused = error.code === 'GATEWAY_REFUSED' && gateway !== null ? gateway : credential;
    throw new RefusedKnown(error, { actorId: refused.subject, clientId: refused.clientId });
  }
}

/** The tokens of a request: the asker's, and that of the gateway which passes it on. */
interface Shown {
  readonly credential: Credential | null;
  readonly gateway: Credential | null;
}

async function admitted(door: Door, { credential, gateway }: Shown, stated: Stated, id: string): Promise<Ask> {
  const identity = await identify(credential, stated, door.units);
  if (!mayClaim(identity.role, identity.purpose)) throw new Refusal('PURPOSE_NOT_ALLOWED');
  const check = (standing: Standing) => {
    if (standing.policy !== policyVersion) throw new Refusal('RIGHTS_CHANGED');
    if (gateway !== null) checkGateway(gateway, standing);
    if (credential !== null) checkStanding(credential, identity, standing);
  };
  const again = async (): Promise<Admission> => {
    const standing = await door.standings.afresh();
    check(standing);
    if (!isSame(await identify(credential, stated, door.units), identity)) throw new Refusal('RIGHTS_CHANGED');
    return admission(standing);
  };
  const admission = (standing: Standing): Admission => ({
    epoch: standing.epoch,
    client: credential && standing.client(credential.issuer, credential.clientId),
    again,
  });
  return new Ask(door.hub, identity, id, admission(await checked(door.standings, check)));
}

/** The standing that lets somebody in. Nobody is refused by what was true once: it is read afresh first. */
export async function checked(standings: StandingBook, check: (standing: Standing) => void): Promise<Standing> {
  const known = await standings.known();
  try {
    check(known);
    return known;
  } catch (error) {
    const fresh = await standings.afresh();
    if (fresh.epoch === known.epoch) throw error;
    check(fresh);
    return fresh;
  }
}

const isSame = (one: Identity, other: Identity): boolean => JSON.stringify(one) === JSON.stringify(other);

function bearer(header: string): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new Refusal('TOKEN_MALFORMED');
  return token;
}

function statedBy(request: FastifyRequest): Stated {
  return {
    role: single(request, 'x-lushu-role'),
    purpose: single(request, 'x-lushu-purpose'),
    matter: decoded(single(request, 'x-lushu-matter')),
  };
}

function single(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A matter is a case number in Chinese, so the header carries it percent-encoded (UTF-8); throws REQUEST_MALFORMED. */
function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const matter = percentDecoded(text);
  if (matter === null || !isStorable(matter)) throw new Refusal('REQUEST_MALFORMED');
  return matter;
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
