/** The keys of the records an operation disclosed or wrote, by type; what the trail's line will name. */
export class Ledger {
  private readonly keys = new Map<string, Set<string>>();

  /** Notes records of a type. */
  note(type: string, ids: Iterable<string>): void {
    const known = this.keys.get(type) ?? new Set();
    for (const id of ids) known.add(id);
    this.keys.set(type, known);
  }

  /** The notes as the trail writes them; types without a record are left out. */
  records(): Record<string, string[]> {
    return Object.fromEntries([...this.keys].filter(([, ids]) => ids.size > 0).map(([type, ids]) => [type, [...ids]]));
  }
}
