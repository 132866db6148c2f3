import type { NormCode } from './norm.terms.js';

/** Who asked, and so has to do something on a hit (legal-rules 3.4). */
export const askers = { COURT: '人民法院', JUSTICE: '司法行政机关', BAR: '律师协会' } as const;
export type Asker = keyof typeof askers;

/** Duties on a hit (应采取的措施), with the norms that ask for them; `days` are working days (3.5 point 16). */
export const duties = {
  ORDER_STOP: { zh: '责令停止代理、辩护', en: 'Order counsel to stop.', norms: ['RR10'] },
  TELL_PARTY: { zh: '告知当事人更换代理人、辩护人', en: 'Tell the party to replace counsel.', norms: ['O61-9'] },
  INFORM_JUSTICE: { zh: '通报司法行政机关', en: 'Inform the justice organ.', norms: ['O61-9'] },
  DECIDE_PERMISSION: {
    zh: '由法院决定是否准许近亲属、监护人担任',
    en: 'The court decides whether to permit the relative or guardian.',
    norms: ['CP40-3'],
  },
  ASK_PROOF: { zh: '要求提交亲属或监护关系证明', en: 'Ask for proof of the relation.', norms: [] },
  REFUSE_OR_POSTPONE: { zh: '不予许可或暂缓办理', en: 'Refuse or postpone.', norms: ['O61-7'] },
  TELL_WHY: { zh: '书面告知申请人理由', en: 'Tell the applicant why, in writing.', norms: [] },
  ORDER_DEREGISTRATION: {
    zh: '责令限期申请注销,逾期注销',
    en: 'Order him to apply for deregistration in a set time, else deregister.',
    norms: ['O61-12'],
  },
  END_JOB: { zh: '责令律师事务所解除聘用', en: 'Order the firm to end the job.', norms: ['O61-12'] },
  PENALISE: { zh: '依法处罚', en: 'Penalise according to law.', norms: ['LL47-51'] },
  ASK_APPROVAL: {
    zh: '核对批准文件及人事、工资关系转出情况',
    en: 'Check the approval and that personnel and pay relations were moved out.',
    norms: ['O61-4.3'],
  },
  ASK_FORMER_ORGAN: { zh: '征求原单位意见', en: 'Ask the former organ for its opinion.', norms: ['O61-7'] },
  REFUSE_REGISTRATION: { zh: '不予实习登记', en: 'Refuse the registration.', norms: ['O61-7'] },
  LET_A_PERSON_DECIDE: { zh: '交由专人审查', en: 'Have a named person decide.', norms: [] },
  NAME_AND_REASON: {
    zh: '推翻结论须具名并说明理由,全程留痕',
    en: 'An override needs a named person and a reason; it is logged.',
    norms: ['RR12'],
  },
} as const satisfies Record<string, { zh: string; en: string; norms: readonly NormCode[] }>;
export type Duty = keyof typeof duties;

/** Periods of the licence procedure in working days (律师法 6 with 行政许可法 82; 行政处罚法 48 with 85). */
export const workingDayPeriods = {
  LICENCE_REVIEW_CITY: 20,
  LICENCE_DECISION_PROVINCE: 10,
  CERTIFICATE_AFTER_DECISION: 10,
  /** After a published penalty was changed, annulled, or found unlawful or void (变更、撤销、确认违法或者确认无效). */
  PENALTY_PUBLICATION_WITHDRAWN: 3,
} as const;
export type WorkingDayPeriod = keyof typeof workingDayPeriods;
