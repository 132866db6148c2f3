import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { bodyOf } from '../bench/client.js';

const READ = bodyOf(`{ lawyer(id: "${selfLawyerId}") { fullName mobile practisingFirm { name } } }`, {});

/** What came of asking until it was ended; `lastAnswerAt` by `performance.now()`, 0 when there was none. */
export interface Asked {
  readonly answered: number;
  readonly refused: number;
  readonly lastAnswerAt: number;
}

/** One client with a token, asking over a kept-alive connection to each address given. */
export class Asking {
  private readonly agents: readonly { readonly url: string; readonly agent: Agent }[];

  constructor(
    urls: readonly string[],
    private readonly token: string,
    private readonly purpose: string,
  ) {
    this.agents = urls.map((url) => ({ url, agent: new Agent({ keepAlive: true, maxSockets: 1 }) }));
  }

  /** Asks for one lawyer over every connection, again and again, until it is ended; `all` waits until each has been answered, or refused. */
  begin(): { all(outcome: 'answered' | 'refused'): Promise<void>; end(): Promise<Asked> } {
    let isOn = true;
    const asked = { answered: 0, refused: 0, lastAnswerAt: 0 };
    const seen = { answered: new Set<Agent>(), refused: new Set<Agent>() };
    const loops = this.agents.map(async ({ url, agent }) => {
      while (isOn) {
        const { status, text } = await this.send(url, agent, READ);
        const at = performance.now();
        if (status === 200 && text.includes('"mobile":"')) {
          asked.answered += 1;
          seen.answered.add(agent);
          asked.lastAnswerAt = Math.max(asked.lastAnswerAt, at);
        } else if (status === 403) {
          asked.refused += 1;
          seen.refused.add(agent);
        } else throw new Error(`${status}: ${text.slice(0, 300)}`);
      }
    });
    const failed = Promise.all(loops).then(() => undefined);
    return {
      all: async (outcome) => {
        while (seen[outcome].size < this.agents.length) await Promise.race([sleep(1), failed]);
      },
      async end() {
        isOn = false;
        await Promise.all(loops);
        return asked;
      },
    };
  }

  /** Sends one body and gives the answer; throws when it was refused. */
  async answer(body: Buffer): Promise<string> {
    const [{ url, agent }] = this.agents as [{ url: string; agent: Agent }];
    const { status, text } = await this.send(url, agent, body);
    if (status !== 200 || text.includes('"errors"')) throw new Error(`${status}: ${text.slice(0, 500)}`);
    return text;
  }

  private send(url: string, agent: Agent, body: Buffer): Promise<{ status: number; text: string }> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'content-length': body.length,
      'x-lushu-purpose': this.purpose,
    };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
