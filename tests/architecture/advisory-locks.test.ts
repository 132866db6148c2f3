import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = ['src', 'drizzle'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|sql)$/.test(name))
    .map((name) => join(folder, name)),
);

/** The numbers of advisory locks, by the files that name them: all begin with 740. */
function locks(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of files)
    for (const [number] of readFileSync(join(root, file), 'utf8').matchAll(/\b7_?40\d_?\d{3}\b/g)) {
      const plain = number.replaceAll('_', '');
      found.set(plain, (found.get(plain) ?? new Set()).add(file));
    }
  return found;
}

it('every advisory lock has a number of its own, or what waits for one thing waits for another', () => {
  const found = locks();
  console.log(`advisory locks: ${found.size} in ${files.length} files looked at`);
  expect(found.size).toBeGreaterThan(3);
  for (const [number, names] of found) expect([...names], `lock ${number}`).toHaveLength(1);
});
