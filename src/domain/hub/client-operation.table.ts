import { sql } from 'drizzle-orm';
import { index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hubSchema } from '../../operation/receipt.table.js';
import { client } from './client.table.js';
import { unit } from './unit.table.js';

const instant = () => timestamp({ withTimezone: true, mode: 'string' });

/** Operations that a client may ask by the hash of their document (已登记操作). Of one document a client has one open line. */
export const clientOperation = hubSchema.table(
  'client_operation',
  {
    id: uuid().primaryKey(),
    clientId: uuid()
      .notNull()
      .references(() => client.id),
    /** Of the document in UTF-8, lower-case hexadecimal. */
    sha256: text().notNull(),
    document: text().notNull(),
    /** The name of its operation, when it has one. */
    name: text(),
    registeredBy: text().notNull(),
    /** Who issues the tokens of whoever registered it. */
    registeredByIssuer: text(),
    registeredAt: instant().notNull(),
    retiredBy: text(),
    retiredAt: instant(),
  },
  (t) => [
    uniqueIndex('client_operation_open').on(t.clientId, t.sha256).where(sql`${t.retiredAt} is null`),
    index('client_operation_client').on(t.clientId, t.id),
  ],
);

/** Limitations to registered operations (仅限已登记操作): of one client, or of every client of a unit and those in its charge. */
export const operationLimit = hubSchema.table(
  'operation_limit',
  {
    id: uuid().primaryKey(),
    /** The unit that is limited, or that the client belongs to. */
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    /** Null: the whole unit. */
    clientId: uuid().references(() => client.id),
    reason: text().notNull(),
    limitedBy: text().notNull(),
    /** Who issues the tokens of whoever set it. */
    limitedByIssuer: text(),
    limitedAt: instant().notNull(),
    liftedBy: text(),
    liftedAt: instant(),
  },
  (t) => [
    uniqueIndex('operation_limit_client').on(t.clientId).where(sql`${t.liftedAt} is null`),
    uniqueIndex('operation_limit_unit').on(t.unitId).where(sql`${t.clientId} is null and ${t.liftedAt} is null`),
  ],
);
