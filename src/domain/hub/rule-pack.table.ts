import { date, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hubSchema } from '../../operation/receipt.table.js';
import type { RuleSwitch } from './rule-pack.terms.js';

/** Rule packs (规则包, row N50): versions of a code with the days they are in force and what they decide. */
export const rulePack = hubSchema.table(
  'rule_pack',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    title: text().notNull(),
    issuer: text().notNull(),
    version: text().notNull(),
    effectiveFrom: date({ mode: 'string' }).notNull(),
    /** Last day, inclusive; null while it has no end. */
    effectiveUntil: date({ mode: 'string' }),
    switches: jsonb().$type<readonly RuleSwitch[]>().notNull(),
    announcedBy: text().notNull(),
    announcedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  },
  (t) => [uniqueIndex('rule_pack_version').on(t.code, t.version)],
);
