/** States of a roster entry (名册状态), row N01. */
export const rosterStates = { LISTED: '在册', SUSPENDED: '暂停', REMOVED: '移出' } as const;
export type RosterState = keyof typeof rosterStates;

/** Steps that adjust a roster entry (名册动态调整, 000 art. 12). */
export const rosterSteps = { SUSPEND: '暂停', REINSTATE: '恢复', REMOVE: '移出' } as const;
export type RosterStep = keyof typeof rosterSteps;
