import type { AuthorityLevel } from './licence.terms.js';

const ranks: Readonly<Record<AuthorityLevel, number>> = {
  MINISTRY: 4,
  PROVINCE: 4,
  CITY: 3,
  MUNICIPAL_DISTRICT: 3,
  COUNTY: 2,
};
const MUNICIPALITIES = ['11', '12', '31', '50'];

/** Rank of a unit by its division (GB/T 2260): province 4, city or district of a municipality 3, county 2. */
function rankOfUnit(divisionCode: string): number {
  if (divisionCode.endsWith('0000')) return ranks.PROVINCE;
  return divisionCode.endsWith('00') || MUNICIPALITIES.includes(divisionCode.slice(0, 2)) ? ranks.CITY : ranks.COUNTY;
}

/** Whether a unit may record penalties decided at a level: its own or below; the department also the ministry's. */
export const mayRecordDecisionOf = (unitDivision: string, level: AuthorityLevel): boolean =>
  rankOfUnit(unitDivision) >= ranks[level];

/** Whether a unit is the department, which alone loads whole registers. */
export const isDepartment = (unitDivision: string): boolean => rankOfUnit(unitDivision) === ranks.PROVINCE;

/** The level a unit decides at. */
export function levelOf(unitDivision: string): AuthorityLevel {
  const rank = rankOfUnit(unitDivision);
  if (rank === ranks.PROVINCE) return 'PROVINCE';
  if (rank === ranks.COUNTY) return 'COUNTY';
  return unitDivision.endsWith('00') ? 'CITY' : 'MUNICIPAL_DISTRICT';
}
