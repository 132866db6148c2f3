import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * What the trail calls acts of administration: root fields, the commands by which an operator appoints, and the token
 * address, where a client locks itself out.
 */
export const administrationOperations = [
  'Query.clients',
  'Query.client',
  'Query.clientOperations',
  'Query.operationLimits',
  'Query.disabledAccounts',
  'Query.administrators',
  'Query.administrationActs',
  'Mutation.registerClient',
  'Mutation.rotateClientKey',
  'Mutation.confirmClientKey',
  'Mutation.withdrawClientKey',
  'Mutation.activateClient',
  'Mutation.disableClient',
  'Mutation.liftClientLock',
  'Mutation.registerClientOperations',
  'Mutation.retireClientOperations',
  'Mutation.limitClient',
  'Mutation.limitUnit',
  'Mutation.liftOperationLimit',
  'Mutation.disableAccount',
  'Mutation.restoreAccount',
  'Mutation.announceRulePack',
  'lushu appoint',
  'lushu dismiss',
  'lushu console',
  'oauth/token',
] as const;

const listed = sql.raw(`array[${administrationOperations.map((name) => `'${name}'`).join(', ')}]::text[]`);

/** Lines that are about administration. Spelt out, not bound: the index over them is partial. */
export const aboutAdministration = (coordinates: PgColumn | SQL): SQL => sql`${coordinates} && ${listed}`;

/** The acts of administration that a line is about. */
export const administrationIn = (coordinates: PgColumn | SQL): SQL =>
  sql`array(select c from unnest(${coordinates}) c where c = any(${listed}) order by c collate "C")`;
