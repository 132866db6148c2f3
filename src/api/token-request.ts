import { Refusal } from '../kernel/refusal.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const PARAMETERS = ['grant_type', 'client_assertion_type', 'client_assertion', 'client_id', 'scope'] as const;

/** What a client asks of the token endpoint. */
export interface TokenRequest {
  readonly assertion: string;
  /** As the request names it; it must then be the author of the assertion. */
  readonly clientId: string | undefined;
  /** The roles it narrows itself to; all it was registered with when not said. */
  readonly scope: readonly string[] | undefined;
}

/**
 * Reads the body of a token request (RFC 6749, 4.4.2; RFC 7523, 2.2). Throws REQUEST_MALFORMED, at the parameter at
 * fault; one that comes twice is at fault (RFC 6749, 3.2).
 */
export function tokenRequest(body: string): TokenRequest {
  const form = new URLSearchParams(body);
  const given = Object.fromEntries(
    PARAMETERS.map((name) => {
      const values = form.getAll(name);
      if (values.length > 1) throw malformed(name);
      return [name, values[0] || undefined];
    }),
  ) as Record<(typeof PARAMETERS)[number], string | undefined>;
  if (given.grant_type === undefined) throw new Refusal('REQUEST_MALFORMED');
  if (given.grant_type !== 'client_credentials') throw malformed('grant_type');
  if (given.client_assertion_type !== JWT_BEARER) throw malformed('client_assertion_type');
  if (given.client_assertion === undefined) throw malformed('client_assertion');
  return {
    assertion: given.client_assertion,
    clientId: given.client_id,
    scope: given.scope === undefined ? undefined : [...new Set(given.scope.split(' '))],
  };
}

const malformed = (parameter: string): Refusal => new Refusal('REQUEST_MALFORMED', [parameter]);
