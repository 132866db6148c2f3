import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../src/db/handle.js';
import { recordset, rows } from '../src/db/rows.js';
import { journal } from '../src/domain/bar/journal.table.js';
import { checkIssue, type PublishedArticle } from '../src/domain/bar/journal-publishing.rule.js';
import { insertArticles, insertIssue } from '../src/domain/bar/journal-write.store.js';
import type { Day } from '../src/kernel/day.js';
import { idsOf } from './random.js';

const [journalIdOf, issueIdOf, articleIdOf] = [
  idsOf('lushu', 'journal'),
  idsOf('lushu', 'issue'),
  idsOf('lushu', 'article'),
];

/** The three titles that source 000 article 18 names. */
const journals = [
  { title: '浙江律师', publisher: 'BAR' as const },
  { title: '浙江审判', publisher: 'COURT' as const },
  { title: '案例指导', publisher: 'COURT' as const },
].map((title, i) => ({ id: journalIdOf(i), ...title, issn: null, language: 'zh' }));

/** One article of each disclosure: what a reader finds in the issue depends on who reads. */
const articles: readonly PublishedArticle[] = [
  {
    title: '执业信息共享一年回顾',
    authors: ['本刊编辑部'],
    abstract: '回顾执业状态、联系方式动态共享的做法。',
    body: '一年来,律师执业机构、执业状态、联系方式和地址的变动由各责任单位及时更新,立案窗口随时可查。\n\n信息准确,送达才顺畅;送达顺畅,诉讼才便捷。',
    disclosure: 'PUBLIC',
  },
  {
    title: '律师调解员的庭前准备',
    authors: ['沈知微'],
    abstract: '从阅卷到约见,调解前的十件小事。',
    body: '调解从第一次通话开始。先听,再问,后谈方案;方案写在纸上,双方各留一份。',
    disclosure: 'PUBLIC',
  },
  {
    title: '电子送达常见退回原因及改进',
    authors: ['顾怀瑾'],
    abstract: '三方业务交流材料。',
    body: '退回的送达,多因执业机构变更后地址未及时更新。建议变更当日由责任单位登记,共享各方同步可见。',
    disclosure: 'SHARED',
  },
  {
    title: '类案代理意见写作研讨纪要',
    authors: ['闻人岳'],
    abstract: '仅供法院与司法行政机关参阅。',
    body: '研讨围绕说理的层次展开:事实、规范、结论,各自成段,互不替代。',
    disclosure: 'RESTRICTED',
    audience: ['COURT', 'JUSTICE'],
  },
  {
    title: '一起未审结纠纷的代理手记',
    authors: ['贺兰舟'],
    abstract: '案件尚未审结。',
    body: '案件审结前,本文不予交流。',
    disclosure: 'WITHHELD',
    withheldBasis: '依法依规不予公开或不宜交流的除外(浙江意见第十八条):案件尚在审理',
  },
];

/** How many journals and articles `publish` enters. */
export const publicationCounts = { journals: journals.length, articles: articles.length };

/** Enters the journals, and the first issue of this year of the bar's own, open to everybody. */
export async function publish(handle: WriteHandle, today: Day, at: Date): Promise<void> {
  await rows(
    handle,
    sql`insert into ${journal} (id, title, publisher, issn, language)
      select r.* from ${recordset(journals, 'r', 'id uuid, title text, publisher text, issn text, language text')}`,
  );
  const year = Number(today.slice(0, 4));
  const [own] = journals as [(typeof journals)[number]];
  const issue = checkIssue({
    journal: own.title,
    year,
    number: 1,
    publishedOn: `${year}-01-01`,
    audience: ['PUBLIC'],
    articles,
  });
  await insertIssue(handle, issueIdOf(0), own, issue, at);
  await insertArticles(
    handle,
    issueIdOf(0),
    own.publisher,
    issue.articles.map((article, i) => ({ id: articleIdOf(i), ...article })),
  );
}
