import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../seeds/random.js';
import { type Answer, type Bearers, type Fault, faultIn } from './fuzz-judge.js';
import type { Sent } from './fuzz-request.js';

const AT_ONCE = 6;
const MOST_FAULTS = 12;
const GARBLED_EVERY = 50;

/** The hub that is tried. */
export interface Target {
  readonly url: string;
  /** How its process ended; null while it runs. */
  readonly ended: () => string | null;
}

/** One request, and who learns from what was executed. */
export interface Asked {
  readonly by: string;
  readonly sent: Sent;
  readonly isMutated: boolean;
  learn(data: unknown): void;
}

/** How a run goes. */
export interface Run {
  readonly next: () => Asked;
  readonly bearers: Bearers;
  readonly random: Random;
  readonly isOver: () => boolean;
  /** So long an answer may take. */
  readonly answerMillis?: number;
}

/** What a run saw. `noAnswer` counts every request without an answer; of these `rightly` many were such that the hub may close. */
export interface Seen {
  readonly counts: Record<
    | 'operations'
    | 'accepted'
    | 'mutated'
    | 'toSubgraphs'
    | 'acceptedBySubgraphs'
    | 'garbled'
    | 'noAnswer'
    | 'rightly'
    | 'internal'
    | 'leaks'
    | 'crashes',
    number
  >;
  readonly faults: readonly string[];
}

const END_TOLD_MILLIS = 1_000;

/** How a target that gave no answer ended: connections break before the end of a process is told. Null when it runs on. */
async function endOf({ ended }: Target): Promise<string | null> {
  for (let waited = 0; ended() === null && waited < END_TOLD_MILLIS; waited += 20) await sleep(20);
  return ended();
}

/** Sends until it is over, the target has ended or a dozen faults are found, and judges every answer. */
export async function fuzzRun(
  target: Target,
  { next, bearers, random, isOver, answerMillis = 30_000 }: Run,
): Promise<Seen> {
  const counts: Seen['counts'] = {
    operations: 0,
    accepted: 0,
    mutated: 0,
    toSubgraphs: 0,
    acceptedBySubgraphs: 0,
    garbled: 0,
    noAnswer: 0,
    rightly: 0,
    internal: 0,
    leaks: 0,
    crashes: 0,
  };
  const faults: string[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  const one = async () => {
    const asked = next();
    const { sent, isMutated } = asked;
    const answer = await answerTo(target.url, sent, { agent, answerMillis });
    const fault = faultIn(sent, answer, bearers.roleOf(sent));
    const data = dataIn(answer.text);
    const isToSubgraph = sent.path.startsWith('/subgraphs/');
    counts.operations += 1;
    counts.mutated += isMutated ? 1 : 0;
    counts.toSubgraphs += isToSubgraph ? 1 : 0;
    counts.accepted += data === null ? 0 : 1;
    counts.acceptedBySubgraphs += data !== null && isToSubgraph ? 1 : 0;
    counts.noAnswer += answer.status === 0 ? 1 : 0;
    counts.rightly += answer.status === 0 && fault === null ? 1 : 0;
    if (fault) {
      if (fault.count !== 'noAnswer') counts[fault.count] += 1;
      faults.push(told(fault, asked, answer));
    }
    if (!isMutated) asked.learn(data);
  };
  const isDone = () => faults.length >= MOST_FAULTS || target.ended() !== null || isOver();
  const loop = async () => {
    for (let turn = 0; !isDone(); turn++) {
      await one();
      if (turn % GARBLED_EVERY !== 0) continue;
      await garble(target.url, random);
      counts.garbled += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, loop));
  agent.destroy();
  const ended = counts.noAnswer > counts.rightly ? await endOf(target) : target.ended();
  if (ended !== null) {
    counts.crashes += 1;
    faults.push(`the hub ended (${ended})`);
  }
  return { counts, faults };
}

/** What was wrong with an answer, and with which request. */
function told({ what }: Fault, { sent, by }: Asked, { status, text }: Answer): string {
  const body = sent.body.toString('utf8').slice(0, 2_000);
  const { authorization, 'x-lushu-gateway': gateway, ...headers } = sent.headers;
  const tokens = [authorization, gateway].map((token) => token?.length ?? 'no').join(' and ');
  const asked = `${sent.method} ${sent.path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 600)} ${tokens} letters of tokens`;
  return `${what}, sent by ${by}: ${asked}\n${body}\n→ ${status} ${text.slice(0, 1_000)}`;
}

interface Sending {
  readonly agent: Agent;
  readonly answerMillis: number;
}

/** Sends one request; where no whole answer comes in time the status is 0. */
function answerTo(
  url: string,
  { method, path, headers, body }: Sent,
  { agent, answerMillis }: Sending,
): Promise<Answer> {
  return new Promise((resolve) => {
    const nothing = () => resolve({ status: 0, text: '' });
    const asking = request(
      new URL(url),
      { method, path, agent, headers: { ...headers, 'content-length': body.length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', nothing);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    asking.setTimeout(answerMillis, () => asking.destroy(new Error('no answer in time')));
    asking.on('error', nothing);
    asking.end(body);
  });
}

/** Bytes that are no HTTP, or half of it, on a connection that is then dropped. */
function garble(url: string, random: Random): Promise<void> {
  const { hostname, port } = new URL(url);
  const bytes = Buffer.from(Array.from({ length: random.int(1, 400) }, () => random.int(0, 255)));
  const half = Buffer.from(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{"query":`);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.on('connect', () => {
      socket.write(random.chance(0.5) ? bytes : half);
      setTimeout(() => socket.destroy(), 20);
    });
  });
}

/** The data of an executed operation; null when there was none. */
function dataIn(text: string): unknown {
  try {
    const { data } = JSON.parse(text) as { data?: unknown };
    return data ?? null;
  } catch {
    return null;
  }
}
