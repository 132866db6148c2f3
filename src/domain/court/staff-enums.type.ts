import { enumOf } from '../../operation/enum.type.js';
import { relationKinds } from './kinship.terms.js';
import { rankBands } from './rank.terms.js';
import {
  approvalKinds,
  departureTypes,
  leadingPosts,
  leavingDayGrounds,
  organKinds,
  pledgeKinds,
  publicOrgans,
  staffCategories,
  staffStandings,
  tenures,
} from './staff.terms.js';

export const OrganKindEnum = enumOf(
  'OrganKind',
  'Kind of the organ of a service (任职机关种类): court, or where the law mirrors it.',
  organKinds,
);
export const StaffCategoryEnum = enumOf(
  'StaffCategory',
  'Category of a service (人员类别); 助理审判员 is no 法官助理.',
  staffCategories,
);
export const TenureEnum = enumOf(
  'Tenure',
  'How somebody is engaged (任用方式); 聘任制 is a civil servant in post, 聘用制 is neither.',
  tenures,
);
export const LeadingPostEnum = enumOf('LeadingPost', 'Level of a leadership post (领导职务层次).', leadingPosts);
export const RankBandEnum = enumOf(
  'RankBand',
  'Band of a rank (等级档次): at or above 四级高级法官 and its equals, or below.',
  rankBands,
);
export const DepartureTypeEnum = enumOf('DepartureType', 'Way of leaving (离任方式).', departureTypes);
export const LeavingDayGroundEnum = enumOf(
  'LeavingDayGround',
  'What makes the day of leaving (离任日依据).',
  leavingDayGrounds,
);
export const PublicOrganEnum = enumOf('PublicOrgan', 'Another organ of a public post (其他机关).', publicOrgans);
export const PledgeKindEnum = enumOf('PledgeKind', 'What is owed at leaving (离任事项).', pledgeKinds);
export const ApprovalKindEnum = enumOf('ApprovalKind', 'Kind of approval (审批种类).', approvalKinds);
export const StaffStandingEnum = enumOf('StaffStanding', 'Serving, or every service ended (任职状态).', staffStandings);

export const RelationKindEnum = enumOf(
  'RelationKind',
  'What the relative is to the member of staff (亲属关系).',
  relationKinds,
);
