import { personaFirmId } from '../../seeds/persona-records.js';
import { personas } from '../../seeds/personas.js';
import type { PersonaClaims } from '../../src/identity/development-issuer.js';
import type { Purpose } from '../../src/identity/purposes.js';
import { type Role, type RoleLine, roles, roleTable } from '../../src/identity/roles.js';
import { purposesByRole } from '../../src/policy/matrix/purposes.js';

/** Somebody who asks in these tests: a persona of the seeds, the public, or one invented for a role without a persona. */
export interface Asker {
  readonly name: string;
  readonly role: Role;
  readonly claims: PersonaClaims | null;
  readonly purpose: Purpose;
}

const anybody: Asker = { name: 'public', role: 'public', claims: null, purpose: 'PUBLIC_INQUIRY' };

/** Units an invented asker may act for, by institution. */
const units: Readonly<Record<string, string>> = { COURT: '浙0106', JUSTICE: 'zj-justice', BAR: 'zj-bar' };

function invented(role: Role): Asker {
  const { boundTo, institutions }: RoleLine = roleTable[role];
  const unit = boundTo === 'unit' ? { unit: units[institutions[0] as string] } : {};
  const firm = boundTo === 'firm' ? { firm: personaFirmId } : {};
  const claims = { subject: `nobody:${role}`, clientId: 'lushu-trial', role, ...unit, ...firm };
  return { name: role, role, claims, purpose: purposesByRole[role][0] as Purpose };
}

const known: Asker[] = personas
  .filter(({ name }) => name !== 'filing@xihu')
  .map(({ name, claims, purpose }) => ({ name, role: claims.role as Role, claims, purpose }));
const all = [anybody, ...known];

/** Every role asks: its personas (each unit, firm and lawyer of the seeds once), or one that is invented. */
export const askers: readonly Asker[] = [
  ...all,
  ...roles.filter((role) => !all.some((asker) => asker.role === role)).map(invented),
];

/** One asker for each role: the first of its personas. */
export const oneOfEachRole: readonly Asker[] = roles.map(
  (role) => askers.find((asker) => asker.role === role) as Asker,
);
