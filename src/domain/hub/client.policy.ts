import { sql } from 'drizzle-orm';
import type { Asker, Expression, RecordPolicy } from '../../policy/record-policy.js';
import { client, clientKey, clientLock } from './client.table.js';
import { inChargeOfUnit } from './unit.policy.js';

type ClientField =
  | 'issuer'
  | 'clientId'
  | 'unit'
  | 'name'
  | 'responsiblePerson'
  | 'roles'
  | 'purposes'
  | 'isCertificateBound'
  | 'state'
  | 'registeredBy'
  | 'registeredAt'
  | 'activatedBy'
  | 'activatedAt'
  | 'disabledBy'
  | 'disabledAt'
  | 'disabledReason';

/** What the matrix words mean for a client: an administrator's area are the units his own is in charge of. */
export const clientPolicy: RecordPolicy<ClientField> = {
  type: 'Client',
  key: client.id,
  fields: {
    issuer: client.issuer,
    clientId: client.clientId,
    unit: client.unitId,
    name: client.name,
    responsiblePerson: client.responsiblePerson,
    roles: client.roles,
    purposes: client.purposes,
    isCertificateBound: client.isCertificateBound,
    state: client.state,
    registeredBy: client.registeredBy,
    registeredAt: client.registeredAt,
    activatedBy: client.activatedBy,
    activatedAt: client.activatedAt,
    disabledBy: client.disabledBy,
    disabledAt: client.disabledAt,
    disabledReason: client.disabledReason,
  },
  reaches: { area: (asker) => inChargeOfUnit(asker, client.unitId) },
};

/** What belongs to a client is reached with it. */
export const withClient = (clientId: Expression) => (asker: Asker) =>
  sql`exists (select 1 from ${client} c where c.id = ${clientId} and ${inChargeOfUnit(asker, sql`c.unit_id`)})`;

type ClientKeyField =
  | 'kid'
  | 'jwk'
  | 'validFrom'
  | 'validUntil'
  | 'addedBy'
  | 'overlapHours'
  | 'confirmedBy'
  | 'confirmedAt'
  | 'withdrawnBy'
  | 'withdrawnAt';

export const clientKeyPolicy: RecordPolicy<ClientKeyField> = {
  type: 'ClientKey',
  key: clientKey.id,
  fields: {
    kid: clientKey.kid,
    jwk: sql`${clientKey.jwk}::text`,
    validFrom: clientKey.validFrom,
    validUntil: clientKey.validUntil,
    addedBy: clientKey.addedBy,
    overlapHours: clientKey.overlapHours,
    confirmedBy: clientKey.confirmedBy,
    confirmedAt: clientKey.confirmedAt,
    withdrawnBy: clientKey.withdrawnBy,
    withdrawnAt: clientKey.withdrawnAt,
  },
  reaches: { area: withClient(clientKey.clientId) },
};

export const clientLockPolicy: RecordPolicy<'source' | 'lockedAt' | 'lockedUntil'> = {
  type: 'ClientLock',
  key: clientLock.id,
  fields: { source: clientLock.source, lockedAt: clientLock.lockedAt, lockedUntil: clientLock.lockedUntil },
  reaches: { area: withClient(clientLock.clientId) },
};
