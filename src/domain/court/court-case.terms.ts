/** Kinds of procedure (案件类型): they decide who is a near relative, and whether counsel can be a defender. */
export const procedures = {
  CIVIL: '民事',
  CRIMINAL: '刑事',
  ADMINISTRATIVE: '行政',
  STATE_COMPENSATION: '国家赔偿与司法救助',
  BANKRUPTCY: '强制清算与破产',
  ENFORCEMENT: '执行',
} as const;
export type Procedure = keyof typeof procedures;

/** Stages of a case at a court (审理阶段). Each stage has a number and a court of its own (legal-rules E11). */
export const caseStages = {
  PRESERVATION: '保全',
  FIRST_INSTANCE: '一审',
  SECOND_INSTANCE: '二审',
  RETRIAL_REVIEW: '申请再审审查',
  RETRIAL: '再审',
  DEATH_PENALTY_REVIEW: '死刑复核',
  SPECIAL_PROCEDURE: '特别程序及其他',
  ENFORCEMENT: '执行',
} as const;
export type CaseStage = keyof typeof caseStages;

/** Who sits or serves in a case (审判组织成员及辅助人员): recusal binds them all (民诉法 47; 2011 rules art. 13). */
export const panelRoles = {
  PRESIDING: '审判长',
  JUDGE: '审判员(含助理审判员)',
  ASSESSOR: '人民陪审员',
  ASSISTANT: '法官助理',
  CLERK: '书记员',
  EXECUTOR: '执行员',
} as const;
export type PanelRole = keyof typeof panelRoles;
