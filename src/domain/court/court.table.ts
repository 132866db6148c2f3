import { date, index, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const courtSchema = pgSchema('court');

/** Courts (人民法院). The court's own code is the key of the outside world, never the division code. */
export const court = courtSchema.table(
  'court',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    name: text().notNull(),
    level: text().notNull(),
    divisionCode: text().notNull(),
    parentId: uuid(),
    validFrom: date({ mode: 'string' }).notNull(),
    validUntil: date({ mode: 'string' }),
  },
  (t) => [uniqueIndex('court_code').on(t.code), index('court_parent').on(t.parentId)],
);

/** The divisions a court serves, as dated explicit lists (辖区). */
export const courtArea = courtSchema.table(
  'court_area',
  {
    courtId: uuid()
      .notNull()
      .references(() => court.id),
    divisionCode: text().notNull(),
    validFrom: date({ mode: 'string' }).notNull(),
    validUntil: date({ mode: 'string' }),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.divisionCode, t.validFrom] })],
);
