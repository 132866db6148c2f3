import { testCalls } from './test-calls.js';

/** A control of the table, with a test that it names. */
export interface NamedTest {
  readonly threat: string;
  readonly control: string;
  readonly path: string;
  readonly title: string;
}

/** What a reader of the table finds: the tests named, and rows that do not say what the table must say. */
export interface SecurityTable {
  readonly rows: number;
  readonly named: readonly NamedTest[];
  readonly faults: readonly string[];
}

/** Reads every table headed `| threat | control | test |`; a test is `` `path` title ``, several are parted by `<br>`. */
export function readTable(markdown: string): SecurityTable {
  const rows = markdown
    .split('\n')
    .map((line) => line.trim())
    .filter((line, index, lines) => line.startsWith('|') && isUnderHead(lines, index))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
  const faults: string[] = [];
  const named = rows.flatMap(([threat = '', control = '', tests = '']) => {
    if (threat === '' || control === '') faults.push(`a row says no threat or no control: ${threat}${control}`);
    return tests.split('<br>').flatMap((text) => {
      const [, path, title] = /^`(tests\/[\w./-]+\.test\.ts)` (\S.*)$/.exec(text.trim()) ?? [];
      if (path !== undefined && title !== undefined) return [{ threat, control, path, title }];
      faults.push(`"${control}" names no test: ${text}`);
      return [];
    });
  });
  return { rows: rows.length, named, faults };
}

function isUnderHead(lines: readonly string[], index: number): boolean {
  let first = index;
  while (lines[first - 1]?.startsWith('|')) first -= 1;
  return index > first + 1 && /^\|\s*threat\s*\|\s*control\s*\|\s*test\s*\|$/.test(lines[first] as string);
}

/** Tests that are named and do not exist or do not run. `sourceOf` gives the text of a test file, null when there is none. */
export function missingTests(named: readonly NamedTest[], sourceOf: (path: string) => string | null): string[] {
  return named.flatMap(({ path, title, control }) => {
    const source = sourceOf(path);
    if (source === null) return [`${path} does not exist ("${control}")`];
    const calls = testCalls(source).filter((call) => call.title === title);
    if (calls.length === 0) return [`${path} has no test "${title}" ("${control}")`];
    return calls.every(({ isSkipped }) => isSkipped) ? [`${path} skips "${title}" ("${control}")`] : [];
  });
}
