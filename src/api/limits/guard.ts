import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorCounter, Refused } from '../../audit/door-counter.js';
import type { Limits } from '../../kernel/limits.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { clientOf, publicAt } from '../../operation/client.js';
import { RefusedKnown } from '../door.js';
import { OUTAGES, refusalBehind } from '../errors.js';
import { wantsPage } from '../graphiql.js';
import { Buckets } from './buckets.js';
import { Holding } from './holding.js';
import { onceOver } from './once-over.js';
import { BODY_LIMIT_BYTES, BYTES_OF_A_REQUEST, COST_OF_A_REQUEST } from './settings.js';
import { Strangers, sourceOf } from './strangers.js';
import { Tally } from './tally.js';

type ContextOf = (request: FastifyRequest) => Promise<Ask>;

/** A route: who asks there, and the headers that carry the tokens it looks at. */
interface Guarded {
  readonly context: ContextOf;
  readonly tokensIn: readonly string[];
}

/** Answers with a refusal in place of GraphQL. */
export type Refuse = (refusal: Refusal, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Stands before the body of a request is read: lets the asker in, and refuses who asks too often (RATE_LIMITED) or has too
 * much under way (TOO_MANY_AT_ONCE). What it refuses is counted at the door, for its client.
 */
export class Guard {
  private readonly routes = new Map<string, Guarded>();
  private readonly asks = new WeakMap<FastifyRequest, Ask>();
  /** By the grant of an ask, since Apollo works with a copy of the ask itself. */
  private readonly clients = new WeakMap<Ask['grant'], string>();
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
      const { url, config } = request.routeOptions;
      const guarded = this.routes.get(url ?? '');
      if (!guarded || (config.graphql?.hasPage && wantsPage(request))) return;
      const refused = await this.admitted(guarded, request, reply);
      if (refused) await this.keptBack(refused, request, reply);
    });
  }

  /** Guards a route: its asker is let in before the body is read, and found again by Apollo. */
  before(url: string, context: ContextOf, tokensIn: readonly string[] = ['authorization']): ContextOf {
    this.routes.set(url, { context, tokensIn });
    return async (request) => this.asks.get(request) ?? (await context(request));
  }

  /** Who asks by a request, once he was let in. */
  whoOf(request: FastifyRequest): Refused | undefined {
    return this.asks.get(request)?.identity;
  }

  /** The client of an ask, as the guard counts it. */
  clientOf(ask: Ask): string {
    return this.clients.get(ask.grant) ?? clientOf(ask.identity);
  }

  /** Takes what an operation costs from the rate of its client, beside the request itself. */
  charge(ask: Ask, cost: number): void {
    this.rate.charge(this.clientOf(ask), cost / COST_OF_A_REQUEST);
  }

  /** Gives the refusal, or null when the request may go on. */
  private async admitted(
    { context, tokensIn }: Guarded,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Refusal | null> {
    const source = sourceOf(request.ip);
    const tokens = tokensIn.flatMap((name) => request.headers[name] ?? []);
    try {
      await this.strangers.admit(source, tokens);
    } catch (error) {
      return this.counted(refusalBehind(error), request);
    }
    let ask: Ask;
    try {
      ask = await context(request);
    } catch (error) {
      const refusal = refusalBehind(error);
      if (OUTAGES.some((code) => code === refusal.code)) return refusal;
      this.strangers.failed(source, tokens);
      return this.slowedDown(refused(error), source, request) ?? refusal;
    }
    this.strangers.passed(tokens);
    const client = clientOf(ask.identity, source);
    const retryAfterSeconds = this.rate.take(client);
    if (retryAfterSeconds > 0)
      return this.counted(new Refusal('RATE_LIMITED', [], { retryAfterSeconds }), request, ask.identity);
    // who went meanwhile is answered no more: nothing would tell when that is over, so it could not be counted
    if (request.raw.socket.destroyed) {
      reply.hijack();
      return null;
    }
    if (!this.underWay.enter(client)) return this.counted(new Refusal('TOO_MANY_AT_ONCE'), request, ask.identity);
    onceOver(request, reply, () => this.underWay.leave(client));
    this.rate.charge(client, bodyBytes(request) / BYTES_OF_A_REQUEST);
    this.asks.set(request, ask);
    this.clients.set(ask.grant, client);
    return null;
  }

  /** Refusals are not free either: they come from a rate of the client, or of the source when nobody was known. */
  private slowedDown(who: Refused | undefined, source: string, request: FastifyRequest): Refusal | null {
    const retryAfterSeconds = this.rate.take(who ? `refused ${who.clientId}` : publicAt(source));
    if (retryAfterSeconds === 0) return null;
    return this.counted(new Refusal('RATE_LIMITED', [], { retryAfterSeconds }), request, who);
  }

  private counted(refusal: Refusal, request: FastifyRequest, who?: Refused): Refusal {
    this.doors.refused(request.ip, refusal.code, who);
    return refusal;
  }

  private async keptBack(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (refusal.status === 429 && !(await this.holding.keep())) reply.header('connection', 'close');
    this.refuse(refusal, request, reply);
  }
}

/** Whose token was good, behind the refusal that GraphQL would answer with. */
function refused(error: unknown): Refused | undefined {
  const known = (error as { originalError?: unknown }).originalError;
  return known instanceof RefusedKnown ? known.who : undefined;
}

/** How large a body says it is; one that does not say counts as the largest. */
function bodyBytes({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return BODY_LIMIT_BYTES;
  return Math.min(Number(headers['content-length'] ?? 0) || 0, BODY_LIMIT_BYTES);
}
