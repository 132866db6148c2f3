const MOST_TOGETHER = 500;

interface Waiting<Entry> {
  readonly entry: Entry;
  readonly resolve: (isWritten: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes entries durable together: those that come while a statement runs go with the next one, so that many wait for
 * one commit. Each waits until its own statement is durable.
 */
export class GroupCommit<Entry> {
  private waiting: Waiting<Entry>[] = [];
  private isWriting = false;

  /** `append` writes entries in one statement and says of each whether it was written. */
  constructor(private readonly append: (entries: Entry[]) => Promise<boolean[]>) {}

  /** Whether the entry was written; throws what `append` throws. */
  add(entry: Entry): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ entry, resolve, reject });
      if (!this.isWriting) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, MOST_TOGETHER);
      try {
        const written = await this.append(group.map(({ entry }) => entry));
        for (const [i, { resolve }] of group.entries()) resolve(written[i] ?? false);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.isWriting = false;
  }
}
