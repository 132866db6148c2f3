import { Refusal } from './refusal.js';

/**
 * The cells of one line of comma-separated values (RFC 4180): quoted cells may hold commas and doubled quotes, but no
 * line break, so that a quote left open spoils its own line only. Throws TEXT_INVALID.
 */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const found = cell.exec(line);
    if (!found) throw new Refusal('TEXT_INVALID', [], { limit: line.length });
    const [, quoted, plain, end] = found;
    cells.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'));
    if (end === '') return cells;
  }
}

/** The lines of a text file: a byte order mark and blank lines left out; each with its number, the first is 1. */
export function linesOf(text: string): { readonly number: number; readonly line: string }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ line }) => line.trim() !== '');
}
