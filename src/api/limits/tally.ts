/** Counts what each client has running, up to a limit. */
export class Tally {
  private readonly running = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Counts one more; false when that would be too many. */
  enter(client: string): boolean {
    const count = this.running.get(client) ?? 0;
    if (count >= this.limit) return false;
    this.running.set(client, count + 1);
    return true;
  }

  leave(client: string): void {
    const count = (this.running.get(client) ?? 1) - 1;
    if (count > 0) this.running.set(client, count);
    else this.running.delete(client);
  }
}
