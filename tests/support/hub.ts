import 'reflect-metadata';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { personaNamed } from '../../seeds/personas.js';
import { seedProvince } from '../../seeds/seed.js';
import type { Log } from '../../src/api/log.js';
import { type RunningServer, startServer } from '../../src/api/server.js';
import type { TlsFiles } from '../../src/config.js';
import type { Database } from '../../src/db/handle.js';
import { rows } from '../../src/db/rows.js';
import { reactions } from '../../src/domain/index.js';
import { credentialCheck } from '../../src/identity/credential-check.js';
import {
  type DevelopmentIssuer,
  developmentIssuer,
  type PersonaClaims,
} from '../../src/identity/development-issuer.js';
import type { HubIssuer } from '../../src/identity/hub-issuer.js';
import type { TrustedIssuer } from '../../src/identity/issuers.js';
import type { Clock } from '../../src/kernel/clock.js';
import { type CryptoProvider, softwareCrypto } from '../../src/kernel/crypto.js';
import type { Limits } from '../../src/kernel/limits.js';
import { type Gate, gateFor } from '../../src/operation/gate.js';
import { StandingClock } from './clock.js';
import type { DatabaseKind } from './databases.js';

/** An answer of the hub, as a client sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly errors: any[];
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly extensions: any;
  readonly text: string;
  /** Codes of the errors. */
  readonly codes: string[];
}

/** What a test may want otherwise. */
export interface HubOptions {
  readonly seed?: boolean;
  readonly serveSubgraphs?: boolean;
  readonly compiled?: boolean;
  readonly gate?: Gate;
  /** Where its log goes; by default faults are kept in `faults`. */
  readonly log?: Log;
  /** Rate, number at once and holding back are wide open when not said. */
  readonly limits?: Partial<Limits>;
  readonly introspectionForPublic?: boolean;
  readonly trustedProxies?: readonly string[];
  /** Issuers beside the one of the personas. */
  readonly issuers?: (clock: Clock) => readonly TrustedIssuer[];
  /** The hub's own issuer. */
  readonly systems?: (clock: Clock) => Promise<HubIssuer>;
  /** The files of a mutual TLS address, which is then reached as https://tls.hub.example. */
  readonly tls?: TlsFiles;
}

const testKeys = { hashKey: Buffer.alloc(32, 1), cipherKey: Buffer.alloc(16, 2), macKey: Buffer.alloc(32, 3) };

/** A whole hub for tests: database, server, issuer, and a clock that stands still. */
export class TestHub {
  readonly clock = new StandingClock();
  readonly crypto: CryptoProvider = softwareCrypto(testKeys);
  readonly faults: unknown[] = [];
  database!: Database;
  url: string | null = null;
  issuer!: DevelopmentIssuer;
  server!: RunningServer;
  private drop: () => Promise<void> = async () => undefined;

  async open(kind: DatabaseKind, options: HubOptions = {}): Promise<void> {
    const opened = await kind.open();
    this.drop = opened.drop;
    this.database = opened.database;
    this.url = opened.url;
    await this.database.migrate();
    if (options.seed !== false) await seedProvince(this.database, this.crypto, this.clock, {});
    this.issuer = await developmentIssuer(undefined, this.clock);
    const own = await options.systems?.(this.clock);
    const others = [...(options.issuers?.(this.clock) ?? []), ...(own ? [own.trusted] : [])];
    this.server = await startServer({
      hub: {
        database: this.database,
        clock: this.clock,
        crypto: this.crypto,
        reactions,
        gate: options.gate ?? gateFor(10),
      },
      credentials: credentialCheck([this.issuer.trusted, ...others], this.clock),
      systems: own && { issuer: own, tlsBase: options.tls && 'https://tls.hub.example', skewSeconds: 30 },
      tls: options.tls,
      log: options.log ?? this.log(),
      host: '127.0.0.1',
      port: 0,
      trustedProxies: options.trustedProxies ?? [],
      serveSubgraphs: options.serveSubgraphs ?? false,
      ...(options.compiled === undefined ? {} : { compiled: options.compiled }),
      limits: { ratePerSecond: 1e6, rateBurst: 1e6, operationsAtOnce: 1_000, holdMillis: 0, ...options.limits },
      introspectionForPublic: options.introspectionForPublic ?? true,
    });
  }

  async close(): Promise<void> {
    await this.server?.close();
    await this.drop();
  }

  /** Asks as a persona of the seeds, with the persona's own purpose. */
  as(name: string) {
    if (name === 'public') return this.asClaims(null, undefined);
    const persona = personaNamed(name);
    if (!persona) throw new Error(`no persona ${name}`);
    return this.asClaims(persona.claims, persona.purpose);
  }

  /** Asks with any claims. */
  asClaims(claims: PersonaClaims | null, purpose: string | undefined) {
    const headersOf = async (): Promise<Record<string, string>> => ({
      ...(claims ? { authorization: `Bearer ${await this.issuer.token(claims)}` } : {}),
      ...(purpose ? { 'x-lushu-purpose': purpose } : {}),
    });
    return {
      ask: async (
        query: string,
        variables: Record<string, unknown> = {},
        headers: Record<string, string> = {},
      ): Promise<Answer> => this.post(JSON.stringify({ query, variables }), { ...(await headersOf()), ...headers }),
      /** Posts parameters of GraphQL over HTTP, whatever they are. */
      send: async (parameters: object): Promise<Answer> => this.post(JSON.stringify(parameters), await headersOf()),
      /** Gets with parameters of GraphQL over HTTP. */
      get: async (parameters: Record<string, string> | [string, string][]): Promise<Answer> =>
        this.answered(
          await fetch(`${this.server.url}?${new URLSearchParams(parameters)}`, { headers: await headersOf() }),
        ),
    };
  }

  /** Posts a body as it is. */
  async post(body: string, headers: Record<string, string> = {}, path = ''): Promise<Answer> {
    const url = path === '' ? this.server.url : new URL(path, this.server.url).toString();
    return this.answered(
      await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }),
    );
  }

  private async answered(response: Response): Promise<Answer> {
    const text = await response.text();
    const { data, errors = [], extensions } = JSON.parse(text);
    return {
      status: response.status,
      headers: response.headers,
      data,
      errors,
      extensions,
      text,
      codes: errors.map((error: { extensions?: { code?: string } }) => error.extensions?.code),
    };
  }

  /** Rows of a statement, past every grant: what a test knows and the asker may not. */
  async rows<Row = Record<string, unknown>>(statement: SQL): Promise<Row[]> {
    return this.database.transaction((handle) => rows<Row>(handle, statement));
  }

  /** The last lines of the trail, latest first. */
  trail(limit = 1): Promise<Record<string, never>[]> {
    return this.rows(sql`select * from audit.audit_line order by id desc limit ${limit}`);
  }

  private log(): Log {
    return { answered() {}, fault: (_correlationId, error) => void this.faults.push(error) };
  }
}

/** One hub for a file of facts, opened before and closed after them. */
export function hubFor(kind: DatabaseKind, options: HubOptions = {}): TestHub {
  const hub = new TestHub();
  beforeAll(() => hub.open(kind, options));
  afterAll(() => hub.close());
  return hub;
}
