import 'reflect-metadata';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Log } from '../../../src/api/log.js';
import { type RunningServer, startServer } from '../../../src/api/server.js';
import type { Database } from '../../../src/db/handle.js';
import { reactions } from '../../../src/domain/index.js';
import { credentialCheck } from '../../../src/identity/credential-check.js';
import type { DevelopmentIssuer } from '../../../src/identity/development-issuer.js';
import type { Clock } from '../../../src/kernel/clock.js';
import { softwareCrypto } from '../../../src/kernel/crypto.js';
import { uuidv7 } from '../../../src/kernel/uuid.js';
import { gateFor } from '../../../src/operation/gate.js';
import type { Generated } from '../generate/generator.js';
import type { Asker } from './askers.js';
import { randomUUID, rewind, uuidv7 as seeded } from './seeded-ids.js';

/** Keys of the hubs of a drill: the same for both, so that what is hashed is the same. */
export const drillCrypto = softwareCrypto({
  hashKey: Buffer.alloc(32, 1),
  cipherKey: Buffer.alloc(16, 2),
  macKey: Buffer.alloc(32, 3),
});

/** What a client is sent; `text` is the body, byte by byte. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
  readonly data: unknown;
  readonly isExecuted: boolean;
  readonly codes: readonly string[];
}

/** What is tried here is what answers tell, not how many there are. */
const UNLIMITED = 1_000_000_000;
/** The clock of the answer, and what belongs to the connection rather than to the answer. */
const OF_THE_CONNECTION = ['date', 'connection', 'keep-alive'];

/** A hub in this process, asked over HTTP. */
export class DrillHub {
  readonly faults: unknown[] = [];
  private server!: RunningServer;

  constructor(
    readonly database: Database,
    private readonly clock: Clock,
    private readonly issuer: DevelopmentIssuer,
    private readonly compiled = true,
  ) {}

  async start(): Promise<void> {
    const log = new Proxy({} as Log, {
      get: (_target, name) =>
        name === 'fault' ? (_id: string, error: unknown) => void this.faults.push(error) : () => undefined,
    });
    this.server = await startServer({
      hub: { database: this.database, clock: this.clock, crypto: drillCrypto, reactions, gate: gateFor(10) },
      credentials: credentialCheck([this.issuer.trusted], this.clock),
      log,
      host: '127.0.0.1',
      port: 0,
      serveSubgraphs: false,
      compiled: this.compiled,
      limits: { ratePerSecond: UNLIMITED, rateBurst: UNLIMITED },
    });
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** Asks as step `step`: ids made in it are the same in every hub. */
  async ask(asker: Asker, { query, variables }: Pick<Generated, 'query' | 'variables'>, step: number): Promise<Answer> {
    rewind(step);
    const response = await fetch(this.server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...asker.headers },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
    return {
      status: response.status,
      headers: JSON.stringify([...response.headers].filter(([name]) => !OF_THE_CONNECTION.includes(name))),
      text,
      data: body.data,
      isExecuted: 'data' in body,
      codes: (body.errors ?? []).map(({ extensions }) => String(extensions?.code)),
    };
  }
}

/** Whether two clients were sent the same, byte by byte. */
export const isSame = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.headers === b.headers && a.text === b.text;

/**
 * Takes the chance out of the ids this process makes: those of `kernel/uuid.ts` (which must have been replaced by
 * `seeded-ids.ts` when the modules were loaded) and Node's random ones.
 */
export function seedIds(): void {
  if ((uuidv7 as unknown) !== seeded) throw new Error('kernel/uuid.ts was not replaced by seeded-ids.ts');
  crypto.randomUUID = randomUUID as typeof crypto.randomUUID;
  syncBuiltinESMExports();
}
