import { GATEWAY_ROLE } from '../../identity/issuers.js';
import { isAdministrator, isRole, type RoleLine, roles, roleTable } from '../../identity/roles.js';
import { purposesByRole } from '../../policy/matrix/purposes.js';

/** Roles a client may act in: anybody may be the public, and a gateway passes on what others ask. */
export const clientRoles: readonly string[] = [...roles.filter((role) => role !== 'public'), GATEWAY_ROLE];

/** Those of them that the clients of an institution may act in. Firms and lawyers enter by the bar's. */
export function clientRolesOf(institution: string): string[] {
  const served = institution === 'BAR' ? ['BAR', 'FIRM', 'LAWYER'] : [institution];
  return clientRoles.filter((role) => {
    if (!isRole(role)) return true;
    const { institutions }: RoleLine = roleTable[role];
    return institutions.some((one) => served.includes(one));
  });
}

/** The purposes that a role of a client may claim; a gateway claims none. */
export const purposesOfRole = (role: string): readonly string[] => (isRole(role) ? purposesByRole[role] : []);

/** Whether a client serves administrators only: by such a one they enter, to lift what was limited. */
export const isConsole = (roles: readonly string[]): boolean =>
  roles.every((role) => isRole(role) && isAdministrator(role));
