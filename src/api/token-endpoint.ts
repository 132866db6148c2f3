import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuditEntry } from '../audit/audit-line.js';
import type { Refused } from '../audit/door-counter.js';
import type { ClientAuthentication, ProvenClient } from '../domain/hub/index.js';
import { type HubIssuer, type SystemGrant, TOKEN_SECONDS } from '../identity/hub-issuer.js';
import type { Standing, StandingBook } from '../identity/standing.js';
import type { Limits } from '../kernel/limits.js';
import { Refusal } from '../kernel/refusal.js';
import { policyVersion } from '../policy/index.js';
import type { Books } from './apollo.js';
import { checked } from './door.js';
import { refusalBehind } from './errors.js';
import { Buckets } from './limits/buckets.js';
import { sourceOf } from './limits/strangers.js';
import { certificateShown } from './tls.js';
import { giveToken, refuseToken } from './token-answer.js';
import { type TokenRequest, tokenRequest } from './token-request.js';
import { noteRefusal } from './watch.js';

/** Where systems ask for tokens. */
export const TOKEN_PATH = '/oauth/token';
const BODY_LIMIT_BYTES = 16 * 1024;
/** What a token takes from the rate of a network source, in requests: two signatures and three statements, once in ten minutes. */
const REQUESTS = 15;
const TRIES = 5;

/** What the token endpoint needs. */
export interface TokenDesk extends Books {
  readonly issuer: HubIssuer;
  readonly clients: ClientAuthentication;
  readonly standings: StandingBook;
  readonly limits: Pick<Limits, 'ratePerSecond' | 'rateBurst'>;
}

/**
 * Serves tokens to systems: OAuth 2.0 client credentials with `private_key_jwt` (RFC 6749, 4.4; RFC 7523), bound to the
 * client certificate when one is shown (RFC 8705, 3). Refusals go to the door's counts, tokens to the trail before they leave.
 */
export function tokenRoute(app: FastifyInstance, desk: TokenDesk): void {
  const { ratePerSecond, rateBurst } = desk.limits;
  const rate = new Buckets(ratePerSecond / REQUESTS, Math.max(1, rateBurst / REQUESTS));
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, request, reply) => refused(desk, error, request, reply));
    scope.route({
      method: 'POST',
      url: TOKEN_PATH,
      bodyLimit: BODY_LIMIT_BYTES,
      // before the body is read
      async onRequest(request) {
        const retryAfterSeconds = rate.take(sourceOf(request.ip));
        if (retryAfterSeconds > 0) throw new Refusal('RATE_LIMITED', [], { retryAfterSeconds });
      },
      handler: (request, reply) => answered(desk, request, reply),
    });
  });
}

async function answered(desk: TokenDesk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // a client shows one proof of who it is (RFC 6749, 2.3)
  if (typeof request.body !== 'string' || request.headers.authorization !== undefined)
    throw new Refusal('REQUEST_MALFORMED');
  const asked = tokenRequest(request.body);
  const source = sourceOf(request.ip);
  const { epoch } = await desk.standings.known();
  const proven = await desk.clients.prove({ ...asked, source, correlationId: request.id });
  try {
    const grant = await granted(desk, { proven, epoch }, asked, request);
    return giveToken(reply, await desk.issuer.token(grant), TOKEN_SECONDS, grant.roles);
  } catch (error) {
    throw error instanceof Refusal ? new RefusedClient(error, proven) : error;
  }
}

/** A proof, and the policy epoch known before it: a key that held at that epoch may have been withdrawn at a later one. */
interface Proof {
  readonly proven: ProvenClient;
  readonly epoch: number;
}

/** Grants by the rights of now, and makes the line durable under them; when they have changed by then, decides again. */
async function granted(
  desk: TokenDesk,
  { proven, epoch: provenAt }: Proof,
  { scope }: TokenRequest,
  request: FastifyRequest,
): Promise<SystemGrant> {
  const certificate = certificateShown(request.raw.socket);
  for (let tries = 1; tries <= TRIES; tries++) {
    let grant: SystemGrant | undefined;
    const { epoch } = await checked(desk.standings, (standing) => {
      grant = grantBy(standing, desk.issuer.issuer, proven, { certificate, scope });
    });
    if (epoch !== provenAt) await desk.clients.holds(proven, sourceOf(request.ip));
    if (grant && (await desk.trail.disclose(lineOf(proven, grant, request), epoch))) return grant;
    await desk.standings.afresh();
  }
  throw new Refusal('RIGHTS_CHANGED');
}

/** Throws RIGHTS_CHANGED, CLIENT_UNKNOWN, CLIENT_DISABLED, CERTIFICATE_MISSING or, at `scope`, ROLE_NOT_HELD. */
function grantBy(
  standing: Standing,
  issuer: string,
  { clientId, keyId }: ProvenClient,
  asked: { readonly certificate: string | null; readonly scope: readonly string[] | undefined },
): SystemGrant {
  if (standing.policy !== policyVersion) throw new Refusal('RIGHTS_CHANGED');
  const client = standing.client(issuer, clientId);
  if (client?.state === 'DISABLED') throw new Refusal('CLIENT_DISABLED');
  if (client?.state !== 'ACTIVE') throw new Refusal('CLIENT_UNKNOWN');
  if (client.isCertificateBound && asked.certificate === null) throw new Refusal('CERTIFICATE_MISSING');
  const roles = asked.scope ?? client.roles;
  if (!roles.every((role) => client.roles.includes(role))) throw new Refusal('ROLE_NOT_HELD', ['scope']);
  return { clientId, keyId, roles, unitCode: client.unitCode, boundTo: asked.certificate };
}

function lineOf(proven: ProvenClient, { boundTo }: SystemGrant, { id, ip }: FastifyRequest): AuditEntry {
  return {
    kind: 'RECORDED',
    outcome: 'ANSWERED',
    correlationId: id,
    operation: 'oauth/token',
    party: proven,
    actorId: proven.clientId,
    clientId: proven.clientId,
    source: ip,
    records: {
      Client: [proven.id],
      ClientKey: [proven.keyId],
      ClientCertificate: boundTo === null ? [] : [boundTo],
    },
  };
}

/** A refusal of a client that has proved who it is. */
class RefusedClient extends Error {
  readonly who: Refused;

  constructor(
    override readonly cause: Refusal,
    { clientId }: ProvenClient,
  ) {
    super(cause.message);
    this.who = { actorId: clientId, clientId };
  }
}

function refused({ trail, doors, log }: TokenDesk, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = refusalOf(error);
  if (refusal.code === 'INTERNAL') log.fault(request.id, error);
  // the trail counts by itself what it could not write
  if (refusal.code === 'DATABASE_UNAVAILABLE') trail.suspend();
  else if (refusal.code !== 'TRAIL_UNAVAILABLE')
    doors.refused(request.ip, refusal.code, error instanceof RefusedClient ? error.who : undefined);
  noteRefusal(refusal.code);
  return refuseToken(reply, refusal, request.id);
}

/** What Fastify refuses by itself is told by its status: a body too large, or of another kind. */
function refusalOf(error: unknown): Refusal {
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) return new Refusal('BODY_TOO_LARGE', [], { limitBytes: BODY_LIMIT_BYTES });
  return statusCode < 500 ? new Refusal('REQUEST_MALFORMED') : refusalBehind(error);
}
