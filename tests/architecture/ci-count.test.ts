import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
};

/** What `.ci/count.mjs` says of a report with these tests in one file, in the form vitest writes. */
function count(tests: Record<string, string>, { file = 'passed', exit = '0', steps = [] as string[] } = {}) {
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({ fullName, status }));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults: [{ name: 'a.test.ts', status: file, assertionResults }] }));
  return run([path, exit, ...steps]);
}

function run(args: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  return { status, lines, last: lines.at(-1) };
}

describe('the count of a run', () => {
  test('closes with passed and failed alone, and says what ran on which database', () => {
    const { status, lines } = count(both);
    expect(lines).toEqual([
      'tests on PGlite: 1 ran, 0 skipped',
      'tests on PostgreSQL: 1 ran, 0 skipped',
      'tests of federation compatibility: 1 ran, 0 skipped',
      '3 passed, 0 failed',
    ]);
    expect(status).toBe(0);
  });

  test('names skipped tests and is not failed by them', () => {
    expect(count({ ...both, later: 'skipped', some: 'todo' })).toMatchObject({
      status: 0,
      last: '3 passed, 0 failed, 2 skipped',
    });
  });

  test('fails with a failed test, counted once although the run ended with 1', () => {
    const tests = { ...both, broken: 'failed' };
    expect(count(tests, { file: 'failed', exit: '1' })).toMatchObject({ status: 1, last: '3 passed, 1 failed' });
  });

  test('fails when no test ran on PostgreSQL', () => {
    const { status, lines, last } = count({ ...both, 'lawyers [PostgreSQL] a': 'skipped' });
    expect(lines).toContain('tests on PostgreSQL: 0 ran, 1 skipped');
    expect(lines).toContain('ci: no test ran on PostgreSQL');
    expect({ status, last }).toEqual({ status: 1, last: '2 passed, 1 failed, 1 skipped' });
  });

  test('fails when no test ran on PGlite', () => {
    const { 'lawyers [PGlite] a': _, ...others } = both;
    expect(count(others)).toMatchObject({ status: 1, last: '2 passed, 1 failed' });
  });

  test('fails when the federation compatibility tests are not installed', () => {
    const { 'federation compatibility @link': _, ...others } = both;
    const { status, lines, last } = count({ ...others, 'federation compatibility is not installed': 'skipped' });
    expect(lines).toContain('ci: no test ran of federation compatibility');
    expect({ status, last }).toEqual({ status: 1, last: '2 passed, 1 failed, 1 skipped' });
  });

  test('fails with a file that did not load', () => {
    expect(count(both, { file: 'failed', exit: '1' })).toMatchObject({ status: 1, last: '3 passed, 1 failed' });
  });

  test('fails when the run ended badly although every test passed', () => {
    expect(count(both, { exit: '1' })).toMatchObject({ status: 1, last: '3 passed, 1 failed' });
  });

  test('counts a failed step as one failed', () => {
    expect(count(both, { steps: ['npm run check'] })).toMatchObject({ status: 1, last: '3 passed, 1 failed' });
    expect(count(both, { steps: ['npm run check'], exit: '1' })).toMatchObject({
      status: 1,
      last: '3 passed, 2 failed',
    });
  });

  test('fails without a report', () => {
    const { status, last } = run([join(folder, 'nothing.json'), '1']);
    expect({ status, last }).toEqual({ status: 1, last: '0 passed, 4 failed' });
  });
});
