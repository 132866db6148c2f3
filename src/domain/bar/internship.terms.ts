/** States of an internship (实习登记状态), row N48: the former court is heard before registration (司发通〔2021〕61号 art. 7). */
export const internshipStates = {
  APPLIED: '已申请',
  OPINION_REQUESTED: '征求原任职法院意见中',
  OPINION_GIVEN: '原任职法院已反馈意见',
  REGISTERED: '准予登记',
  REFUSED: '不予登记',
  PASSED: '实习考核合格',
  ENDED: '终止实习',
} as const;
export type InternshipState = keyof typeof internshipStates;

/** How a registered internship ends (实习结果). */
export const internshipOutcomes = { PASSED: '实习考核合格', ENDED: '终止实习' } as const;
export type InternshipOutcome = keyof typeof internshipOutcomes;
