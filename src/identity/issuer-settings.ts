import { GATEWAY_ROLE, type IssuerSettings, spokenFor, usualClaims } from './issuers.js';
import { type Institution, isRole } from './roles.js';

const MEMBERS = ['issuer', 'audience', 'jwksUrl', 'institutions', 'claims', 'roleNames'];

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a list of issuers from parsed JSON: `issuer`, `audience` and `institutions` of each, and if need be `jwksUrl`,
 * `claims`, `roleNames`. Throws an Error whose sentence names the entry and member at fault.
 */
export function issuerList(json: unknown, loopbackMayBePlain: boolean): IssuerSettings[] {
  if (!Array.isArray(json) || json.length === 0) throw new Error('must hold a list of at least one issuer.');
  const issuers = json.map((entry: unknown, index) => {
    const fail = (what: string): never => {
      throw new Error(`issuer ${index + 1}: ${what}`);
    };
    return issuerOf(members(entry, 'it', MEMBERS, fail), loopbackMayBePlain, fail);
  });
  const twice = issuers.find(({ issuer }, index) => issuers.findIndex((other) => other.issuer === issuer) !== index);
  if (twice) throw new Error(`names ${twice.issuer} twice.`);
  return issuers;
}

/** Whether an address is https, or http on this machine where that is allowed; without a user in it. */
export function isTrustworthyAddress(address: string, loopbackMayBePlain: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback && loopbackMayBePlain);
}

/** Whether a text can name an issuer (OpenID Connect Discovery 1.0, 3): an address without query or fragment. */
export const isIssuer = (text: string, loopbackMayBePlain: boolean): boolean =>
  isTrustworthyAddress(text, loopbackMayBePlain) && !/[?#]/.test(text);

type Fail = (what: string) => never;

function issuerOf(entry: Members, loopbackMayBePlain: boolean, fail: Fail): IssuerSettings {
  const issuer = text(entry.issuer, 'issuer', fail);
  if (!isIssuer(issuer, loopbackMayBePlain)) fail('issuer must be an https address without query or fragment.');
  const jwksUrl = entry.jwksUrl === undefined ? undefined : text(entry.jwksUrl, 'jwksUrl', fail);
  if (jwksUrl !== undefined && !isTrustworthyAddress(jwksUrl, loopbackMayBePlain))
    fail('jwksUrl must be an https address.');
  return {
    issuer,
    audience: text(entry.audience, 'audience', fail),
    jwksUrl,
    institutions: institutionsOf(entry.institutions, fail),
    claims: claimsOf(entry.claims ?? {}, fail),
    roleNames: entry.roleNames === undefined ? undefined : roleNamesOf(entry.roleNames, fail),
  };
}

function institutionsOf(given: unknown, fail: Fail): Institution[] {
  const known = Array.isArray(given) ? spokenFor.filter((institution) => given.includes(institution)) : [];
  if (known.length === 0 || known.length !== (given as unknown[]).length)
    fail(`institutions must be a list of some of ${spokenFor.join(', ')}, each once.`);
  return known;
}

function claimsOf(given: unknown, fail: Fail): IssuerSettings['claims'] {
  const { roles, ...single } = members(given, 'claims', Object.keys(usualClaims), fail);
  const paths = Object.fromEntries(Object.entries(single).map(([name, path]) => [name, text(path, name, fail)]));
  if (roles === undefined) return { ...usualClaims, ...paths };
  const list = (Array.isArray(roles) ? roles : [roles]).map((path: unknown) => text(path, 'roles', fail));
  return { ...usualClaims, ...paths, roles: list.length > 0 ? list : fail('roles must name a claim.') };
}

function roleNamesOf(given: unknown, fail: Fail): Record<string, string> {
  const names = Object.entries(members(given, 'roleNames', undefined, fail));
  const wrong = names.find(([, role]) => !(isNamedByTokens(role) || role === GATEWAY_ROLE));
  if (wrong) fail(`roleNames translates ${wrong[0]} into no role of the hub.`);
  return Object.fromEntries(names) as Record<string, string>;
}

const isNamedByTokens = (role: unknown): boolean => typeof role === 'string' && isRole(role) && role !== 'public';

function members(given: unknown, what: string, known: readonly string[] | undefined, fail: Fail): Members {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return fail(`${what} must be an object.`);
  const strange = Object.keys(given).find((name) => known && !known.includes(name));
  return strange === undefined ? (given as Members) : fail(`${strange} is not a setting of ${what}.`);
}

const text = (given: unknown, name: string, fail: Fail): string =>
  typeof given === 'string' && given !== '' ? given : fail(`${name} must be a text.`);
