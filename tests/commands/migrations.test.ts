import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = 'node_modules/.cache/lushu-migrations';

afterAll(() => rmSync(join(root, work), { recursive: true, force: true }));

it('the migrations are what the tables ask for', () => {
  const run = (args: string[]) => execFileSync(process.execPath, args, { cwd: root });
  run([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', `${work}/dist`]);
  cpSync(join(root, 'drizzle'), join(root, work, 'drizzle'), { recursive: true });
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/drizzle-kit/bin.cjs'),
      'generate',
      '--dialect=postgresql',
      `--schema=${work}/dist/src/**/*.table.js`,
      `--out=${work}/drizzle`,
      '--casing=snake_case',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stdout).toContain('No schema changes');
  expect(Number(/(\d+) tables/.exec(stdout)?.[1])).toBeGreaterThan(15);
});
