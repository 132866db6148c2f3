/** States of a client: registered by one administrator, activated and disabled by another. */
export const clientStates = { REGISTERED: '已登记', ACTIVE: '已启用', DISABLED: '已停用' } as const;

export type ClientState = keyof typeof clientStates;
