import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/domain/joint/restriction/judge.rule.js';
import { nationalPack } from '../../../../src/domain/joint/restriction/national-pack.terms.js';
import { shown } from './case.js';
import { acting } from './cases/acting.js';
import { duties } from './cases/court-duties.js';
import { dates } from './cases/dates.js';
import { edges } from './cases/edges.js';
import { joining } from './cases/joining.js';
import { points } from './cases/points.js';

const table = [...acting, ...joining, ...duties, ...points, ...edges, ...dates];

const two = (at: number) => String(at).padStart(2, '0');
const upTo = (last: number, name: (at: number) => string) => Array.from({ length: last }, (_, at) => name(at + 1));

/** Every row, point, edge case and date vector of legal-rules 3.1 to 3.5, 4 and 5. */
const wanted = [
  'D01a',
  ...upTo(45, (at) => `D${two(at)}`),
  ...upTo(24, (at) => `P${at}`),
  ...upTo(30, (at) => `E${at}`),
  ...upTo(6, (at) => `V${at}`),
];

describe('the decision table of legal-rules', () => {
  it.each(table.map((one) => [`${one.ids.join(' ')} · ${one.holds}`, one] as const))('%s', (_, one) => {
    const verdict = judge(one.question, one.facts, one.packs ?? [nationalPack]);
    const { constraints, alerts, openPoints, ...rest } = one.expected;
    expect(shown(verdict, one.expected)).toEqual({
      ...rest,
      constraints: [...constraints].sort(),
      ...(alerts && { alerts: [...alerts].sort() }),
      ...(openPoints && { openPoints: [...openPoints].sort() }),
    });
  });

  it('covers every row, point, edge case and vector', () => {
    const covered = new Set(table.flatMap(({ ids }) => ids));
    expect(wanted).toHaveLength(106);
    expect(wanted.filter((id) => !covered.has(id))).toEqual([]);
    expect([...covered].filter((id) => !wanted.includes(id))).toEqual([]);
  });

  it('names every case once', () => {
    const titles = table.map(({ ids, holds }) => `${ids.join(' ')} ${holds}`);
    expect(new Set(titles).size).toBe(table.length);
  });
});
