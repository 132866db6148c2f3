import { date, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hubSchema } from '../../operation/receipt.table.js';

/** Units (单位): the courts, bureaus and offices that askers act for. */
export const unit = hubSchema.table(
  'unit',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    institution: text().notNull(),
    name: text().notNull(),
    divisionCode: text().notNull(),
    courtId: uuid(),
  },
  (t) => [uniqueIndex('unit_code').on(t.code)],
);

/** The area of a unit (管辖区域) as a dated explicit list of divisions. */
export const unitDivision = hubSchema.table(
  'unit_division',
  {
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    divisionCode: text().notNull(),
    validFrom: date({ mode: 'string' }).notNull(),
    validUntil: date({ mode: 'string' }),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.divisionCode, t.validFrom] })],
);
