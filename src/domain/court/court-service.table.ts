import { boolean, index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { courtSchema, day, instant } from './court.table.js';
import { atOrgan, ofStaff } from './court-staff.table.js';

/** Stretches of service of equal post, category and rank (任职经历). Corrected by another that supersedes it. */
export const courtService = courtSchema.table(
  'court_service',
  {
    id: uuid().primaryKey(),
    ...ofStaff(),
    ...atOrgan(),
    post: text().notNull(),
    category: text().notNull(),
    /** Ordinal on the ladder of the category, 1 the highest; null when unknown. */
    rank: integer(),
    /** The band of that rank: all that others are told of it. */
    rankBand: text(),
    tenure: text(),
    isInPost: boolean(),
    isCivilServant: boolean(),
    isLeadershipMember: boolean(),
    /** 审判委员会专职委员: named beside the leadership group, not in it. */
    isCommitteeMember: boolean(),
    leadingPost: text(),
    /** Works on trials or enforcement (审判、执行人员), 法发〔2020〕13号 art. 2. */
    triesOrEnforces: boolean(),
    fromOn: day().notNull(),
    /** Last day as stated; null while it goes on, or until the departure that ends it. */
    untilOn: day(),
    /** Day of the departure that ended it, where no last day is stated; derived from all that stand whenever one changes. */
    endedOn: day(),
    supersedes: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('court_service_staff').on(t.staffId, t.fromOn),
    index('court_service_court').on(t.courtId, t.staffId),
    uniqueIndex('court_service_supersedes').on(t.supersedes),
  ],
);
