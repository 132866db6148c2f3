import type { Day } from '../../../kernel/day.js';
import type { OpenPoint, openPoints } from '../../../kernel/open-points.js';
import type { NormCode } from './norm.terms.js';

export { type OpenPoint, openPoints, type Treatment, treatments } from '../../../kernel/open-points.js';

/** One decision for every open point. */
export type Switches = { readonly [P in OpenPoint]: (typeof openPoints)[P]['choices'][number] };

/** A norm as a pack brings it: the days, inclusive, on which it is in force. */
export interface NormInForce {
  readonly code: NormCode;
  readonly from: Day;
  readonly until: Day | null;
}

/** Layers of packs: what a province decides goes before the national default, a locality before the province. */
export const packLayers = { NATIONAL: '全国', PROVINCE: '省', LOCAL: '市、县' } as const;
export type PackLayer = keyof typeof packLayers;

/** A dated set of norms and decisions (规则包, row N50). Several versions of one code may follow each other. */
export interface RulePack {
  readonly code: string;
  readonly version: string;
  readonly issuer: string;
  readonly title: string;
  readonly layer: PackLayer;
  readonly effectiveFrom: Day;
  /** Last day, inclusive; null while open. From the day after, nothing of the pack counts. */
  readonly effectiveUntil: Day | null;
  readonly norms: readonly NormInForce[];
  readonly switches: Partial<Switches>;
}

/** The name a verdict keeps of a pack it was judged by. */
export interface PackVersion {
  readonly code: string;
  readonly version: string;
}
