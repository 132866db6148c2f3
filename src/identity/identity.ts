import type { Purpose } from './purposes.js';
import type { Institution, Role } from './roles.js';

/** A court, bureau or office that an asker acts for, with what lies in its charge today. */
export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly institution: Institution;
  readonly name: string;
  /** Division it belongs to (GB/T 2260); tells its level. */
  readonly divisionCode: string;
  /** The court this unit is, when it is one. */
  readonly courtId: string | null;
  /** Division codes (GB/T 2260) in its area. */
  readonly area: readonly string[];
  /** The courts in its area: itself and those below it. */
  readonly areaCourtIds: readonly string[];
}

/** Who asks, for whom, and why. Made once per request from a verified credential and the request's headers. */
export interface Identity {
  readonly institution: Institution;
  readonly role: Role;
  readonly unit: Unit | null;
  /** Who issues his tokens; null for the public without one. */
  readonly issuer: string | null;
  /** The person or account, as the issuer names it. */
  readonly actorId: string;
  readonly clientId: string;
  readonly purpose: Purpose;
  /** Reference of the matter (case number or file) the purpose belongs to, as stated by the asker. */
  readonly matter: string | null;
  readonly firmId: string | null;
  readonly lawyerId: string | null;
}

/** Finds a unit by its code; null when there is none. */
export interface UnitDirectory {
  find(code: string): Promise<Unit | null>;
}
