const CLIENTS = 10_000;

interface Bucket {
  level: number;
  at: number;
}

/**
 * Token buckets, one for each client: `perSecond` tokens flow in up to `burst`. Costly work may take a bucket below
 * nothing. Of at most 10,000 clients, the one that was longest away is forgotten first. `now` in milliseconds.
 */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one token when there is one, and gives 0; otherwise the whole seconds until there is, 1 at least. */
  take(client: string): number {
    const bucket = this.bucketOf(client);
    if (bucket.level < 1) return Math.max(1, Math.ceil((1 - bucket.level) / this.perSecond));
    bucket.level -= 1;
    return 0;
  }

  /** Takes tokens for work that is under way, whether they are there or not. */
  charge(client: string, tokens: number): void {
    this.bucketOf(client).level -= tokens;
  }

  /** Whether a client has nothing left. */
  isEmpty(client: string): boolean {
    return this.buckets.has(client) && this.bucketOf(client).level < 1;
  }

  get size(): number {
    return this.buckets.size;
  }

  private bucketOf(client: string): Bucket {
    const now = this.now();
    const bucket = this.buckets.get(client) ?? { level: this.burst, at: now };
    bucket.level = Math.min(this.burst, bucket.level + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    // written again at the end, so that the first of the map is the one that was longest away
    this.buckets.delete(client);
    if (this.buckets.size >= CLIENTS) this.buckets.delete(this.buckets.keys().next().value as string);
    this.buckets.set(client, bucket);
    return bucket;
  }
}
