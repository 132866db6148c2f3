import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { refusalCodes } from '../../src/kernel/refusal-codes.js';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('refusal-codes.ts'),
);
const text = files.map((name) => readFileSync(join(src, name), 'utf8')).join('\n');

it('every code of the table is thrown somewhere, and has both sentences', () => {
  const codes = Object.entries(refusalCodes);
  const unused = codes.map(([code]) => code).filter((code) => !text.includes(`'${code}'`));
  for (const [code, { en, zh }] of codes) {
    expect(en, code).toMatch(/\.$/);
    expect(zh, code).toMatch(/[\u4e00-\u9fff]/);
  }
  console.log(`refusals: ${codes.length} codes, ${files.length} files looked at`);
  expect(unused).toEqual([]);
});
