import { type Persona, personas, TRIAL_CLIENT } from '../../../seeds/personas.js';
import type { Database } from '../../../src/db/handle.js';
import { unitDirectory } from '../../../src/domain/hub/index.js';
import type { DevelopmentIssuer } from '../../../src/identity/development-issuer.js';
import type { Institution, Role, RoleLine } from '../../../src/identity/roles.js';
import { roleTable } from '../../../src/identity/roles.js';
import { type Clock, today } from '../../../src/kernel/clock.js';
import { Grant } from '../../../src/policy/grant.js';
import { rights } from '../../../src/policy/index.js';

/** Somebody who asks in the drill, with the grant his requests will have. */
export interface Asker {
  readonly name: string;
  readonly role: Role;
  readonly headers: Readonly<Record<string, string>>;
  readonly grant: Grant;
}

/** Askers of whom the personas have none: somebody of a role whose area is not the whole province. */
const others: readonly Pick<Persona, 'name' | 'claims' | 'purpose'>[] = [
  {
    name: 'personnel@xihu',
    claims: { subject: 'drill:personnel', clientId: TRIAL_CLIENT, role: 'personnel', unit: '浙0106' },
    purpose: 'COURT_PERSONNEL',
  },
];

/** Everybody who asks: the personas and the public. Two personas who are the same ask once. */
export async function everybody(database: Database, clock: Clock, issuer: DevelopmentIssuer): Promise<Asker[]> {
  const distinct = personas.filter(
    (persona, place) => personas.findIndex((other) => spoken(other) === spoken(persona)) === place,
  );
  const known = await Promise.all(
    [...distinct, ...others].map((persona) => personaAsker(persona, database, clock, issuer)),
  );
  const account = { issuer: null, actorId: 'anonymous', clientId: 'anonymous' };
  const nobody = { unit: null, firmId: null, lawyerId: null, ...account };
  const anybody = { name: 'public', role: 'public' as const, headers: {}, grant: grantOf('public', nobody, clock) };
  return [...known, anybody];
}

const spoken = ({ claims: { role, unit, firm, lawyer } }: Persona): string =>
  JSON.stringify([role, unit, firm, lawyer]);

async function personaAsker(
  { name, claims, purpose }: Pick<Persona, 'name' | 'claims' | 'purpose'>,
  database: Database,
  clock: Clock,
  issuer: DevelopmentIssuer,
): Promise<Asker> {
  const unit = claims.unit === undefined ? null : await unitDirectory(database, clock).find(claims.unit);
  const { subject: actorId, clientId } = claims;
  const account = { issuer: issuer.trusted.issuer, actorId, clientId };
  const bound = { unit, firmId: claims.firm ?? null, lawyerId: claims.lawyer ?? null, ...account };
  const role = claims.role as Role;
  return {
    name,
    role,
    headers: { authorization: `Bearer ${await issuer.token(claims)}`, 'x-lushu-purpose': purpose },
    grant: grantOf(role, bound, clock),
  };
}

type Bound = Pick<Grant['asker']['identity'], 'unit' | 'firmId' | 'lawyerId' | 'issuer' | 'actorId' | 'clientId'>;

function grantOf(role: Role, bound: Bound, clock: Clock): Grant {
  const line: RoleLine = roleTable[role];
  const institution = bound.unit?.institution ?? (line.institutions[0] as Institution);
  const stated = { purpose: 'PUBLIC_INQUIRY', matter: null } as const;
  return new Grant(
    { identity: { institution, role, ...bound, ...stated }, today: today(clock) },
    rights(role),
    rights('public'),
  );
}
