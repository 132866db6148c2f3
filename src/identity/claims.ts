import type { JWTPayload } from 'jose';
import { Refusal } from '../kernel/refusal.js';
import { isStorable } from '../kernel/text.js';
import type { Credential } from './credential.js';
import type { TrustedIssuer } from './issuers.js';

/** OpenID Connect Core 1.0, 2: a subject has at most 255 characters; nothing else of a token needs more. */
const LONGEST = 255;

/** A SHA-256 thumbprint in base64url. */
const THUMBPRINT = /^[\w-]{43}$/;

/** Reads a verified token by the claim map of its issuer; throws TOKEN_MALFORMED. */
export function credentialOf(payload: JWTPayload, trusted: TrustedIssuer): Credential {
  const { claims } = trusted;
  const subject = text(claimAt(payload, claims.subject));
  if (subject === null || text(payload.sub) === null) throw new Refusal('TOKEN_MALFORMED');
  return {
    issuer: trusted.issuer,
    institutions: trusted.institutions,
    subject,
    clientId: text(payload.client_id) ?? text(payload.azp) ?? 'unnamed',
    roles: rolesOf(payload, trusted),
    unit: text(claimAt(payload, claims.unit)),
    firm: text(claimAt(payload, claims.firm)),
    lawyer: text(claimAt(payload, claims.lawyer)),
    boundTo: boundTo(payload.cnf),
    keyId: claims.key === undefined ? null : text(claimAt(payload, claims.key)),
    expiresAt: new Date((payload.exp as number) * 1000),
  };
}

function rolesOf(payload: JWTPayload, { claims, roleNames }: TrustedIssuer): readonly string[] {
  const named = claims.roles.flatMap((path) => claimAt(payload, path)).map(text);
  const roles = named.flatMap((name) => {
    if (name === null) return [];
    if (roleNames === undefined) return [name];
    return Object.hasOwn(roleNames, name) ? [roleNames[name] as string] : [];
  });
  return [...new Set(roles)];
}

/** A claim by its whole name, which may hold dots (`https://hub.example/roles`), or by a dotted path. */
function claimAt(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, payload);
}

function text(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  if (!isClaimText(value)) throw new Refusal('TOKEN_MALFORMED');
  return value;
}

/** Whether a token may name somebody so: at most 255 characters that the database can keep, in any form whatever. */
export const isClaimText = (text: string): boolean => text !== '' && text.length <= LONGEST && isStorable(text);

/** RFC 8705, 3.1. A token bound to anything else (RFC 9449) needs a proof that is not asked for here, so it opens nothing. */
function boundTo(confirmation: unknown): string | null {
  if (confirmation === undefined) return null;
  const { 'x5t#S256': thumbprint, ...others } = Object(confirmation) as Record<string, unknown>;
  if (typeof thumbprint !== 'string' || !THUMBPRINT.test(thumbprint) || Object.keys(others).length > 0)
    throw new Refusal('TOKEN_MALFORMED');
  return thumbprint;
}
