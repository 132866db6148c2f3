import type { Reach } from './matrix/columns.js';

/** What the words for rows mean, in English and Chinese; what each means for a record is the predicate of its policy. */
export const reachWords: Readonly<Record<Reach, { readonly en: string; readonly zh: string }>> = {
  all: { en: 'every row', zh: '全部记录' },
  area: { en: "rows in the area of the asker's unit today", zh: '请求方所在单位当日辖区内的记录' },
  unit: { en: "rows of the asker's own unit", zh: '本单位的记录' },
  own: { en: "the asker's own rows", zh: '本人(本所)的记录' },
  inForce: { en: 'rows in force today', zh: '当日生效中的记录' },
  published: { en: 'rows in publication today', zh: '当日在公示期内的记录' },
  listed: { en: 'rows on the roster today', zh: '当日在册的记录' },
  audience: { en: 'rows meant for this reader', zh: '面向该读者的记录' },
  former: { en: 'rows of those who left', zh: '已离任人员的记录' },
  '-': { en: 'no row', zh: '不开放' },
};
