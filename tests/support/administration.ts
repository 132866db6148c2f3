import { generateKeyPairSync } from 'node:crypto';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import type { TestHub } from './hub.js';

export const REGISTER = `mutation($input: ClientInput!) { made: registerClient(input: $input) {
  id state clientId registeredBy roles purposes unit { code } keys { kid } locks { id } } }`;
export const ROTATE =
  'mutation($input: KeyRotationInput!) { made: rotateClientKey(input: $input) { id keys { kid validFrom validUntil withdrawnAt } } }';
export const WITHDRAW =
  'mutation($client: ID!, $kid: String!) { made: withdrawClientKey(client: $client, kid: $kid) { id keys { kid withdrawnBy } } }';
export const CONFIRM =
  'mutation($client: ID!, $kid: String!) { made: confirmClientKey(client: $client, kid: $kid) { id keys { kid validUntil confirmedBy } } }';
export const ACTIVATE = 'mutation($id: ID!) { made: activateClient(id: $id) { id state activatedBy } }';
export const DISABLE =
  'mutation($id: ID!, $reason: String!) { made: disableClient(id: $id, reason: $reason) { id state disabledBy disabledReason } }';
export const LIFT = 'mutation($id: ID!) { made: liftClientLock(id: $id) { id locks { id } } }';
export const DISABLE_ACCOUNT = `mutation($issuer: String!, $subject: String!, $reason: String!) {
  made: disableAccount(issuer: $issuer, subject: $subject, reason: $reason) { id subject reason disabledBy unit { code } } }`;
export const RESTORE_ACCOUNT = 'mutation($id: ID!) { made: restoreAccount(id: $id) { id restoredBy } }';

export const REGISTER_OPERATIONS = `mutation($operations: [ClientOperationInput!]!) { made: registerClientOperations(operations: $operations) {
  recorded alreadyRecorded refused results { ... on ItemRecorded { key id } ... on ItemAlreadyRecorded { key id }
    ... on ItemRefused { key code messageZh path } } } }`;
export const RETIRE_OPERATIONS = `mutation($operations: [OperationRetirementInput!]!) { made: retireClientOperations(operations: $operations) {
  recorded refused results { ... on ItemRecorded { id } ... on ItemRefused { code path } } } }`;
const LIMIT = 'id reason limitedBy liftedBy client { clientId } unit { code }';
export const LIMIT_CLIENT = `mutation($id: ID!, $reason: String!) { made: limitClient(id: $id, reason: $reason) { ${LIMIT} } }`;
export const LIMIT_UNIT = `mutation($unit: String!, $reason: String!) { made: limitUnit(unit: $unit, reason: $reason) { ${LIMIT} } }`;
export const LIFT_LIMIT = `mutation($id: ID!) { made: liftOperationLimit(id: $id) { ${LIMIT} } }`;

let count = 0;

/** A client of the Xihu court's filing desk, with a name nobody else has. */
export const clientInput = (changes: object = {}) => ({
  issuer: DEVELOPMENT_ISSUER,
  clientId: `desk-${++count}`,
  unit: '浙0106',
  name: '西湖法院立案窗口系统',
  responsiblePerson: '周立案',
  roles: ['filing'],
  purposes: ['CASE_FILING'],
  isCertificateBound: false,
  ...changes,
});

/** A new public key as JSON. */
export function publicJwk(kid: string, changes: object = {}): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid, ...changes });
}

/** Registers a client by the court's system administrator; its id. */
export async function registered(hub: TestHub, changes: object = {}): Promise<{ id: string; clientId: string }> {
  const { data, errors } = await hub.as('system@court').ask(REGISTER, { input: clientInput(changes) });
  if (!data?.made) throw new Error(JSON.stringify(errors));
  return data.made;
}

/** Registers a client and has it activated by the court's security administrator. */
export async function activated(hub: TestHub, changes: object = {}): Promise<{ id: string; clientId: string }> {
  const made = await registered(hub, changes);
  const { errors } = await hub.as('security@court').ask(ACTIVATE, { id: made.id });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return made;
}

/** Disables an account of the development issuer, as an administrator. */
export const disableAccount = (hub: TestHub, who: string, subject: string, issuer = DEVELOPMENT_ISSUER) =>
  hub.as(who).ask(DISABLE_ACCOUNT, { issuer, subject, reason: '离岗' });

let operationKeys = 0;

/** Registers documents for a client by the court's system administrator; their ids. */
export async function registerOperations(hub: TestHub, client: string, ...documents: string[]): Promise<string[]> {
  const operations = documents.map((document) => ({ key: `operation-${++operationKeys}`, client, document }));
  const { data, errors } = await hub.as('system@court').ask(REGISTER_OPERATIONS, { operations });
  if (data?.made.refused !== 0) throw new Error(JSON.stringify([data, errors]));
  return data.made.results.map(({ id }: { id: string }) => id);
}
