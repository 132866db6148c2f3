import { bigint, integer, text } from 'drizzle-orm/pg-core';
import { auditSchema } from './audit-line.table.js';

/** One row: how often rights have changed, and which policy is in force. Read when a line becomes durable. */
export const policyEpoch = auditSchema.table('policy_epoch', {
  id: integer().primaryKey(),
  epoch: bigint({ mode: 'number' }).notNull(),
  /** Digest of the permission matrix that is in force. */
  policy: text().notNull(),
});
