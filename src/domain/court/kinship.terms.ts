/**
 * One relation, as the relative is to the member of staff, and the circles of law it lies in (legal-rules E17, E19,
 * 3.5.10, 3.5.17). `null` is a doubt of the text, to be reviewed.
 */
export interface Relation {
  readonly zh: string;
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
  zh: string,
  civil: boolean | null,
  criminal: boolean | null,
  administrative: boolean | null,
  isBarred: boolean,
  isReported: boolean,
): Relation => ({ zh, civil, criminal, administrative, isBarred, isReported });

// biome-ignore format: read as a table
/** Relations that can be declared (亲属关系). Adopted children and parents are children and parents (民法典 art. 1111). */
export const relations = {
  //                                            civil  crim.  admin. barred reported
  SPOUSE:              relation('配偶',          true,  true,  true,  true,  true),
  PARENT:              relation('父母',          true,  true,  true,  true,  true),
  CHILD:               relation('子女',          true,  true,  true,  true,  true),
  SIBLING:             relation('同胞兄弟姐妹',   true,  true,  true,  false, true),
  HALF_SIBLING:        relation('同父异母、同母异父或继兄弟姐妹', true, false, true, false, true),
  GRANDPARENT:         relation('祖父母、外祖父母', true, false, true,  false, false),
  GRANDCHILD:          relation('孙子女、外孙子女', true, false, true,  false, false),
  OTHER_LINEAL:        relation('其他直系血亲',   true,  false, null,  false, false),
  UNCLE_AUNT:          relation('伯叔姑舅姨',     true,  false, null,  false, false),
  NEPHEW_NIECE:        relation('侄、甥',        true,  false, null,  false, false),
  COUSIN:              relation('堂、表兄弟姐妹', true,  false, null,  false, false),
  SPOUSE_PARENT:       relation('配偶的父母',     true,  false, null,  false, true),
  SPOUSE_SIBLING:      relation('配偶的兄弟姐妹', true,  false, null,  false, true),
  SIBLING_SPOUSE:      relation('兄弟姐妹的配偶', true,  false, null,  false, false),
  CHILD_SPOUSE:        relation('子女的配偶',     true,  false, null,  false, true),
  CHILD_SPOUSE_PARENT: relation('子女配偶的父母', null,  false, null,  false, true),
  OTHER_NEAR_IN_LAW:   relation('其他近姻亲',     true,  false, null,  false, false),
  MAINTENANCE:         relation('其他有抚养、赡养、扶养关系的亲属', true, null, null, false, false),
  OTHER:               relation('其他亲属',       null,  false, null,  false, false),
} as const satisfies Record<string, Relation>;
export type RelationKind = keyof typeof relations;
