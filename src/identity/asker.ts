import { Refusal } from '../kernel/refusal.js';
import { isUuid } from '../kernel/uuid.js';
import type { Credential } from './credential.js';
import type { Identity, UnitDirectory } from './identity.js';
import { isPurpose, type Purpose } from './purposes.js';
import { type Institution, isRole, type Role, type RoleLine, roleTable } from './roles.js';

/** What an asker says in headers: as whom, why, and in which matter. */
export interface Stated {
  readonly role: string | undefined;
  readonly purpose: string | undefined;
  readonly matter: string | undefined;
}

/** In characters, of which some take two units of UTF-16. */
const MATTER_LENGTH = 100;

/**
 * Makes the identity of a request. Without a credential the asker is the public. A request acts in one role of those
 * held. An institution states its purpose; firm, self and public have one by default. Throws ROLE_UNKNOWN,
 * ROLES_CONFLICT, ROLE_UNSTATED, ROLE_NOT_HELD, ISSUER_OVERREACHES, PURPOSE_MISSING, PURPOSE_UNKNOWN.
 */
export async function identify(credential: Credential | null, stated: Stated, units: UnitDirectory): Promise<Identity> {
  const role = roleOf(credential, stated.role);
  const line: RoleLine = roleTable[role];
  const unit = line.boundTo === 'unit' ? await units.find(credential?.unit ?? '') : null;
  if (line.boundTo === 'unit' && (unit === null || !line.institutions.includes(unit.institution)))
    throw new Refusal('ROLE_UNKNOWN');
  const institution = unit?.institution ?? (line.institutions[0] as Institution);
  if (credential !== null && role !== 'public' && !credential.institutions.includes(institution))
    throw new Refusal('ISSUER_OVERREACHES');
  return {
    institution,
    role,
    unit,
    issuer: credential?.issuer ?? null,
    actorId: credential?.subject ?? 'anonymous',
    clientId: credential?.clientId ?? 'anonymous',
    purpose: purposeOf(role, stated.purpose),
    matter: stated.matter === undefined ? null : [...stated.matter].slice(0, MATTER_LENGTH).join(''),
    firmId: line.boundTo === 'firm' ? bound(credential?.firm) : null,
    lawyerId: line.boundTo === 'lawyer' ? bound(credential?.lawyer) : null,
  };
}

/** The one role of a request. Anybody may ask as the public; names that are no roles of the hub's count for nothing. */
function roleOf(credential: Credential | null, stated: string | undefined): Role {
  const held = credential === null ? [] : heldRoles(credential);
  if (stated === 'public' || (stated === undefined && credential === null)) return 'public';
  if (stated === undefined) {
    if (held.length > 1) throw new Refusal('ROLE_UNSTATED');
    return held[0] as Role;
  }
  const named = held.find((role) => role === stated);
  if (named === undefined) throw new Refusal('ROLE_NOT_HELD');
  return named;
}

function heldRoles({ roles }: Credential): Role[] {
  const held = [...new Set(roles)].filter((name): name is Role => isRole(name) && name !== 'public');
  if (held.length === 0) throw new Refusal('ROLE_UNKNOWN');
  if (new Set(held.map((role) => roleTable[role].separation)).size > 1) throw new Refusal('ROLES_CONFLICT');
  return held;
}

function bound(id: string | null | undefined): string {
  if (!id || !isUuid(id)) throw new Refusal('ROLE_UNKNOWN');
  return id.toLowerCase();
}

function purposeOf(role: Role, stated: string | undefined): Purpose {
  if (stated !== undefined && stated !== '') {
    if (!isPurpose(stated)) throw new Refusal('PURPOSE_UNKNOWN');
    return stated;
  }
  if (role === 'public') return 'PUBLIC_INQUIRY';
  if (role === 'firm' || role === 'self') return 'OWN_DATA';
  throw new Refusal('PURPOSE_MISSING');
}
