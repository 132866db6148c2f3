import { bodyOf } from '../client.js';
import { median } from '../report.js';
import type { loadGenerator } from '../workers.js';
import { type Asked, type Shape, shapes } from './shapes.js';
import { PURPOSE } from './sides.js';

const LEAD_IN_MILLIS = 300;
const WARM_UP_MILLIS = 2_000;

/** A server that takes its turn, by a name that no other has. */
export interface Turn {
  readonly name: string;
  readonly url: string;
  readonly queries: Readonly<Record<Shape, string>>;
}

interface Entered {
  readonly turn: Turn;
  readonly shape: Shape;
  readonly bodies: readonly string[];
  /** No answer to what is asked is shorter; one that is tells of an error. */
  readonly leastBytes: number;
  readonly rates: number[];
  readonly p99Ms: number[];
}

/** Load in turns: in every round every server, shape by shape, so that what slows the machine slows all alike. */
export class Turns {
  readonly #entered: Entered[] = [];
  #requests = 0;

  constructor(
    private readonly generator: ReturnType<typeof loadGenerator>,
    private readonly token: string,
    private readonly connections: number,
  ) {}

  /** Adds one server's turn at one shape. */
  enter(turn: Turn, shape: Shape, asked: Asked[Shape], leastBytes: number): void {
    const bodies = asked.map((value) => bodyOf(turn.queries[shape], { asked: value }).toString());
    this.#entered.push({ turn, shape, bodies, leastBytes, rates: [], p99Ms: [] });
  }

  /** Warms everything up, then measures so many rounds. Throws when an answer was an error or none came. */
  async run(rounds: number, milliseconds: number): Promise<void> {
    const byShape = shapes.map((shape) => this.#entered.filter((entered) => entered.shape === shape));
    for (const entered of byShape.flat()) await this.#load(entered, WARM_UP_MILLIS);
    for (let round = 0; round < rounds; round++)
      for (const servers of byShape)
        for (let i = 0; i < servers.length; i++) {
          // nobody always comes after the same neighbour's turn at the start of a round
          const entered = servers[(i + round) % servers.length] as Entered;
          // connections that were idle too long are opened again and their statements prepared before the clock starts
          await this.#load(entered, LEAD_IN_MILLIS);
          const { requests, seconds, p99Ms } = await this.#load(entered, milliseconds);
          entered.rates.push(requests / seconds);
          entered.p99Ms.push(p99Ms);
          this.#requests += requests;
        }
  }

  /** Requests answered while the clock ran. */
  get requests(): number {
    return this.#requests;
  }

  /** Requests a second, the median of the rounds. */
  rate(name: string, shape: Shape): number {
    return median(this.#of(name, shape).rates);
  }

  /** The slow end of a server's answers, the median of the rounds. */
  p99Ms(name: string, shape: Shape): number {
    return median(this.#of(name, shape).p99Ms);
  }

  async #load({ turn, shape, bodies, leastBytes }: Entered, milliseconds: number) {
    const headers = {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'x-lushu-purpose': PURPOSE,
    };
    const { url, name } = turn;
    const result = await this.generator
      .send({ url, headers, bodies, connections: this.connections, milliseconds })
      .catch((error: Error) => {
        throw new Error(`${name}, ${shape}: ${error.message}`);
      });
    if (result.leastBytes < leastBytes)
      throw new Error(
        `${name}, ${shape}: an answer of ${result.leastBytes} bytes, none was below ${leastBytes} before`,
      );
    return result;
  }

  #of(name: string, shape: Shape): Entered {
    const found = this.#entered.find((entered) => entered.turn.name === name && entered.shape === shape);
    if (!found) throw new Error(`${name} had no turn at ${shape}`);
    return found;
  }
}
