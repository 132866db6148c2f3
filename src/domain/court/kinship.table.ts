import { index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { courtSchema, day, instant } from './court.table.js';
import { ofStaff } from './court-staff.table.js';

/** Relatives whom court staff declare (近亲属申报, row N07; 法发〔2020〕13号 art. 1). Court personnel only. */
export const kinshipDeclaration = courtSchema.table(
  'kinship_declaration',
  {
    id: uuid().primaryKey(),
    ...ofStaff(),
    relativeName: text().notNull(),
    /** Without the number, a relative is matched by name only, and a match is to be reviewed. */
    relativeIdHash: text(),
    relativeIdSealed: text(),
    /** The lawyer with the relative's citizen ID; `joint` keeps it. */
    relativeLawyerId: uuid(),
    relation: text().notNull(),
    declaredOn: day().notNull(),
    fromOn: day(),
    untilOn: day(),
    supersedes: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('kinship_staff').on(t.staffId),
    index('kinship_relative').on(t.relativeIdHash),
    index('kinship_relative_name').on(t.relativeName),
    index('kinship_lawyer').on(t.relativeLawyerId),
    uniqueIndex('kinship_supersedes').on(t.supersedes),
  ],
);
