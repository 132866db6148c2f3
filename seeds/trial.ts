import type { WriteHandle } from '../src/db/handle.js';
import { administrator } from '../src/domain/hub/account.table.js';
import { client } from '../src/domain/hub/client.table.js';
import { DEVELOPMENT_ISSUER } from '../src/identity/development-issuer.js';
import { purposes } from '../src/identity/purposes.js';
import { isAdministrator, type Role, roles } from '../src/identity/roles.js';
import { unitIdByCode } from './ground.js';
import { personas, TRIAL_CLIENT } from './personas.js';
import { idsOf } from './random.js';

const clientIdOf = idsOf('lushu', 'trial-client');
const officeIdOf = idsOf('lushu', 'trial-office');
const BY = 'seed';

/** Registers the client of the trial tokens, and appoints the administrators among the personas. */
export async function admitTrial(handle: WriteHandle, at: Date): Promise<void> {
  const instant = at.toISOString();
  const everything = { roles: roles.filter((role) => role !== 'public'), purposes: Object.keys(purposes) };
  await handle.insert(client).values([
    { ...trialClient(0, TRIAL_CLIENT, '试用入口 trial', instant), ...everything },
    { ...trialClient(1, 'gateway', '试用网关 trial gateway', instant), roles: ['gateway'], purposes: [] },
  ]);
  const offices = personas.filter(({ claims }) => isAdministrator(claims.role as Role));
  await handle.insert(administrator).values(
    offices.map(({ claims }, i) => ({
      id: officeIdOf(i),
      issuer: DEVELOPMENT_ISSUER,
      subject: claims.subject,
      role: claims.role,
      unitId: unitIdByCode(claims.unit as string),
      appointedBy: BY,
      appointedAt: instant,
    })),
  );
}

const trialClient = (index: number, clientId: string, name: string, instant: string) => ({
  id: clientIdOf(index),
  issuer: DEVELOPMENT_ISSUER,
  clientId,
  unitId: unitIdByCode('zj-justice'),
  name,
  responsiblePerson: '试用人员 whoever tries it',
  isCertificateBound: false,
  state: 'ACTIVE',
  registeredBy: BY,
  registeredAt: instant,
  activatedBy: BY,
  activatedAt: instant,
});
