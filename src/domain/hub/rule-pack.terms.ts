/** Kinds of values that a switch of a rule pack takes (开关类型). */
export const switchKinds = { BOOLEAN: '是否', NUMBER: '数值', CHOICE: '选项' } as const;
export type SwitchKind = keyof typeof switchKinds;

/** One decision of a pack on a point the law leaves open: its name, what kind of value it takes, and the value. */
export interface RuleSwitch {
  readonly name: string;
  readonly kind: SwitchKind;
  readonly value: string;
}
