import type { RelationKind } from '../../kernel/relation-kind.js';

export { type RelationKind, relationKinds } from '../../kernel/relation-kind.js';

/**
 * One relation, as the relative is to the member of staff, and the circles of law it lies in (legal-rules E17, E19,
 * 3.5.10, 3.5.17). `null` is a doubt of the text, to be reviewed.
 */
export interface Relation {
  /** 民诉解释 art. 85: spouse, lineal blood, collateral within three generations, near in-laws, maintenance. */
  readonly civil: boolean | null;
  /** 刑诉法 art. 108(6): spouse, parents, children, siblings of the same parents. */
  readonly criminal: boolean | null;
  /** 民法典 art. 1045 by analogy, since 行诉解释 art. 14 is about who may sue. */
  readonly administrative: boolean | null;
  /** Spouse, child or parent: 2011 recusal rules art. 9, 法官法 art. 24. */
  readonly isBarred: boolean;
  /** To be declared when a lawyer: 法发〔2020〕13号 art. 1. */
  readonly isReported: boolean;
}

const relation = (
  civil: boolean | null,
  criminal: boolean | null,
  administrative: boolean | null,
  isBarred: boolean,
  isReported: boolean,
): Relation => ({ civil, criminal, administrative, isBarred, isReported });

// biome-ignore format: read as a table
/** Relations that can be declared (亲属关系). Adopted children and parents are children and parents (民法典 art. 1111). */
export const relations = {
  //                             civil  crim.  admin. barred reported
  SPOUSE:              relation(true,  true,  true,  true,  true),
  PARENT:              relation(true,  true,  true,  true,  true),
  CHILD:               relation(true,  true,  true,  true,  true),
  SIBLING:             relation(true,  true,  true,  false, true),
  HALF_SIBLING:        relation(true,  false, true,  false, true),
  GRANDPARENT:         relation(true,  false, true,  false, false),
  GRANDCHILD:          relation(true,  false, true,  false, false),
  OTHER_LINEAL:        relation(true,  false, null,  false, false),
  UNCLE_AUNT:          relation(true,  false, null,  false, false),
  NEPHEW_NIECE:        relation(true,  false, null,  false, false),
  COUSIN:              relation(true,  false, null,  false, false),
  SPOUSE_PARENT:       relation(true,  false, null,  false, true),
  SPOUSE_SIBLING:      relation(true,  false, null,  false, true),
  SIBLING_SPOUSE:      relation(true,  false, null,  false, false),
  CHILD_SPOUSE:        relation(true,  false, null,  false, true),
  CHILD_SPOUSE_PARENT: relation(null,  false, null,  false, true),
  OTHER_NEAR_IN_LAW:   relation(true,  false, null,  false, false),
  MAINTENANCE:         relation(true,  null,  null,  false, false),
  OTHER:               relation(null,  false, null,  false, false),
} as const satisfies Record<RelationKind, Relation>;
