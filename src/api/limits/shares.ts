/** Half of what somebody used counts no more after this. */
const HALF_LIFE_MILLIS = 2_000;
const ACTIVE_MILLIS = 1_000;
/** How many times as long as its query the client that uses most rests, while others ask. */
const REST = 4;
const CLIENTS = 1_000;

interface Use {
  cost: number;
  at: number;
}

/**
 * Who has used how much of late, by cost: in a busy hub the time of a small query is that of its neighbours. While others
 * ask, the client that uses most rests after each query.
 */
export class Shares {
  private readonly uses = new Map<string, Use>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Notes what a query of the client cost, and gives how long its place is kept from it, by how long it took; milliseconds. */
  restAfter(client: string, cost: number, millis: number): number {
    const now = this.now();
    const own = this.usedBy(client, now) + cost;
    this.uses.delete(client);
    this.uses.set(client, { cost: own, at: now });
    if (this.uses.size > CLIENTS) this.uses.delete(this.uses.keys().next().value as string);
    let isShared = false;
    for (const [other, { at }] of this.uses) {
      if (other === client || now - at > ACTIVE_MILLIS) continue;
      if (this.usedBy(other, now) >= own) return 0;
      isShared = true;
    }
    return isShared ? millis * REST : 0;
  }

  private usedBy(client: string, now: number): number {
    const use = this.uses.get(client);
    return use ? use.cost * 0.5 ** ((now - use.at) / HALF_LIFE_MILLIS) : 0;
  }
}
