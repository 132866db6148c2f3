import { expect, it, test } from 'vitest';
import { rosterStates } from '../../../src/domain/bar/roster.terms.js';
import { isAvailable } from '../../../src/domain/joint/availability.rule.js';
import { licenceStatuses } from '../../../src/domain/justice/licence.terms.js';

const listed = { state: 'LISTED', listedOn: '2026-01-10', listedUntil: '2026-12-31' };
const TODAY = '2026-11-21';

test.each(Object.keys(rosterStates))('%s: available only when LISTED', (state) => {
  expect(isAvailable({ ...listed, state }, 'PRACTISING', TODAY)).toBe(state === 'LISTED');
});

test.each([...Object.keys(licenceStatuses), null])('licence %s: available only when PRACTISING', (status) => {
  expect(isAvailable(listed, status, TODAY)).toBe(status === 'PRACTISING');
});

it('is available from the first day of the term to the last', () => {
  const on = (day: string) => isAvailable(listed, 'PRACTISING', day);
  expect(['2026-01-09', '2026-01-10', '2026-12-31', '2027-01-01'].map(on)).toEqual([false, true, true, false]);
  expect(isAvailable({ ...listed, listedUntil: null }, 'PRACTISING', '2200-01-01')).toBe(true);
});
