import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { legalBases } from '../../src/policy/legal-basis.js';

const sources = fileURLToPath(new URL('../../../shared/sources/', import.meta.url));
const quoted = Object.entries(legalBases).filter(([, { source }]) => source !== 'statute');

describe('the legal bases', () => {
  it.skipIf(!existsSync(sources))('quote their sources word for word (skipped where ../shared is absent)', () => {
    const texts = new Map(
      readdirSync(sources).map((name) => [name.slice(0, 3), readFileSync(sources + name, 'utf8').replace(/\s/g, '')]),
    );
    for (const [code, { source, quote }] of quoted)
      expect(texts.get(source.slice(0, 3))?.includes(quote.replace(/\s/g, '')), `${code} in ${source}`).toBe(true);
    console.log(`quotes looked at: ${quoted.length}`);
    expect(quoted.length).toBeGreaterThan(8);
  });
});
