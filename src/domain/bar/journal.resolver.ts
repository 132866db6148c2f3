import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { at } from '../../kernel/at.js';
import { pageOf } from '../../kernel/page.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany, toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import {
  articleCounts,
  articlesByIds,
  articlesOfIssues,
  countIssues,
  ISSUE_ORDER,
  issuesByIds,
  journalsByIds,
  listIssues,
  listJournals,
} from './journal.store.js';
import { Journal, JournalArticle, JournalIssue, JournalIssueConnection } from './journal.type.js';
import { TITLE_LENGTH } from './journal-publishing.rule.js';

/** Journals and their issues, as far as the asker is among the readers. Basis: LB-10. */
@Resolver(() => JournalIssue)
export class JournalResolver {
  @Query(() => [Journal], { description: 'The journals, by title (刊物目录). Basis: LB-10.' })
  async journals(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo): Promise<Shown[]> {
    return listJournals(await ask.reading(), selectedFields(info));
  }

  @Query(() => JournalIssue, {
    nullable: true,
    description: 'One issue; null when unknown or not for this reader. Basis: LB-10.',
  })
  async journalIssue(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    if (!isUuid(id)) return null;
    return (await issuesByIds(await ask.reading(), [id], selectedFields(info))).get(id.toLowerCase()) ?? null;
  }

  @Query(() => JournalIssueConnection, {
    description:
      'Issues for this reader, latest first (刊期列表). Errors: TEXT_INVALID, PAGE_INVALID, CURSOR_INVALID. Basis: LB-10.',
  })
  async journalIssues(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('journal', () => String, { nullable: true, description: 'Title of the journal (刊名).' }) journal?:
      | string
      | null,
    @Arg('year', () => Int, { nullable: true }) year?: number | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const title = journal == null ? null : at(['journal'], () => plainText(journal, TITLE_LENGTH));
    const search = { journal: title, year: year ?? null };
    const reading = await ask.reading();
    const rows = await listIssues(reading, search, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countIssues(reading, search) : undefined;
    return connectionOf(rows, page, ISSUE_ORDER, total);
  }

  @Query(() => JournalArticle, {
    nullable: true,
    description: 'One article; null when unknown or not for this reader. Basis: LB-10.',
  })
  async journalArticle(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    if (!isUuid(id)) return null;
    return (await articlesByIds(await ask.reading(), [id], selectedFields(info))).get(id.toLowerCase()) ?? null;
  }

  @FieldResolver(() => Journal, { nullable: true, description: 'The journal it is an issue of (所属刊物).' })
  journal(@Root() issue: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, issue.journal, journalsByIds);
  }

  @FieldResolver(() => [JournalArticle], { description: 'Its articles for this reader, in their order (本期文章).' })
  articles(@Root() issue: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, issue.id, articlesOfIssues);
  }

  @FieldResolver(() => Int, { description: 'How many articles it has for this reader (可阅文章数).' })
  async articleCount(@Root() issue: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return (await ask.batch<number>(info.fieldNodes, () => articleCounts).load(issue.id)) ?? 0;
  }
}

@Resolver(() => JournalArticle)
export class JournalArticleEdges {
  @FieldResolver(() => JournalIssue, { nullable: true, description: 'The issue it stands in (所属刊期).' })
  issue(@Root() article: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, article.issue, issuesByIds);
  }
}
