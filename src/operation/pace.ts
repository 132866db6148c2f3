/** Records that are put into an answer before others get their turn. */
const SLICE = 100;

/**
 * Puts a large answer together in slices, so that nobody waits for the whole of another's. The next level is asked when
 * all records of this one have been gone through: it stays one statement.
 */
export class Pace {
  private free = SLICE;
  private isTurning = false;
  private readonly waiting: (() => void)[] = [];
  private readonly held: (() => void)[] = [];

  /** Goes on with one record: null within a slice, otherwise when its turn has come. */
  next(): Promise<void> | null {
    this.turn();
    if (this.waiting.length === 0 && this.free > 0) {
      this.free -= 1;
      return null;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** A list whose records are gone through slice by slice; a short one is left as it is. */
  list(records: readonly unknown[]): readonly unknown[] {
    if (records.length <= SLICE) return records;
    return records.map((record) => this.next()?.then(() => record) ?? record);
  }

  /** When the keys of a level are asked for (DataLoader's `batchScheduleFn`): when no record has still to wait. */
  readonly schedule = (ask: () => void): void => {
    const whenGoneThrough = () => (this.waiting.length > 0 ? void this.held.push(ask) : ask());
    void Promise.resolve().then(() => process.nextTick(whenGoneThrough));
  };

  private turn(): void {
    if (this.isTurning) return;
    this.isTurning = true;
    setImmediate(() => {
      this.isTurning = false;
      const slice = this.waiting.splice(0, SLICE);
      this.free = SLICE - slice.length;
      for (const go of slice) go();
      if (slice.length > 0) this.turn();
      else for (const ask of this.held.splice(0)) ask();
    });
  }
}
