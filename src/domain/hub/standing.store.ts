import { sql } from 'drizzle-orm';
import { epochSeen } from '../../audit/policy-epoch.js';
import type { ReadHandle } from '../../db/handle.js';
import { rows } from '../../db/rows.js';
import { isInCharge, isUnitInCharge } from '../../identity/charge.js';
import type { Unit } from '../../identity/identity.js';
import type { Office, RegisteredClient, Standing } from '../../identity/standing.js';
import type { Day } from '../../kernel/day.js';
import { administrator, disabledAccount } from './account.table.js';
import { client, clientKey } from './client.table.js';
import { operationLimit } from './client-operation.table.js';
import { isConsole } from './client-roles.js';
import { unit } from './unit.table.js';
import { unitInCharge } from './unit-directory.store.js';

interface Account {
  readonly issuer: string;
  readonly subject: string;
}

/** Reads what administrators have decided, on one snapshot, under the hub's own grant; `on` is the day of the areas. */
export async function standingSeen(handle: ReadHandle, on: Day): Promise<Standing> {
  const { epoch, policy } = await epochSeen(handle);
  const registered = await rows<Omit<RegisteredClient, 'isLimited'> & PlacedClient>(
    handle,
    sql`select ${client.id}, ${client.issuer}, ${client.clientId} as "clientId", ${unit.institution}, ${unit.code} as "unitCode",
        ${client.roles}, ${client.purposes}, ${client.isCertificateBound} as "isCertificateBound", ${client.state},
        ${unit.id} as "unitId", ${unit.divisionCode} as "divisionCode", ${unit.courtId} as "courtId"
      from ${client} join ${unit} on ${unit.id} = ${client.unitId} where ${client.state} <> 'REGISTERED'`,
  );
  const isLimited = await limitsSeen(handle, on);
  const clients = registered.map((one): RegisteredClient => ({ ...one, isLimited: isLimited(one) }));
  const disabled = await rows<Account & { unitCode: string }>(
    handle,
    sql`select ${disabledAccount.issuer}, ${disabledAccount.subject}, ${unit.code} as "unitCode"
      from ${disabledAccount} join ${unit} on ${unit.id} = ${disabledAccount.unitId} where ${disabledAccount.restoredAt} is null`,
  );
  const offices = await rows<Account & Office>(
    handle,
    sql`select ${administrator.issuer}, ${administrator.subject}, ${administrator.role}, ${unit.code} as "unitCode"
      from ${administrator} join ${unit} on ${unit.id} = ${administrator.unitId} where ${administrator.endedAt} is null`,
  );
  const withdrawn = await rows<{ id: string }>(
    handle,
    sql`select ${clientKey.id} from ${clientKey} where ${clientKey.withdrawnAt} is not null`,
  );
  const withdrawnKeys = new Set(withdrawn.map(({ id }) => id));
  const clientsByName = new Map(clients.map((one) => [nameOf(one.issuer, one.clientId), one]));
  const inCharge = new Map<string, Unit>();
  for (const code of new Set(disabled.map(({ unitCode }) => unitCode)))
    inCharge.set(code, (await unitInCharge(handle, code, on)) as Unit);
  const disabledBy = new Map<string, Unit[]>();
  for (const { issuer, subject, unitCode } of disabled) {
    const name = nameOf(issuer, subject);
    disabledBy.set(name, [...(disabledBy.get(name) ?? []), inCharge.get(unitCode) as Unit]);
  }
  const officesByName = new Map(offices.map((one) => [nameOf(one.issuer, one.subject), one]));
  return {
    epoch,
    policy,
    client: (issuer, clientId) => clientsByName.get(nameOf(issuer, clientId)) ?? null,
    isDisabled: (issuer, subject, acting) =>
      (disabledBy.get(nameOf(issuer, subject)) ?? []).some((by) => acting === undefined || isInCharge(by, acting)),
    office: (issuer, subject) => officesByName.get(nameOf(issuer, subject)) ?? null,
    isKeyWithdrawn: (keyId) => withdrawnKeys.has(keyId),
  };
}

interface PlacedClient {
  readonly unitId: string;
  readonly divisionCode: string;
  readonly courtId: string | null;
}

/** Which clients are limited to their registered operations: by themselves, or with their unit. */
async function limitsSeen(handle: ReadHandle, on: Day) {
  const limits = await rows<{ clientId: string | null; unitCode: string }>(
    handle,
    sql`select ${operationLimit.clientId} as "clientId", ${unit.code} as "unitCode"
      from ${operationLimit} join ${unit} on ${unit.id} = ${operationLimit.unitId} where ${operationLimit.liftedAt} is null`,
  );
  const clientIds = new Set(limits.map(({ clientId }) => clientId));
  const units: Unit[] = [];
  for (const { clientId, unitCode } of limits)
    if (clientId === null) units.push((await unitInCharge(handle, unitCode, on)) as Unit);
  return ({
    id,
    roles,
    institution,
    unitId,
    divisionCode,
    courtId,
  }: Omit<RegisteredClient, 'isLimited'> & PlacedClient) =>
    clientIds.has(id) ||
    (!isConsole(roles) && units.some((of) => isUnitInCharge(of, { id: unitId, institution, divisionCode, courtId })));
}

/** One name for what an issuer names; neither part holds a NUL, which no text in the database can. */
const nameOf = (issuer: string, subject: string): string => `${issuer}\0${subject}`;
