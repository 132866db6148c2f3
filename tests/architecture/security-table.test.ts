import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { missingTests, readTable } from './security-table.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sourceOf = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null);
const markdown = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const table = readTable(markdown);

describe('the table of threats in SECURITY.md', () => {
  it('names for every control a test that exists', () => {
    const files = new Set(table.named.map(({ path }) => path));
    console.info(`security: looked at ${table.rows} controls, ${table.named.length} tests in ${files.size} files`);
    expect(table.rows).toBeGreaterThan(30);
    expect(table.faults).toEqual([]);
    expect(missingTests(table.named, sourceOf)).toEqual([]);
  });

  it('speaks of every part of the hub that can be attacked', () => {
    const parts = [...markdown.matchAll(/^### (.*)$/gm)].map(([, part]) => part);
    expect(parts).toEqual([
      'The door',
      'The matrix',
      'The trail',
      'Federation',
      'Outbox',
      'Availability',
      'Supply chain',
      'Operator',
    ]);
  });
});

describe('planted faults of the table', () => {
  const head = '| threat | control | test |\n| --- | --- | --- |\n';
  const here = 'tests/architecture/security-table.test.ts';
  const looked = (row: string) => {
    const { rows, named, faults } = readTable(`${head}${row}\n`);
    return { rows, found: [...faults, ...missingTests(named, sourceOf)] };
  };

  it('a row that names a test of this file is well', () => {
    const row = `| x | y | \`${here}\` names for every control a test that exists |`;
    expect(looked(row)).toEqual({ rows: 1, found: [] });
  });

  it.each([
    ['a title that no test has', `| x | y | \`${here}\` names a test that was taken out |`, /has no test/],
    ['a title that is only spoken of', `| x | y | \`${here}\` a title that is only spoken of |`, /has no test/],
    ['a file that is not there', '| x | y | `tests/policy/gone.test.ts` holds |', /does not exist/],
    [
      'a second test that is missing',
      `| x | y | \`${here}\` a row that names a test of this file is well<br>\`${here}\` z |`,
      /no test "z"/,
    ],
    ['no test', '| x | y | reviewed every year |', /names no test/],
    ['a group of tests', `| x | y | \`${here}\` planted faults of the table |`, /has no test/],
    ['no control', `| x |  | \`${here}\` a row that names a test of this file is well |`, /no control/],
  ])('%s is found', (_what, row, fault) => {
    const { rows, found } = looked(row);
    expect([rows, found.length]).toEqual([1, 1]);
    expect(found[0]).toMatch(fault);
  });

  const foundIn = (source: string) =>
    missingTests([{ threat: 'x', control: 'y', path: 'a.test.ts', title: "it's told" }], () => source);

  it.each([
    ['it', `it('it\\'s told', () => {});`],
    ['test', `test("it's told", async () => {});`],
    ['it.each', `it.each([\n  ['a)', /\\(/], // the first\n])("it's told", () => {});`],
    ['it.each with a template', `it.each\`\na | b\n\${1} | \${2}\n\`("it's told", () => {});`],
    ['it.for', `it.for(rows.map(([a]) => (a)))("it's told", () => {});`],
    ['it.skipIf', `describe('x', () => { it.skipIf(!existsSync('/*'))("it's told", () => {}); });`],
    ['it.runIf', `it.runIf(a / b > c / d)("it's told", { timeout: 9 }, () => {});`],
    ['one of two that is not skipped', `it.skip("it's told", f); it("it's told", f);`],
  ])('%s is a test', (_what, source) => {
    expect(foundIn(source)).toEqual([]);
  });

  it.each([
    ['it.skip', `it.skip("it's told", () => {});`, /skips/],
    ['it.skip.each', `it.skip.each([1])("it's told", () => {});`, /skips/],
    ['it.each(…).skip', `it.each([1]).skip("it's told", () => {});`, /skips/],
    ['test.todo', `test.todo("it's told");`, /skips/],
    ['it.fails', `it.fails("it's told", () => {});`, /skips/],
    ['a test without anything to run', `it("it's told");`, /skips/],
    ['an option that skips', `it("it's told", { skip: true }, () => {});`, /skips/],
    ['a test of a group that is skipped', `describe.skip('x', () => { it("it's told", () => {}); });`, /skips/],
    ['describe', `describe("it's told", () => {});`, /has no test/],
    ['console.log', `console.log("it's told", 1);`, /has no test/],
    ['a method of that name', `regex.test("it's told", 1);`, /has no test/],
    ['a line comment', `// it("it's told", () => {});`, /has no test/],
    ['a long comment', `/* 'x\nit("it's told", () => {});\n*/`, /has no test/],
    ['a text', 'const text = `it("it\'s told", () => {});`;', /has no test/],
    ['a template in a template', `const text = \`\${\`it("it's told", f)\`} it("it's told", f)\`;`, /has no test/],
  ])('%s is none', (_what, source, fault) => {
    expect(foundIn(source)).toEqual([expect.stringMatching(fault)]);
  });
});
