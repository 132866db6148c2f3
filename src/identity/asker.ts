import { Refusal } from '../kernel/refusal.js';
import { isUuid } from '../kernel/uuid.js';
import type { Credential } from './credential.js';
import type { Identity, UnitDirectory } from './identity.js';
import { isPurpose, type Purpose } from './purposes.js';
import { type Institution, isRole, type Role, type RoleLine, roleTable } from './roles.js';

/** The headers an asker adds to say why it asks. */
export interface StatedPurpose {
  readonly purpose: string | undefined;
  readonly matter: string | undefined;
}

/** In characters, of which some take two units of UTF-16. */
const MATTER_LENGTH = 100;

/**
 * Makes the identity of a request. Without a credential the asker is the public. An institution states its purpose;
 * firm, self and public have one by default. Throws ROLE_UNKNOWN, PURPOSE_MISSING, PURPOSE_UNKNOWN.
 */
export async function identify(
  credential: Credential | null,
  stated: StatedPurpose,
  units: UnitDirectory,
): Promise<Identity> {
  const role: Role = credential === null ? 'public' : knownRole(credential.role);
  const line: RoleLine = roleTable[role];
  const unit = line.boundTo === 'unit' ? await units.find(credential?.unit ?? '') : null;
  if (line.boundTo === 'unit' && (unit === null || !line.institutions.includes(unit.institution)))
    throw new Refusal('ROLE_UNKNOWN');
  return {
    institution: unit?.institution ?? (line.institutions[0] as Institution),
    role,
    unit,
    actorId: credential?.subject ?? 'anonymous',
    clientId: credential?.clientId ?? 'anonymous',
    purpose: purposeOf(role, stated.purpose),
    matter: stated.matter === undefined ? null : [...stated.matter].slice(0, MATTER_LENGTH).join(''),
    firmId: line.boundTo === 'firm' ? bound(credential?.firm) : null,
    lawyerId: line.boundTo === 'lawyer' ? bound(credential?.lawyer) : null,
  };
}

function knownRole(text: string): Role {
  if (!isRole(text) || text === 'public') throw new Refusal('ROLE_UNKNOWN');
  return text;
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
