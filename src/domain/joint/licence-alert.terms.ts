/** Kinds of licence alert (执业预警). */
export const alertKinds = {
  VERIFIED_NOT_PRACTISING: '窗口核验发现未处于执业状态',
  ROSTER_NOT_AVAILABLE: '在册调解员不再处于执业状态',
} as const;
export type AlertKind = keyof typeof alertKinds;
