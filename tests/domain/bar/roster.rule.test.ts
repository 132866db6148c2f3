import { describe, expect, it, test } from 'vitest';
import { adjusted, checkListing } from '../../../src/domain/bar/roster.rule.js';
import { type RosterState, type RosterStep, rosterStates, rosterSteps } from '../../../src/domain/bar/roster.terms.js';
import { Refusal } from '../../../src/kernel/refusal.js';

const TODAY = '2026-11-21';

/** What comes of it: the result, or `CODE path`. */
function outcome<T>(act: () => T): T | string {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.at.join('.')}`;
    throw error;
  }
}

const from = (state: RosterState, listedOn = '2026-01-01') => ({ state, listedOn });
const step = (name: RosterStep, more: { on?: string; reason?: string | null } = {}) => ({
  step: name,
  on: TODAY,
  reason: '工作调整',
  ...more,
});

describe('a roster entry', () => {
  // Row: the step. Column: the state before it.
  const grid: Record<RosterStep, Record<RosterState, RosterState | '-'>> = {
    SUSPEND: { LISTED: 'SUSPENDED', SUSPENDED: '-', REMOVED: '-' },
    REINSTATE: { LISTED: '-', SUSPENDED: 'LISTED', REMOVED: '-' },
    REMOVE: { LISTED: 'REMOVED', SUSPENDED: 'REMOVED', REMOVED: '-' },
  };
  const cells = Object.entries(grid).flatMap(([name, row]) =>
    Object.entries(row).map(([state, to]) => [name as RosterStep, state as RosterState, to] as const),
  );

  test.each(cells)('%s from %s: %s', (name, state, to) => {
    const expected = to === '-' ? 'ROSTER_MOVE_INVALID step' : { state: to, reason: '工作调整' };
    expect(outcome(() => adjusted(from(state), step(name), TODAY))).toEqual(expected);
  });

  it('has every step from every state in the table above', () => {
    expect(cells).toHaveLength(Object.keys(rosterSteps).length * Object.keys(rosterStates).length);
  });

  it('is suspended or removed with a reason only, and comes back without one', () => {
    for (const name of ['SUSPEND', 'REMOVE'] as const)
      expect(outcome(() => adjusted(from('LISTED'), step(name, { reason: null }), TODAY))).toBe(
        'FIELD_REQUIRED reason',
      );
    expect(outcome(() => adjusted(from('SUSPENDED'), step('REINSTATE', { reason: null }), TODAY))).toEqual({
      state: 'LISTED',
      reason: null,
    });
  });

  it('keeps a reason as a line of text', () => {
    expect(outcome(() => adjusted(from('LISTED'), step('REMOVE', { reason: ' 辞任 ' }), TODAY))).toEqual({
      state: 'REMOVED',
      reason: '辞任',
    });
    for (const reason of ['', ' ', 'a\nb', '长'.repeat(501)])
      expect(outcome(() => adjusted(from('LISTED'), step('REMOVE', { reason }), TODAY))).toBe('TEXT_INVALID reason');
  });

  it('is adjusted from its first day to today, not before and not in advance', () => {
    const on = (day: string) =>
      outcome(() => adjusted(from('LISTED', '2026-11-01'), step('SUSPEND', { on: day }), TODAY));
    expect(on('2026-10-31')).toBe('PERIOD_INVALID on');
    expect(on('2026-11-01')).toMatchObject({ state: 'SUSPENDED' });
    expect(on(TODAY)).toMatchObject({ state: 'SUSPENDED' });
    expect(on('2026-11-22')).toBe('ROSTER_MOVE_INVALID on');
  });
});

describe('a listing', () => {
  it('ends no earlier than it begins', () => {
    expect(outcome(() => checkListing({ listedUntil: '2026-11-20' }, TODAY))).toBe('PERIOD_INVALID listedUntil');
    expect(outcome(() => checkListing({ listedUntil: TODAY }, TODAY))).toEqual([]);
    expect(outcome(() => checkListing({}, TODAY))).toEqual([]);
  });

  it('names up to 20 fields of mediation, each a line of text', () => {
    expect(outcome(() => checkListing({ specialities: [' 婚姻家庭 '] }, TODAY))).toEqual(['婚姻家庭']);
    expect(outcome(() => checkListing({ specialities: ['好', ''] }, TODAY))).toBe('TEXT_INVALID specialities.1');
    const many = Array.from({ length: 21 }, (_, n) => `领域${n}`);
    expect(outcome(() => checkListing({ specialities: many }, TODAY))).toBe('BATCH_TOO_LARGE specialities');
    expect(outcome(() => checkListing({ specialities: many.slice(1) }, TODAY))).toHaveLength(20);
  });
});
