import type { Clock } from '../kernel/clock.js';
import { PublishedKeys } from './issuer-keys.js';
import { isTrustworthyAddress } from './issuer-settings.js';
import type { IssuerSettings, TrustedIssuer } from './issuers.js';

const TIMEOUT_MILLIS = 3_000;
const LONGEST_ANSWER_BYTES = 256 * 1024;

/** An issuer of the settings with the keys it publishes. Nothing is fetched before the first token. */
export function trustedIssuer(
  { jwksUrl, ...settings }: IssuerSettings,
  clock: Clock,
  timeoutMillis = TIMEOUT_MILLIS,
): TrustedIssuer {
  const fetchKeys = async () => {
    const signal = AbortSignal.timeout(timeoutMillis);
    return fetched(jwksUrl ?? (await discovered(settings.issuer, signal)), signal);
  };
  return { ...settings, keys: new PublishedKeys(fetchKeys, clock) };
}

/** The address of the keys by OpenID Connect Discovery 1.0, 4; what answers for another issuer is not believed. */
async function discovered(issuer: string, signal: AbortSignal): Promise<string> {
  const document = await fetched(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, signal);
  const said = JSON.parse(document) as { issuer?: unknown; jwks_uri?: unknown } | null;
  if (said?.issuer !== issuer) throw new Error(`The discovery document of ${issuer} names another issuer`);
  const { jwks_uri: address } = said;
  if (typeof address !== 'string' || !isTrustworthyAddress(address, issuer.startsWith('http:')))
    throw new Error(`The discovery document of ${issuer} names no https address of keys`);
  return address;
}

/** The body of an answer with status 200; a redirection is none, since it could lead anywhere. */
async function fetched(address: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
  if (answer.status !== 200 || answer.body === null) throw new Error(`${address} answered ${answer.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body) {
    bytes += part.length;
    if (bytes > LONGEST_ANSWER_BYTES) throw new Error(`${address} answered with too much`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
