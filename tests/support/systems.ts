import { request as plainRequest } from 'node:http';
import { type RequestOptions, request as tlsRequest } from 'node:https';
import { sql } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { unitIdByCode } from '../../seeds/ground.js';
import { textArray } from '../../src/db/rows.js';
import type { TestHub } from './hub.js';
import type { SigningKey, TokenChanges } from './signer.js';

/** The name of the hub's own issuer in tests. */
export const HUB_ISSUER = 'https://hub.example';
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A system as an administrator would have registered it. */
export interface Enrolled {
  readonly clientId: string;
  readonly unit?: string;
  readonly roles?: readonly string[];
  readonly purposes?: readonly string[];
  readonly isBound?: boolean;
  readonly state?: string;
}

/** Enters clients of the hub's own issuer, each with a key. */
export async function enrol(hub: TestHub, key: SigningKey, ...clients: Enrolled[]): Promise<void> {
  for (const { clientId, unit, roles = ['filing'], purposes = ['CASE_FILING'], isBound, state } of clients) {
    await hub.rows(sql`insert into hub.client (id, issuer, client_id, unit_id, name, responsible_person, roles, purposes,
        is_certificate_bound, state, registered_by, registered_at)
      values (gen_random_uuid(), ${HUB_ISSUER}, ${clientId}, ${unitIdByCode(unit ?? '浙0106')}, ${clientId}, 'Li', ${textArray(roles)},
        ${textArray(purposes)}, ${isBound ?? false}, ${state ?? 'ACTIVE'}, 'test', now())`);
    await addKey(hub, clientId, key);
  }
  await hub.rows(sql`select audit.move_epoch()`);
}

/** Registers a key of a client, for a time; confirmed. */
export async function addKey(hub: TestHub, clientId: string, { jwk }: SigningKey, from = '2026-01-01', until?: string) {
  await hub.rows(sql`insert into hub.client_key (id, client_id, kid, jwk, valid_from, valid_until, added_by, confirmed_by, confirmed_at)
    select gen_random_uuid(), id, ${jwk.kid}, ${JSON.stringify(jwk)}::jsonb, ${from}::timestamptz, ${until ?? null}::timestamptz, 'test', 'another', now()
      from hub.client where issuer = ${HUB_ISSUER} and client_id = ${clientId}`);
}

let assertions = 0;

/** A good assertion of a client, with changes. */
export function assertionOf(hub: TestHub, clientId: string, key: SigningKey, changes: TokenChanges = {}) {
  const now = Math.floor(hub.clock.now().getTime() / 1000);
  const usual = {
    iss: clientId,
    sub: clientId,
    aud: HUB_ISSUER,
    jti: `assertion-${assertions++}`,
    iat: now,
    exp: now + 60,
  };
  return new SignJWT({ ...usual, ...changes.claims })
    .setProtectedHeader({ alg: key.alg, kid: key.jwk.kid, ...changes.header })
    .sign(key.privateKey);
}

/** The form of a token request, with changes; `undefined` leaves a parameter out. */
export function tokenForm(assertion: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const form = { grant_type: 'client_credentials', client_assertion_type: JWT_BEARER, client_assertion: assertion };
  const given = Object.entries({ ...form, ...changes }).filter((one): one is [string, string] => one[1] !== undefined);
  return new URLSearchParams(given).toString();
}

/** An answer over HTTP, its body read as JSON. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly body: any;
}

/** Sends a body over a new connection of its own, plain or TLS, as `connection` says. */
export function send(url: string, body: string, connection: RequestOptions): Promise<Told> {
  const open = url.startsWith('https:') ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const sent = open(url, { method: body === '' ? 'GET' : 'POST', agent: false, ...connection }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: JSON.parse(Buffer.concat(parts).toString()) });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
