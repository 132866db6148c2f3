import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { issuerText, ownName } from './account-name.rule.js';

/** A client to be registered. */
export interface Registration {
  readonly issuer: string;
  readonly clientId: string;
  /** Code of the unit it belongs to. */
  readonly unit: string;
  readonly name: string;
  readonly responsiblePerson: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  readonly isCertificateBound: boolean;
}

/** The registration with its texts in order, each role and purpose once. Throws TEXT_INVALID, ACCOUNT_SHARED, FIELD_REQUIRED. */
export function parseRegistration(given: Registration): Registration {
  if (given.roles.length === 0) throw new Refusal('FIELD_REQUIRED', ['roles']);
  return {
    issuer: at(['issuer'], () => issuerText(given.issuer)),
    clientId: at(['clientId'], () => ownName(given.clientId)),
    unit: given.unit,
    name: at(['name'], () => plainText(given.name, 100)),
    responsiblePerson: at(['responsiblePerson'], () => plainText(given.responsiblePerson, 100)),
    roles: [...new Set(given.roles)],
    purposes: [...new Set(given.purposes)],
    isCertificateBound: given.isCertificateBound,
  };
}

/**
 * Refuses what a client may never do: a role that nobody of its institution holds (ROLE_FOREIGN), a purpose that none of
 * its roles may claim (PURPOSE_NOT_ALLOWED).
 */
export function checkScope(
  { roles, purposes }: Pick<Registration, 'roles' | 'purposes'>,
  rolesOfInstitution: readonly string[],
  purposesOf: (role: string) => readonly string[],
): void {
  roles.forEach((role, index) => {
    if (!rolesOfInstitution.includes(role)) throw new Refusal('ROLE_FOREIGN', ['roles', index]);
  });
  const claimable = new Set(roles.flatMap(purposesOf));
  purposes.forEach((purpose, index) => {
    if (!claimable.has(purpose)) throw new Refusal('PURPOSE_NOT_ALLOWED', ['purposes', index]);
  });
}
