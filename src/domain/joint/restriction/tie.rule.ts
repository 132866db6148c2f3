import type { Relation, TieToParty } from './kinship.terms.js';
import type { ActInCase, Procedure } from './question.terms.js';
import { isDuring } from './stretch.rule.js';

/** Whether a relation makes a near relative (近亲属) in a procedure. */
export type Nearness = 'NEAR' | 'DOUBTFUL' | 'NOT';

const code: readonly Relation[] = ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD'];
const near: { readonly [P in Procedure]: readonly Relation[] } = {
  CRIMINAL: ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING'],
  CIVIL: [
    ...code,
    'HALF_SIBLING',
    'OTHER_LINEAL',
    'UNCLE_AUNT',
    'NEPHEW_NIECE',
    'COUSIN',
    'SPOUSE_PARENT',
    'SPOUSE_SIBLING',
    'SIBLING_SPOUSE',
    'CHILD_SPOUSE',
    'OTHER_NEAR_IN_LAW',
    'MAINTENANCE',
  ],
  ADMINISTRATIVE: [...code, 'HALF_SIBLING', 'MAINTENANCE'],
  get ENFORCEMENT() {
    return this.CIVIL;
  },
};
const doubtful: { readonly [P in Procedure]: readonly Relation[] } = {
  CRIMINAL: ['HALF_SIBLING'],
  CIVIL: ['CHILD_SPOUSE_PARENT'],
  get ADMINISTRATIVE() {
    return [...near.CIVIL, ...this.CIVIL];
  },
  get ENFORCEMENT() {
    return this.CIVIL;
  },
};

/**
 * Near relatives by procedure (E17): 刑诉法 108(6); 民诉解释 85; in administrative cases 民法典 1045, cousins and in-laws
 * in doubt, because 行诉解释 14 speaks of those who may sue only (3.5 point 17).
 */
export function nearness(relation: Relation, procedure: Procedure): Nearness {
  if (near[procedure].includes(relation)) return 'NEAR';
  return doubtful[procedure].includes(relation) ? 'DOUBTFUL' : 'NOT';
}

/** How far the exception for guardians and near relatives is open to him. */
export type TieState = 'PROVEN' | 'UNPROVEN' | 'DOUBTFUL' | 'NONE';

/** The state of the exception: NONE unless he acts as guardian or near relative; what ended is no tie (E19). */
export function tieOf({ capacity, tie, case: { procedure }, on }: ActInCase): TieState {
  if (capacity !== 'GUARDIAN' && capacity !== 'NEAR_RELATIVE') return 'NONE';
  if (!tie) return 'UNPROVEN';
  if (!isDuring(tie, on) || tie.proven === false || !fits(tie, capacity)) return 'NONE';
  if (tie.kind === null) return 'DOUBTFUL';
  const how = tie.kind === 'GUARDIAN' ? 'NEAR' : nearness(tie.kind, procedure);
  if (how !== 'NEAR') return how === 'NOT' ? 'NONE' : 'DOUBTFUL';
  return tie.proven ? 'PROVEN' : 'UNPROVEN';
}

const fits = ({ kind }: TieToParty, capacity: 'GUARDIAN' | 'NEAR_RELATIVE'): boolean =>
  kind === null || (kind === 'GUARDIAN') === (capacity === 'GUARDIAN');
