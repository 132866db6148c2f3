import type { Day } from '../../../kernel/day.js';
import type { Service } from './service.terms.js';

/** What the one asked about is to the other (亲属关系): SPOUSE_PARENT reads "he is a parent of the other's spouse". */
export const relations = {
  SPOUSE: '配偶',
  PARENT: '父母',
  CHILD: '子女',
  SIBLING: '同胞兄弟姐妹',
  HALF_SIBLING: '同父异母、同母异父或继兄弟姐妹',
  GRANDPARENT: '祖父母、外祖父母',
  GRANDCHILD: '孙子女、外孙子女',
  OTHER_LINEAL: '其他直系血亲',
  UNCLE_AUNT: '伯叔姑舅姨',
  NEPHEW_NIECE: '侄、甥',
  COUSIN: '堂、表兄弟姐妹',
  SPOUSE_PARENT: '配偶的父母',
  SPOUSE_SIBLING: '配偶的兄弟姐妹',
  SIBLING_SPOUSE: '兄弟姐妹的配偶',
  CHILD_SPOUSE: '子女的配偶',
  CHILD_SPOUSE_PARENT: '子女配偶的父母',
  OTHER_NEAR_IN_LAW: '其他近姻亲',
  MAINTENANCE: '其他有抚养、赡养、扶养关系的亲属',
  OTHER: '其他亲属',
} as const;
export type Relation = keyof typeof relations;

/** A declared kinship of the one asked about with a member of staff. Divorce and adoption end it (E19). */
export interface Kinship {
  readonly id: string;
  readonly staffPersonId: string;
  /** What the one asked about is to the member of staff; null when only "a relative" is known. */
  readonly relation: Relation | null;
  readonly from: Day;
  readonly until: Day | null;
  /** The day the member of staff declared it (法发〔2020〕13号 art. 1); null when he did not. */
  readonly declaredOn: Day | null;
  /** Services of the member of staff; one that he left has its `until`. */
  readonly services: readonly Service[];
}

/** What makes somebody guardian or near relative of the party he acts for (监护人、近亲属), with its proof. */
export interface TieToParty {
  readonly id: string;
  /** `GUARDIAN`: 民法典 27, 28. Otherwise what he is to the party; null when not known. */
  readonly kind: 'GUARDIAN' | Relation | null;
  readonly from: Day;
  readonly until: Day | null;
  /** Whether proof was shown (户口簿、结婚证、监护证明); null when nobody looked. */
  readonly proven: boolean | null;
}
