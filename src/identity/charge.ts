import type { Identity, Unit } from './identity.js';

/** A unit, as far as it matters in whose area it lies. */
export type Placed = Pick<Unit, 'id' | 'institution' | 'divisionCode' | 'courtId'>;

/** As whom somebody acts: what decides which administrators have a say about him. */
export type Acting = Pick<Identity, 'institution' | 'role' | 'unit'>;

/**
 * Whether the administrators of a unit decide about an account that acts so. An issuer may serve several institutions, and
 * the hub keeps no list of whose its accounts are: what a unit decides holds where the account acts for a unit in its
 * charge, and nowhere else. Firms and lawyers are the bar's; nobody asks as the public with a token that somebody disabled.
 */
export function isInCharge(of: Unit, { institution, role, unit }: Acting): boolean {
  if (role === 'public') return true;
  if (unit === null) return of.institution === 'BAR';
  return institution === of.institution && isUnitInCharge(of, unit);
}

/** Whether a unit lies in the charge of another: itself, or one of the same institution in its area. */
export function isUnitInCharge(of: Unit, unit: Placed): boolean {
  if (unit.institution !== of.institution) return false;
  if (unit.id === of.id) return true;
  if (unit.institution === 'COURT') return unit.courtId !== null && of.areaCourtIds.includes(unit.courtId);
  return of.area.includes(unit.divisionCode);
}
