import type { FastifyRequest } from 'fastify';
import { identify } from '../identity/asker.js';
import type { CredentialCheck } from '../identity/credential.js';
import type { UnitDirectory } from '../identity/identity.js';
import { Refusal } from '../kernel/refusal.js';
import { isStorable } from '../kernel/text.js';
import { Ask, type Hub } from '../operation/ask.js';

/** What the door needs to know who asks. */
export interface Door {
  readonly hub: Hub;
  readonly credentials: CredentialCheck;
  readonly units: UnitDirectory;
}

/** Makes the ask of a request, or throws the refusal of the door. No token means the public. */
export async function admit(door: Door, request: FastifyRequest): Promise<Ask> {
  const header = request.headers.authorization;
  const credential = header === undefined ? null : await door.credentials(bearer(header));
  const stated = { purpose: single(request, 'x-lushu-purpose'), matter: decoded(single(request, 'x-lushu-matter')) };
  return new Ask(door.hub, await identify(credential, stated, door.units), request.id);
}

function bearer(header: string): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new Refusal('TOKEN_MALFORMED');
  return token;
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
