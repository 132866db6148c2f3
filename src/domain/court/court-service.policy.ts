import { sql } from 'drizzle-orm';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { courtService } from './court-service.table.js';
import { endOfService, reachesOf, standingService } from './court-staff.policy.js';

type CourtServiceField =
  | 'court'
  | 'organKind'
  | 'organName'
  | 'organDivisionCode'
  | 'post'
  | 'category'
  | 'rank'
  | 'rankBand'
  | 'tenure'
  | 'isInPost'
  | 'isCivilServant'
  | 'isLeadershipMember'
  | 'isCommitteeMember'
  | 'leadingPost'
  | 'triesOrEnforces'
  | 'from'
  | 'until'
  | 'supersedes'
  | 'supersededBy'
  | 'recordedAt';

const reaches = reachesOf(courtService.staffId);

/** What the matrix words mean for a service; the justice organ is not shown what was corrected. */
export const courtServicePolicy: RecordPolicy<CourtServiceField> = {
  type: 'CourtService',
  key: courtService.id,
  fields: {
    court: courtService.courtId,
    organKind: courtService.organKind,
    organName: courtService.organName,
    organDivisionCode: courtService.organDivisionCode,
    post: courtService.post,
    category: courtService.category,
    rank: courtService.rank,
    rankBand: courtService.rankBand,
    tenure: courtService.tenure,
    isInPost: courtService.isInPost,
    isCivilServant: courtService.isCivilServant,
    isLeadershipMember: courtService.isLeadershipMember,
    isCommitteeMember: courtService.isCommitteeMember,
    leadingPost: courtService.leadingPost,
    triesOrEnforces: courtService.triesOrEnforces,
    from: courtService.fromOn,
    until: endOfService(sql`${courtService}`),
    supersedes: courtService.supersedes,
    supersededBy: sql`(select c.id from ${courtService} c where c.supersedes = ${courtService.id})`,
    recordedAt: courtService.recordedAt,
  },
  reaches: {
    ...reaches,
    former: (asker) => sql`(${reaches.former(asker)} and ${standingService(sql`${courtService}`)})`,
  },
};
