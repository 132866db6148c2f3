import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../.ci/count.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lushu-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

const both = {
  'lawyers [PGlite] a': 'passed',
  'lawyers [PostgreSQL] a': 'passed',
  'federation compatibility @link': 'passed',
  'GraphiQL in Chromium loads': 'passed',
  'hub and provider a person in Chromium signs in': 'passed',
};
const ofShared = {
  'the legal bases quote their sources word for word (skipped where ../shared is absent)': 'passed',
  'the lines of what nobody may read (skipped where ../shared is absent) leave out no row of table B': 'passed',
};
/** A clone with ../shared beside it, and one without. */
const [beside, alone] = [join(folder, 'beside', 'clone'), join(folder, 'alone', 'clone')];
for (const place of [beside, alone, join(folder, 'beside', 'shared')]) mkdirSync(place, { recursive: true });

/** What `.ci/count.mjs` says of a report with these tests in one file, in the form vitest writes. */
function count(
  tests: Record<string, string>,
  { file = 'passed', exit = '0', steps = [] as string[], cwd = alone } = {},
) {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({ fullName, status }));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults: [{ name: 'a.test.ts', status: file, assertionResults }] }));
  return run([path, exit, ...steps], cwd);
}

function run(args: readonly string[], cwd = alone) {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd });
  const lines = stdout.trimEnd().split('\n');
  return { status, lines, last: lines.at(-1) };
}

describe('the count of a run', () => {
  test('closes with passed and failed alone, and says what ran on which database', () => {
    const { status, lines } = count(both);
    expect(lines).toEqual([
      'tests of ../shared: not asked for, it is not there',
      'tests on PGlite: 1 ran, 0 skipped',
      'tests on PostgreSQL: 1 ran, 0 skipped',
      'tests of federation compatibility: 1 ran, 0 skipped',
      'tests of GraphiQL in Chromium: 1 ran, 0 skipped',
      'tests of sign-in in Chromium: 1 ran, 0 skipped',
      '5 passed, 0 failed',
    ]);
    expect(status).toBe(0);
  });

  test('names skipped tests and is not failed by them', () => {
    expect(count({ ...both, later: 'skipped', some: 'todo' })).toMatchObject({
      status: 0,
      last: '5 passed, 0 failed, 2 skipped',
    });
  });

  test('fails with a failed test, counted once although the run ended with 1', () => {
    const tests = { ...both, broken: 'failed' };
    expect(count(tests, { file: 'failed', exit: '1' })).toMatchObject({ status: 1, last: '5 passed, 1 failed' });
  });

  test('fails when no test ran on PostgreSQL', () => {
    const { status, lines, last } = count({ ...both, 'lawyers [PostgreSQL] a': 'skipped' });
    expect(lines).toContain('tests on PostgreSQL: 0 ran, 1 skipped');
    expect(lines).toContain('ci: no test ran on PostgreSQL');
    expect({ status, last }).toEqual({ status: 1, last: '4 passed, 1 failed, 1 skipped' });
  });

  test('fails when no test ran on PGlite', () => {
    const { 'lawyers [PGlite] a': _, ...others } = both;
    expect(count(others)).toMatchObject({ status: 1, last: '4 passed, 1 failed' });
  });

  test('fails when the federation compatibility tests are not installed', () => {
    const { 'federation compatibility @link': _, ...others } = both;
    const { status, lines, last } = count({ ...others, 'federation compatibility is not installed': 'skipped' });
    expect(lines).toContain('ci: no test ran of federation compatibility');
    expect({ status, last }).toEqual({ status: 1, last: '4 passed, 1 failed, 1 skipped' });
  });

  test.each([
    ['GraphiQL', 'GraphiQL in Chromium loads', 'of GraphiQL in Chromium'],
    ['the sign-in', 'hub and provider a person in Chromium signs in', 'of sign-in in Chromium'],
  ])('fails when no test of %s ran in Chromium', (_what, name, where) => {
    const { status, lines } = count({ ...both, [name]: 'skipped' });
    expect(lines).toContain(`tests ${where}: 0 ran, 1 skipped`);
    expect(lines).toContain(`ci: no test ran ${where}`);
    expect(status).toBe(1);
  });

  test('says what ran of ../shared where that is there', () => {
    const { status, lines, last } = count({ ...both, ...ofShared }, { cwd: beside });
    expect(lines).toContain('tests of ../shared, legal bases: 1 ran, 0 skipped');
    expect(lines).toContain('tests of ../shared, what nobody may read: 1 ran, 0 skipped');
    expect({ status, last }).toEqual({ status: 0, last: '7 passed, 0 failed' });
  });

  test.each(Object.keys(ofShared))('fails when ../shared is there and this did not run: %s', (name) => {
    const skipped = count({ ...both, ...ofShared, [name]: 'skipped' }, { cwd: beside });
    expect(skipped).toMatchObject({ status: 1, last: '6 passed, 1 failed, 1 skipped' });
    expect(skipped.lines.filter((line) => line.startsWith('ci: no test ran of ../shared, '))).toHaveLength(1);
    const { [name as keyof typeof ofShared]: _, ...others } = ofShared;
    expect(count({ ...both, ...others }, { cwd: beside })).toMatchObject({ status: 1, last: '6 passed, 1 failed' });
  });

  test('asks for no test of ../shared where that is absent', () => {
    expect(count(both, { cwd: alone })).toMatchObject({ status: 0, last: '5 passed, 0 failed' });
  });

  test('fails with a file that did not load', () => {
    expect(count(both, { file: 'failed', exit: '1' })).toMatchObject({ status: 1, last: '5 passed, 1 failed' });
  });

  test('fails when the run ended badly although every test passed', () => {
    expect(count(both, { exit: '1' })).toMatchObject({ status: 1, last: '5 passed, 1 failed' });
  });

  test('counts a failed step as one failed', () => {
    expect(count(both, { steps: ['npm run check'] })).toMatchObject({ status: 1, last: '5 passed, 1 failed' });
    expect(count(both, { steps: ['npm run check'], exit: '1' })).toMatchObject({
      status: 1,
      last: '5 passed, 2 failed',
    });
  });

  test('fails without a report', () => {
    const { status, last } = run([join(folder, 'nothing.json'), '1']);
    expect({ status, last }).toEqual({ status: 1, last: '0 passed, 6 failed' });
  });
});
