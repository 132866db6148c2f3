import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorCounter, Refused } from '../../audit/door-counter.js';
import type { Limits } from '../../kernel/limits.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { clientOf } from '../../operation/client.js';
import { OUTAGES, refusalBehind } from '../errors.js';
import { wantsPage } from '../graphiql.js';
import { Buckets } from './buckets.js';
import { Holding } from './holding.js';
import { BODY_LIMIT_BYTES, BYTES_OF_A_REQUEST, COST_OF_A_REQUEST } from './settings.js';
import { Strangers, sourceOf } from './strangers.js';
import { Tally } from './tally.js';

type ContextOf = (request: FastifyRequest) => Promise<Ask>;

/** Answers with a refusal in place of GraphQL. */
export type Refuse = (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Stands before the body of a request is read: lets the asker in, and refuses who asks too often (RATE_LIMITED) or has too
 * much under way (TOO_MANY_AT_ONCE). What it refuses is counted at the door, for its client.
 */
export class Guard {
  private readonly routes = new Map<string, ContextOf>();
  private readonly asks = new WeakMap<FastifyRequest, Ask>();
  private readonly clients = new WeakMap<Ask, string>();
  private readonly rate: Buckets;
  private readonly underWay: Tally;
  private readonly holding: Holding;
  private readonly strangers: Strangers;

  constructor(
    limits: Limits,
    private readonly doors: DoorCounter,
    private readonly refuse: Refuse,
  ) {
    this.rate = new Buckets(limits.ratePerSecond, limits.rateBurst);
    this.underWay = new Tally(limits.operationsAtOnce);
    this.holding = new Holding(limits.holdMillis);
    this.strangers = new Strangers(this.holding);
  }

  /** Puts the guard before every route that is named to it by `before`. */
  stand(app: FastifyInstance): void {
    app.addHook('onRequest', async (request, reply) => {
      const context = this.routes.get(request.routeOptions.url ?? '');
      if (!context || request.method === 'OPTIONS' || wantsPage(request)) return;
      const refused = await this.admitted(context, request, reply);
      if (refused) await this.keptBack(refused, request, reply);
    });
  }

  /** Guards a route: its asker is let in before the body is read, and found again by Apollo. */
  before(url: string, context: ContextOf): ContextOf {
    this.routes.set(url, context);
    return async (request) => this.asks.get(request) ?? (await context(request));
  }

  /** Who asks by a request, once he was let in. */
  whoOf(request: FastifyRequest): Refused | undefined {
    return this.asks.get(request)?.identity;
  }

  /** The client of an ask, as the guard counts it. */
  clientOf(ask: Ask): string {
    return this.clients.get(ask) ?? clientOf(ask.identity);
  }

  /** Takes what an operation costs from the rate of its client, beside the request itself. */
  charge(ask: Ask, cost: number): void {
    this.rate.charge(this.clientOf(ask), cost / COST_OF_A_REQUEST);
  }

  /** Gives the refusal, or null when the request may go on. */
  private async admitted(context: ContextOf, request: FastifyRequest, reply: FastifyReply): Promise<Refusal | null> {
    const source = sourceOf(request.ip);
    const { authorization } = request.headers;
    try {
      if (authorization !== undefined) await this.strangers.admit(source, authorization);
    } catch (error) {
      return this.counted(refusalBehind(error), request);
    }
    let ask: Ask;
    try {
      ask = await context(request);
    } catch (error) {
      const refusal = refusalBehind(error);
      if (!OUTAGES.some((code) => code === refusal.code)) this.strangers.failed(source);
      return refusal;
    }
    if (authorization !== undefined) this.strangers.passed(authorization);
    const client = clientOf(ask.identity, source);
    const retryAfterSeconds = this.rate.take(client);
    if (retryAfterSeconds > 0)
      return this.counted(new Refusal('RATE_LIMITED', [], { retryAfterSeconds }), request, ask);
    if (!this.underWay.enter(client)) return this.counted(new Refusal('TOO_MANY_AT_ONCE'), request, ask);
    reply.raw.once('close', () => this.underWay.leave(client));
    this.rate.charge(client, bodyBytes(request) / BYTES_OF_A_REQUEST);
    this.asks.set(request, ask);
    this.clients.set(ask, client);
    return null;
  }

  private counted(refusal: Refusal, request: FastifyRequest, ask?: Ask): Refusal {
    this.doors.refused(request.ip, refusal.code, ask?.identity);
    return refusal;
  }

  private async keptBack(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (refusal.status === 429 && !(await this.holding.keep())) reply.header('connection', 'close');
    this.refuse(refusal, request, reply);
  }
}

/** How large a body says it is; one that does not say counts as the largest. */
function bodyBytes({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return BODY_LIMIT_BYTES;
  return Math.min(Number(headers['content-length'] ?? 0) || 0, BODY_LIMIT_BYTES);
}
