import { dayNumber } from './calendar.js';
import { cityCodeOf, provinceCodeOf } from './divisions.js';
import type { GeneratedFirm } from './firms.js';
import type { Random } from './random.js';

/** A firm as the generator hires into it, with its life in day numbers. */
export interface Employer {
  readonly firm: GeneratedFirm;
  readonly opened: number;
  /** The first day it is no more; Infinity while it stands. */
  readonly closed: number;
}

interface Pool {
  readonly employers: Employer[];
  /** Running totals of the weights of `employers`. */
  readonly totals: number[];
}

const TRIES = 14;

/** Who works where: firms of one size rank each, drawn so that few are large and most are small (Zipf). */
export class Market {
  readonly employers: readonly Employer[];
  readonly #all: Pool;
  readonly #pools = new Map<string, Pool>();

  constructor(firms: readonly GeneratedFirm[]) {
    if (firms.length === 0) throw new RangeError('lawyers need at least one firm');
    this.employers = firms.map((firm) => ({
      firm,
      opened: dayNumber(firm.openedOn),
      closed: firm.closedOn === null ? Number.POSITIVE_INFINITY : dayNumber(firm.closedOn),
    }));
    this.#all = { employers: [], totals: [] };
    this.employers.forEach((employer, rank) => {
      const { divisionCode } = employer.firm;
      for (const pool of [this.#all, this.#pool(cityCodeOf(divisionCode)), this.#pool(provinceCodeOf(divisionCode))])
        add(pool, employer, (rank + 10) ** -0.8);
    });
  }

  /** The day from which there is a firm to join. */
  get openedOn(): number {
    return (this.employers[0] as Employer).opened;
  }

  /** A firm that stands from `from` to `until`; mostly in the city of `near`, seldom in another province. */
  hire(random: Random, near: Employer | null, from: number, until: number): Employer {
    for (let tried = 0; tried < TRIES; tried++) {
      const employer = draw(near ? this.#around(random, near) : this.#all, random.next());
      if (employer.opened <= from && employer.closed > until) return employer;
    }
    return this.#oldest(near, from);
  }

  /** The first firm of a pool is its largest; the first of a region opened with the market and never closes. */
  #oldest(near: Employer | null, from: number): Employer {
    const local = near && this.#pool(provinceCodeOf(near.firm.divisionCode)).employers[0];
    return local && local.opened <= from && local.closed === Number.POSITIVE_INFINITY
      ? local
      : (this.employers[0] as Employer);
  }

  #around(random: Random, near: Employer): Pool {
    const { divisionCode } = near.firm;
    const luck = random.next();
    if (luck > 0.97) return this.#all;
    return this.#pool(luck < 0.7 ? cityCodeOf(divisionCode) : provinceCodeOf(divisionCode));
  }

  #pool(code: string): Pool {
    const known = this.#pools.get(code);
    if (known) return known;
    const pool: Pool = { employers: [], totals: [] };
    this.#pools.set(code, pool);
    return pool;
  }
}

function add(pool: Pool, employer: Employer, weight: number): void {
  pool.employers.push(employer);
  pool.totals.push((pool.totals.at(-1) ?? 0) + weight);
}

function draw(pool: Pool, luck: number): Employer {
  const target = luck * (pool.totals.at(-1) as number);
  let [low, high] = [0, pool.totals.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pool.totals[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return pool.employers[low] as Employer;
}
