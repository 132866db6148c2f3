import { bigint, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { aboutAdministration } from './administration.js';

export const auditSchema = pgSchema('audit');

/** The trail (全程留痕, row C15): one line per operation, refusal group or outage. A trigger refuses update and delete. */
export const auditLine = auditSchema.table(
  'audit_line',
  {
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    kind: text().notNull(),
    outcome: text().notNull(),
    correlationId: text().notNull(),
    institution: text(),
    unit: text(),
    role: text(),
    actorId: text(),
    clientId: text(),
    purpose: text(),
    matter: text(),
    operation: text(),
    /** Schema coordinates asked. */
    coordinates: text().array().notNull(),
    /** Keys of the records disclosed or written, by type: `{ "Lawyer": ["…"] }`. Never a field value. */
    records: jsonb().notNull(),
    withheld: text().array().notNull(),
    masked: text().array().notNull(),
    refusals: text().array().notNull(),
    /** Requests that a counted line stands for. */
    count: integer().notNull(),
    /** Length of an outage, milliseconds. */
    lastedMillis: bigint({ mode: 'number' }),
    /** The policy epoch under which it was decided. */
    epoch: bigint({ mode: 'number' }),
    /** Network source of requests refused before anybody was known. */
    source: text(),
    /** Who issues the tokens of the actor: a name is somebody's only with it. */
    issuer: text(),
  },
  (t) => [
    index('audit_line_at').on(t.at),
    index('audit_line_correlation').on(t.correlationId),
    index('audit_line_administration').on(t.id).where(aboutAdministration(t.coordinates)),
  ],
);
