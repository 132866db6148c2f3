import { expect, it, test } from 'vitest';
import { personnelCategories } from '../../../src/domain/court/personnel-category.terms.js';

test.each(Object.entries(personnelCategories))('%s is named by the words quoted for it', (_code, { zh, quote }) => {
  expect(quote).toContain(zh);
});

it('holds each category of row C04 once', () => {
  const terms = Object.values(personnelCategories).map(({ zh }) => zh);
  expect(terms).toHaveLength(8);
  expect(new Set(terms).size).toBe(8);
});
