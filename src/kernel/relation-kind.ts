/** Relations between two persons (亲属关系): SPOUSE_PARENT reads "the one is a parent of the other's spouse". */
export const relationKinds = {
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
export type RelationKind = keyof typeof relationKinds;
