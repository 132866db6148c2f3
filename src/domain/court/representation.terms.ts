/** What counsel is to the party (与当事人的关系): which of them are near relatives the procedure decides (legal-rules E17). */
export type { RelationKind as PartyRelation } from '../../kernel/relation-kind.js';

/** The side that counsel stands on (当事人地位). Whose side it is by name never enters the hub. */
export const partySides = {
  CLAIMANT: '原告、申请人、上诉人',
  RESPONDENT: '被告、被申请人、被上诉人',
  THIRD_PARTY: '第三人',
  ACCUSED: '犯罪嫌疑人、被告人',
  VICTIM: '被害人',
  PRIVATE_PROSECUTOR: '自诉人',
  INCIDENTAL_CIVIL_PARTY: '附带民事诉讼当事人',
} as const;
export type PartySide = keyof typeof partySides;

/** In what capacity somebody acts (代理身份), 民诉法 art. 61, 法官法 art. 36: the limits hang on it. */
export const capacities = {
  AS_LAWYER: '以律师身份',
  LEGAL_SERVICE_WORKER: '基层法律服务工作者',
  GUARDIAN: '监护人',
  NEAR_RELATIVE: '近亲属',
  PARTY_EMPLOYEE: '当事人的工作人员',
  RECOMMENDED_CITIZEN: '有关社会团体、单位推荐的公民',
} as const;
export type Capacity = keyof typeof capacities;

/** Category of counsel (代理类别): the criminal rules speak of defenders, 刑诉法 art. 33, 47. */
export const agentCategories = { DEFENDER: '辩护人', AGENT: '诉讼代理人' } as const;
export type AgentCategory = keyof typeof agentCategories;

/** Why a representation ended (终止原因). */
export const endReasons = {
  DISMISSED_BY_PARTY: '当事人解除委托',
  WITHDRAWN: '代理人辞去委托',
  ORDERED_TO_STOP: '人民法院责令停止',
  TERM_OVER: '委托期限届满',
  CASE_CLOSED: '案件办结',
} as const;
export type EndReason = keyof typeof endReasons;
