export {
  type DepartureType,
  departureTypes,
  type LeadingPost,
  leadingPosts,
  type OrganKind,
  organKinds,
  type PublicOrgan,
  publicOrgans,
  type StaffCategory,
  staffCategories,
  type Tenure,
  tenures,
} from '../../kernel/public-service.js';

/** What makes the day of leaving (离任日依据): as personnel states it, or the later of exit and end of the post. */
export const leavingDayGrounds = {
  STATED: '组织人事认定',
  EXIT: '实际离开单位',
  POST_END: '职务、编制终止',
} as const;
export type LeavingDayGround = keyof typeof leavingDayGrounds;

/** What somebody owes at leaving (离任事项), 61号 art. 6. */
export const pledgeKinds = { PLEDGE: '从业限制承诺书', DESTINATION: '离任去向报告', CHANGE: '从业变动报告' } as const;
export type PledgeKind = keyof typeof pledgeKinds;

/** Approvals of a job in a firm (审批种类): 61号 art. 4(3), 中组发〔2013〕18号. */
export const approvalKinds = { RETIREE_IN_FIRM: '退休人员到律师事务所任职审批' } as const;
export type ApprovalKind = keyof typeof approvalKinds;

/** Whether somebody serves (任职状态): FORMER once every service has ended. */
export const staffStandings = { SERVING: '在任', FORMER: '离任' } as const;
export type StaffStanding = keyof typeof staffStandings;
