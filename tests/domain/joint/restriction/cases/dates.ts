import { type Case, row } from '../case.js';
import { act, caseAt, former, join, known, left, person, service } from '../province.js';

const ban = (id: string, leftOn: string, last: string, free: string): Case[] => {
  const facts = known(former(leftOn, 'TRANSFERRED', { publicPosts: [] }));
  return [
    row(
      id,
      `two years from ${leftOn} end on ${last}, inclusive`,
      act(last, caseAt('B')),
      facts,
      `RESTRICTED_UNTIL ${last}`,
      [`TWO_YEAR_BAN RESTRICTED_UNTIL ${last}`],
    ),
    row(id, `two years from ${leftOn} leave ${free} free`, act(free, caseAt('B')), facts, 'PERMITTED', []),
  ];
};

/** The area ban of a fourth-grade senior judge who resigned: three years. */
const seniorBan = (id: string, leftOn: string, last: string, free: string): Case[] => {
  const rank = { ladder: 'JUDGE', ordinal: 7 } as const;
  const facts = known(person({ services: [service({ rank })], departures: [left(leftOn, 'RESIGNED')], licences: [] }));
  return [
    row(
      id,
      `three years from ${leftOn} end on ${last}, inclusive`,
      join(last, 'ADMIN'),
      facts,
      `RESTRICTED_UNTIL ${last}`,
      [`AREA_BAN RESTRICTED_UNTIL ${last}`],
    ),
    row(id, `three years from ${leftOn} leave ${free} free`, join(free, 'ADMIN'), facts, 'PERMITTED', []),
  ];
};

/** The six vectors of section 4, each on its last restricted day and on the day after. */
export const dates: readonly Case[] = [
  ...ban('V1', '2024-11-21', '2026-11-21', '2026-11-22'),
  row(
    'V1',
    'on the day of leaving itself he has left, and the two years are known',
    act('2024-11-21', caseAt('B')),
    known(former('2024-11-21', 'TRANSFERRED')),
    'RESTRICTED_UNTIL 2026-11-21',
    ['TWO_YEAR_BAN RESTRICTED_UNTIL 2026-11-21'],
  ),
  row(
    'V1',
    'on the day before he serves',
    act('2024-11-20', caseAt('B')),
    known(former('2024-11-21', 'TRANSFERRED')),
    'RESTRICTED_UNTIL open',
    ['IN_SERVICE RESTRICTED_UNTIL'],
  ),
  ...ban('V2', '2024-11-20', '2026-11-20', '2026-11-21'),
  ...seniorBan('V3', '2023-11-21', '2026-11-21', '2026-11-22'),
  ...ban('V4', '2024-02-29', '2026-02-28', '2026-03-01'),
  ...seniorBan('V5', '2024-02-29', '2027-02-28', '2027-03-01'),
  ...ban('V6', '2023-12-31', '2025-12-31', '2026-01-01'),
];
