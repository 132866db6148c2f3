import { createHash, randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, type JWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import type { SigningKey } from './signer.js';

export const HUB = 'urn:lushu:hub';

/** The client secret of `intake` at the provider; a test value. */
const SECRET = 'a secret between the intake system and its provider';

/** A standard provider on loopback: people sign in to `browser`, systems are `intake` (secret) and `push` (private key). */
export class OidcProvider {
  /** What the provider was asked for, by path. */
  readonly asked: string[] = [];
  private readonly server: Server;
  private answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  private pushKey!: SigningKey;

  /** `claimsOf` gives the claims of an account or client beside the standard ones. */
  constructor(private readonly claimsOf: (name: string) => Record<string, unknown>) {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', this.issuer);
      this.asked.push(pathname);
      if (pathname === '/signed-in') response.setHeader('content-type', 'text/html').end('<h1>signed in</h1>');
      else this.answer(request, response);
    });
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get returnsTo(): string {
    return `${this.issuer}/signed-in`;
  }

  async open(keys: readonly SigningKey[], pushKey: SigningKey): Promise<void> {
    this.pushKey = pushKey;
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    await this.publish(keys);
  }

  /** Signs with the first of these keys from now on and publishes all of them; grants and sessions stay. */
  async publish(keys: readonly SigningKey[]): Promise<void> {
    const jwks = await Promise.all(keys.map(async (key) => ({ ...(await exportJWK(key.privateKey)), ...key.jwk })));
    this.answer = new Provider(this.issuer, this.configuration(jwks)).callback();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Posts a form to the token endpoint. */
  async token(form: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.issuer}/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
    return (await response.json()) as { access_token: string; id_token: string; error?: string };
  }

  /** Client credentials with a secret (RFC 6749, 2.3.1). */
  bySecret(form: Record<string, string> = { resource: HUB }) {
    const authorization = `Basic ${Buffer.from(`intake:${encodeURIComponent(SECRET)}`).toString('base64')}`;
    return this.token({ grant_type: 'client_credentials', ...form }, { authorization });
  }

  /** Client credentials with a signed assertion (RFC 7523, private_key_jwt). */
  async byPrivateKey(key = this.pushKey) {
    const assertion = await new SignJWT({
      iss: 'push',
      sub: 'push',
      aud: this.issuer,
      jti: randomBytes(12).toString('hex'),
    })
      .setProtectedHeader({ alg: key.alg, kid: key.jwk.kid })
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(key.privateKey);
    return this.token({
      grant_type: 'client_credentials',
      resource: HUB,
      client_id: 'push',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
  }

  private configuration(jwks: readonly JWK[]): Record<string, unknown> {
    const system = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] };
    return {
      clients: [
        {
          client_id: 'browser',
          application_type: 'native',
          token_endpoint_auth_method: 'none',
          redirect_uris: [this.returnsTo],
        },
        { client_id: 'intake', client_secret: SECRET, ...system },
        {
          client_id: 'push',
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: this.pushKey.alg,
          jwks: { keys: [this.pushKey.jwk] },
          ...system,
        },
      ],
      clientDefaults: { id_token_signed_response_alg: jwks[0]?.alg },
      jwks: { keys: jwks },
      cookies: { keys: ['signs the cookies of a test'] },
      pkce: { required: () => true },
      findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
      extraTokenClaims: (_context: unknown, token: { accountId?: string; clientId: string }) =>
        this.claimsOf(token.accountId ?? token.clientId),
      features: {
        devInteractions: { enabled: true },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({
            scope: 'ask',
            audience: HUB,
            accessTokenTTL: 3600,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: jwks[0]?.alg } },
          }),
        },
      },
    };
  }
}

/** A sign-in of a person in a browser: where to go, and what to keep for the exchange (RFC 7636, S256). */
export function signIn(provider: OidcProvider) {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const address = new URL('/auth', provider.issuer);
  address.search = new URLSearchParams({
    client_id: 'browser',
    response_type: 'code',
    redirect_uri: provider.returnsTo,
    scope: 'openid ask',
    resource: HUB,
    state,
    nonce: 'n',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const exchange = (code: string, codeVerifier = verifier) => ({
    grant_type: 'authorization_code',
    client_id: 'browser',
    redirect_uri: provider.returnsTo,
    code,
    code_verifier: codeVerifier,
    resource: HUB,
  });
  return { address: address.toString(), state, exchange };
}
