/** Administrative penalties are the justice organs', discipline is the bar's (row N14, legal-rules 7.3). */
export const sanctionFamilies = { PENALTY: '行政处罚', DISCIPLINE: '行业处分' } as const;
export type SanctionFamily = keyof typeof sanctionFamilies;

/** Kinds of penalty and of discipline; 警告 exists in both families and stays two words here. */
export const sanctionKinds = {
  WARNING: '警告(行政处罚)',
  FINE: '罚款',
  CONFISCATION: '没收违法所得',
  SUSPENSION: '停止执业',
  CLOSURE: '停业整顿',
  REVOCATION: '吊销执业证书(许可证)',
  ADMONITION: '训诫',
  BAR_WARNING: '警告(行业处分)',
  CRITICISM: '通报批评',
  CENSURE: '公开谴责',
  MEMBERSHIP_SUSPENDED: '中止会员权利',
  MEMBERSHIP_CANCELLED: '取消会员资格',
} as const;
export type SanctionKind = keyof typeof sanctionKinds;

const penalties: readonly SanctionKind[] = ['WARNING', 'FINE', 'CONFISCATION', 'SUSPENSION', 'CLOSURE', 'REVOCATION'];

/** The family of a kind. */
export const familyOf = (kind: SanctionKind): SanctionFamily => (penalties.includes(kind) ? 'PENALTY' : 'DISCIPLINE');

/** The kinds of a family, for statements. */
export const penaltyKinds = penalties;
