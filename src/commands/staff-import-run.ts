import { randomUUID } from 'node:crypto';
import { neededColumns, staffColumns, staffOfRow } from '../domain/court/index.js';
import { cellsOf, linesOf } from '../kernel/csv.js';
import { Refusal } from '../kernel/refusal.js';

const BATCH = 1_000;

/** How an item that was sent was answered; `code` and `path` of a refusal. */
export interface Sent {
  readonly code?: string;
  readonly path?: readonly string[];
  readonly message?: string;
}

/** Sends a batch and answers item by item, in its order. */
export type Send = (items: readonly object[]) => Promise<readonly Sent[]>;

/** A row that was not recorded: its line in the file, the code, and the path of the field at fault. */
export interface BadRow {
  readonly line: number;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** What became of a file. */
export interface ImportOutcome {
  readonly rows: number;
  readonly recorded: number;
  readonly bad: number;
}

/** A file that cannot be read as one of court staff at all. */
export class UnreadableFile extends Error {}

/**
 * Pushes a file of court staff, a person with one service in each row, in batches and in its order. Every bad row is
 * reported, none keeps a good one from being recorded; sent again, what is on record is left alone. Throws
 * UnreadableFile when the header is not one of court staff.
 */
export async function importStaff(text: string, send: Send, report: (row: BadRow) => void): Promise<ImportOutcome> {
  const [head, ...body] = linesOf(text);
  const header = headerOf(head?.line ?? '');
  const run = randomUUID();
  const outcome = { rows: body.length, recorded: 0, bad: 0 };
  const isBad = (row: BadRow) => {
    outcome.bad += 1;
    report(row);
  };
  for (let start = 0; start < body.length; start += BATCH) {
    const good: { line: number; item: object }[] = [];
    for (const { number, line } of body.slice(start, start + BATCH))
      try {
        good.push({ line: number, item: { key: `${run}/${number}`, ...staffOfRow(header, cellsOf(line)) } });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        isBad({ line: number, code: error.code, path: error.at.join('.'), message: error.message });
      }
    const answers = good.length === 0 ? [] : await send(good.map(({ item }) => item));
    if (answers.length !== good.length) throw new Error(`${answers.length} answers to ${good.length} items`);
    answers.forEach(({ code, path, message }, index) => {
      if (code === undefined) outcome.recorded += 1;
      else isBad({ line: (good[index] as { line: number }).line, code, path: inItem(path), message: message ?? '' });
    });
  }
  return outcome;
}

/** The path below the item: what comes before it is the batch's. */
const inItem = (path: readonly string[] = []): string => path.slice(2).join('.');

function headerOf(line: string): string[] {
  const header = cellsOf(line);
  const unknown = header.find((name, index) => !Object.hasOwn(staffColumns, name) || header.indexOf(name) !== index);
  if (unknown !== undefined)
    throw new UnreadableFile(
      `Column "${unknown}" is unknown or occurs twice. Columns: ${Object.keys(staffColumns).join(',')}`,
    );
  const missing = neededColumns.find((name) => !header.includes(name));
  if (missing) throw new UnreadableFile(`Column "${missing}" is missing.`);
  return header;
}
