import type { Random } from '../../../seeds/random.js';

/** A page that was answered: where, with which other arguments, and the cursor of what comes after it. */
export interface SeenPage {
  readonly coordinate: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly cursor: string;
}

const KEPT = 200;

/** What one asker learned from answers: ids of records by type, and where pages went on. */
export class Memory {
  private readonly ids = new Map<string, Set<string>>();
  private readonly pages = new Map<string, SeenPage[]>();

  noteId(type: string, id: string): void {
    const known = this.ids.get(type) ?? new Set();
    known.add(id);
    if (known.size > KEPT) known.delete(known.values().next().value as string);
    this.ids.set(type, known);
  }

  notePage(page: SeenPage): void {
    const known = this.pages.get(page.coordinate) ?? [];
    known.push(page);
    this.pages.set(page.coordinate, known.slice(-KEPT));
  }

  id(type: string, random: Random): string | undefined {
    const known = this.ids.get(type);
    return known ? random.pick([...known]) : undefined;
  }

  page(coordinate: string, random: Random): SeenPage | undefined {
    const known = this.pages.get(coordinate);
    return known ? random.pick(known) : undefined;
  }

  /** The cursor of any list. */
  anyCursor(random: Random): string | undefined {
    const all = [...this.pages.values()];
    return all.length === 0 ? undefined : random.pick(random.pick(all)).cursor;
  }
}
