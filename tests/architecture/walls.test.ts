import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plants, surroundings } from './plants.js';
import { type SourceFile, sight } from './source.js';
import { violations, walls } from './walls.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function realTree(): SourceFile[] {
  const paths = globSync('src/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths.sort().map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));
}

describe('walls', () => {
  const files = realTree();

  test('the tree breaks none', () => {
    expect(violations(files).map((v) => `${v.path}:${v.line} ${v.wall}: ${v.what}`)).toEqual([]);
  });

  test('they were looked for in every file and at every import', () => {
    const seen = files.flatMap((file) => sight(file).imports).length;
    const written = files.flatMap((file) => file.text.match(/^import /gm) ?? []).length;
    console.info(`walls: looked at ${files.length} files and ${seen} imports`);
    expect(files.length).toBeGreaterThanOrEqual(20);
    expect(seen).toBeGreaterThanOrEqual(written);
    expect(written).toBeGreaterThan(0);
  });
});

describe('planted breaches', () => {
  test('the surroundings alone break nothing', () => {
    expect(violations(surroundings)).toEqual([]);
  });

  test.each(plants)('%s: %s', (wall, _breach, path, text) => {
    const others = surroundings.filter((file) => file.path !== path);
    const found = violations([...others, { path, text }]);
    expect(new Set(found.map((v) => v.wall))).toEqual(new Set([wall]));
  });

  test('every wall has one', () => {
    expect(new Set(plants.map(([wall]) => wall))).toEqual(new Set(walls));
  });
});
