import { expect, it } from 'vitest';
import { leavingDay } from '../../../src/domain/court/departure.rule.js';

it.each([
  ['the day stated', { effectiveOn: '2024-01-01', exitedOn: '2025-01-01' }, { on: '2024-01-01', by: 'STATED' }],
  [
    'the exit when it is later',
    { exitedOn: '2025-01-01', postEndedOn: '2024-12-01' },
    { on: '2025-01-01', by: 'EXIT' },
  ],
  [
    'the end of the post when it is later',
    { exitedOn: '2025-01-01', postEndedOn: '2025-02-01' },
    { on: '2025-02-01', by: 'POST_END' },
  ],
  [
    'the exit of two on one day',
    { exitedOn: '2025-01-01', postEndedOn: '2025-01-01' },
    { on: '2025-01-01', by: 'EXIT' },
  ],
  ['the exit alone', { exitedOn: '2025-01-01', postEndedOn: null }, { on: '2025-01-01', by: 'EXIT' }],
  ['the end of the post alone', { postEndedOn: '2025-01-01' }, { on: '2025-01-01', by: 'POST_END' }],
  ['nothing when neither is known', { exitedOn: null }, null],
])('the day of leaving is %s', (_words, days, expected) => {
  expect(leavingDay(days)).toEqual(expected);
});
