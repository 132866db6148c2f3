import { date, index, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const courtSchema = pgSchema('court');

/** A calendar day, as text. */
export const day = () => date({ mode: 'string' });
/** An instant in UTC, as text. */
export const instant = () => timestamp({ withTimezone: true, mode: 'string' });

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
    validFrom: day().notNull(),
    validUntil: day(),
  },
  (t) => [uniqueIndex('court_code').on(t.code), index('court_parent').on(t.parentId)],
);

/** The divisions a court serves, as dated explicit lists (辖区). */
export const courtArea = courtSchema.table(
  'court_area',
  {
    id: uuid().primaryKey().defaultRandom(),
    courtId: uuid()
      .notNull()
      .references(() => court.id),
    divisionCode: text().notNull(),
    validFrom: day().notNull(),
    validUntil: day(),
  },
  (t) => [uniqueIndex('court_area_stretch').on(t.courtId, t.divisionCode, t.validFrom)],
);

/** What became of a court (法院沿革): merged, split, renamed or abolished on a day. `toCourtId` is null when nothing followed. */
export const courtLineage = courtSchema.table(
  'court_lineage',
  {
    id: uuid().primaryKey(),
    fromCourtId: uuid()
      .notNull()
      .references(() => court.id),
    toCourtId: uuid().references(() => court.id),
    kind: text().notNull(),
    onDay: day().notNull(),
    documentNo: text(),
    recordedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('court_lineage_step').on(t.fromCourtId, t.toCourtId), index('court_lineage_to').on(t.toCourtId)],
);
