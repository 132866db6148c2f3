import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { at } from '../../kernel/at.js';
import { pageOf } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { COURT_ORDER, countCourts, courtsByCode, courtsByIds, listCourts } from './court.store.js';
import { Court, CourtConnection, CourtFilter } from './court.type.js';

const CODE_LENGTH = 50;
const NAME_LENGTH = 100;

/** Courts: who they are, where they sit, what they serve. Basis: LB-12. */
@Resolver(() => Court)
export class CourtResolver {
  @Query(() => Court, {
    nullable: true,
    description:
      'One court by id or by its own code; null when unknown. Errors: FIELD_REQUIRED, TEXT_INVALID. Basis: LB-12.',
  })
  async court(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('code', () => String, { nullable: true }) code?: string | null,
  ): Promise<Shown | null> {
    const wanted = selectedFields(info);
    if (id != null) {
      if (!isUuid(id)) return null;
      return (await courtsByIds(await ask.reading(), [id], wanted)).get(id.toLowerCase()) ?? null;
    }
    if (code == null) throw new Refusal('FIELD_REQUIRED', ['code']);
    const asked = at(['code'], () => plainText(code, CODE_LENGTH));
    return (await courtsByCode(await ask.reading(), [asked], wanted)).get(asked) ?? null;
  }

  @Query(() => CourtConnection, {
    description:
      'The courts that stand today, by code. Errors: TEXT_INVALID, PAGE_INVALID, CURSOR_INVALID. Basis: LB-12.',
  })
  async courts(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => CourtFilter, { nullable: true }) filter?: CourtFilter | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const prefix = filter?.namePrefix;
    const namePrefix = prefix == null ? null : at(['filter', 'namePrefix'], () => plainText(prefix, NAME_LENGTH));
    const search = { namePrefix, level: filter?.level ?? null };
    const reading = await ask.reading();
    const rows = await listCourts(reading, search, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countCourts(reading, search) : undefined;
    return connectionOf(rows, page, COURT_ORDER, total);
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'The court above it; null for the high court (上级法院).',
  })
  parent(@Root() court: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, court.parent, courtsByIds);
  }
}
