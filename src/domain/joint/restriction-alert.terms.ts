/** What a restriction alert warns of (预警类别): W1, W2, W4, W6, W7, W8 of legal-rules section 6, and the recall of an answer. */
export const restrictionAlertKinds = {
  COUNSEL: '代理、辩护限制(W1)',
  EMPLOYMENT: '任职、申请执业限制(W2)',
  RECUSAL: '需进行回避审查(W4)',
  RESTRICTION_ENDED: '限制期届满(W6)',
  FIRM_CASES: '受限人员所在律所案件集中(W7)',
  PLEDGE_OVERDUE: '承诺、报告逾期(W8)',
  WRONG_ANSWER: '此前答复与现有事实不符',
} as const;
export type RestrictionAlertKind = keyof typeof restrictionAlertKinds;

/** What an alert is about (预警对象). */
export const alertSubjects = {
  REPRESENTATION: '代理、辩护关系',
  LICENCE_APPLICATION: '执业申请',
  FIRM_JOB: '律所从业',
  INTERNSHIP: '实习登记',
  COURT_STAFF: '法院工作人员',
  LAWYER: '律师执业状态',
} as const;
export type AlertSubject = keyof typeof alertSubjects;

/** States of an alert (处理状态): advice until a named person has decided on it (个人信息保护法 art. 24). */
export const restrictionAlertStates = {
  RAISED: '待确认',
  CONFIRMED: '已确认',
  OVERRIDDEN: '已推翻',
  CORRECTED: '已更正',
  CLOSED: '已办结',
} as const;
export type RestrictionAlertState = keyof typeof restrictionAlertStates;

/** What was done on a confirmed alert (处置), C08; 法释〔2011〕12号 art. 10, 司发通〔2021〕61号 art. 9, 12. */
export const followUpKinds = {
  ORDERED_TO_STOP: '责令停止代理、辩护',
  PARTY_TOLD: '告知当事人更换代理人、辩护人',
  JUSTICE_INFORMED: '通报司法行政机关',
  REFUSED: '不予许可或不予登记',
  DEREGISTRATION_ORDERED: '责令申请注销',
  JOB_END_ORDERED: '责令律师事务所解除聘用',
  PENALISED: '依法处罚',
  RECUSAL_DECIDED: '作出回避决定',
  REMINDED: '催办',
  OTHER: '其他',
} as const;
export type FollowUpKind = keyof typeof followUpKinds;

/** What the person concerned may ask for (当事人请求): 个人信息保护法 art. 24, 46, 48. */
export const concernKinds = { EXPLANATION: '请求说明', CORRECTION: '请求更正' } as const;
export type ConcernKind = keyof typeof concernKinds;
