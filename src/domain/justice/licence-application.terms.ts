/** What is applied for (申请事项), row C07. */
export const applicationKinds = {
  FIRST_CERTIFICATE: '首次申请律师执业',
  RENEWED_CERTIFICATE: '重新申请律师执业',
  CHANGE_OF_FIRM: '变更执业机构',
  CHANGE_OF_CATEGORY: '变更执业类别',
} as const;
export type ApplicationKind = keyof typeof applicationKinds;

/** States of an application (办理状态), 律师法 art. 6. The last three are its end. */
export const applicationStates = {
  FILED: '已提交',
  ACCEPTED: '已受理',
  GRANTED: '准予',
  REFUSED: '不予准予',
  WITHDRAWN: '撤回',
} as const;
export type ApplicationState = keyof typeof applicationStates;

/** Whether an application is over in a state. */
export const isDecided = (state: ApplicationState): boolean => ['GRANTED', 'REFUSED', 'WITHDRAWN'].includes(state);
