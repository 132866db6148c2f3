/**
 * Keeps what was used last, as long as the weights of it all stay within a bound, and their number where one is given; the
 * last one is kept whatever it weighs.
 */
export class Bounded<Value> {
  private readonly kept = new Map<string, { readonly value: Value; readonly weight: number }>();
  private weight = 0;

  constructor(
    private readonly bound: number,
    private readonly most = Number.POSITIVE_INFINITY,
  ) {}

  get size(): number {
    return this.kept.size;
  }

  get(key: string): Value | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, weight: number): void {
    this.delete(key);
    this.kept.set(key, { value, weight });
    this.weight += weight;
    for (const [oldest] of this.kept) {
      if ((this.weight <= this.bound && this.kept.size <= this.most) || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.weight -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}
