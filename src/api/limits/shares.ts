/** Half of what somebody used counts no more after this. */
const HALF_LIFE_MILLIS = 2_000;
const ACTIVE_MILLIS = 1_000;
/** How many times as long as its query the client that uses most rests, while others ask. */
const REST = 4;
const CLIENTS = 1_000;

interface Use {
  millis: number;
  at: number;
}

/** Who has used how much of late. While others ask, the client that uses most rests after each query. */
export class Shares {
  private readonly uses = new Map<string, Use>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Notes that a query of the client took so long, and gives how long its place is kept from it; milliseconds. */
  restAfter(client: string, millis: number): number {
    const now = this.now();
    const own = this.usedBy(client, now) + millis;
    this.uses.delete(client);
    this.uses.set(client, { millis: own, at: now });
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
    return use ? use.millis * 0.5 ** ((now - use.at) / HALF_LIFE_MILLIS) : 0;
  }
}
