import { sql } from 'drizzle-orm';
import { boolean, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { courtSchema, day, instant } from './court.table.js';
import { ofStaff } from './court-staff.table.js';

/** Public posts after a transfer (调离后的公职), legal-rules D30, D31: the ban on joining a firm may run from the last of them. */
export const laterPublicPost = courtSchema.table(
  'later_public_post',
  {
    id: uuid().primaryKey(),
    ...ofStaff(),
    organName: text().notNull(),
    organ: text().notNull(),
    isCivilServant: boolean(),
    fromOn: day().notNull(),
    untilOn: day(),
    /** Leading post of county level or above, or member of the leadership (公务员法 art. 107). */
    ledAtCountyLevel: boolean(),
    /** How that post was left. */
    leftBy: text(),
    /** Day on which a dismissal from it was annulled. */
    annulledOn: day(),
    recordedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('later_public_post_begin').on(t.staffId, t.organName, t.fromOn)],
);

/** Approvals that a retired person may work in a firm (61号 art. 4(3), 中组发〔2013〕18号). */
export const staffApproval = courtSchema.table(
  'staff_approval',
  {
    id: uuid().primaryKey(),
    ...ofStaff(),
    kind: text().notNull(),
    grantedOn: day().notNull(),
    documentNo: text().notNull(),
    grantedBy: text(),
    /** The firm it is for; null for any. */
    firmCreditCode: text(),
    /** Day on which personnel and pay relations were moved out. */
    relationsMovedOn: day(),
    recordedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('staff_approval_document').on(t.staffId, t.documentNo)],
);

/** What is owed at leaving and after (61号 art. 6): pledge, declared destination, reports of change, each by a day. */
export const staffPledge = courtSchema.table(
  'staff_pledge',
  {
    id: uuid().primaryKey(),
    ...ofStaff(),
    kind: text().notNull(),
    dueOn: day().notNull(),
    /** Day it was signed or reported; null while it is owed. */
    fulfilledOn: day(),
    destination: text(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('staff_pledge_due').on(t.staffId, t.kind, t.dueOn),
    index('staff_pledge_owed').on(t.dueOn).where(sql`${t.fulfilledOn} is null`),
  ],
);
