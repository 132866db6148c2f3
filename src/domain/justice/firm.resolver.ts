import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import { at } from '../../kernel/at.js';
import { parseDivision } from '../../kernel/division.js';
import { NESTED_PAGE_LIMIT, pageOf } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { hasCreditCodeForm } from '../../kernel/social-credit-code.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import {
  countFirms,
  countLawyersOfFirms,
  firmByCreditCode,
  firmsByIds,
  lawyersOfFirms,
  searchFirms,
} from './firm.store.js';
import { LawFirm, LawFirmConnection } from './firm.type.js';
import { LawyerConnection } from './lawyer.type.js';
import { sanctionsOf } from './lawyer-edges.store.js';
import { Sanction } from './sanction.type.js';

@InputType({ description: 'Narrows a search for law firms; every part given must hold.' })
class LawFirmFilter {
  @Field(() => String, { nullable: true, description: 'Beginning of the name (名称前缀).' })
  namePrefix?: string | null;

  @Field(() => String, { nullable: true, description: 'Division and all below it (行政区划及其下级).' })
  divisionCode?: string | null;
}

@Resolver(() => LawFirm)
export class FirmResolver {
  @Query(() => LawFirm, {
    nullable: true,
    description:
      'One law firm by id or credit code; null when unknown. Errors: CREDIT_CODE_INVALID, FIELD_REQUIRED. Basis: LB-01.',
  })
  async lawFirm(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('unifiedSocialCreditCode', () => String, { nullable: true }) code?: string | null,
  ): Promise<Shown | null> {
    const wanted = selectedFields(info);
    if (id != null)
      return isUuid(id) ? ((await firmsByIds(await ask.reading(), [id], wanted)).get(id.toLowerCase()) ?? null) : null;
    if (code == null) throw new Refusal('FIELD_REQUIRED', ['unifiedSocialCreditCode']);
    if (!hasCreditCodeForm(code)) throw new Refusal('CREDIT_CODE_INVALID', ['unifiedSocialCreditCode']);
    return firmByCreditCode(await ask.reading(), code, wanted);
  }

  @Query(() => LawFirmConnection, {
    description:
      'A search for law firms, by name. Errors: DIVISION_INVALID, PAGE_INVALID, CURSOR_INVALID. Basis: LB-01.',
  })
  async lawFirms(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => LawFirmFilter, { nullable: true }) filter?: LawFirmFilter | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const { divisionCode } = filter ?? {};
    if (divisionCode != null) at(['filter', 'divisionCode'], () => parseDivision(divisionCode));
    const reading = await ask.reading();
    const rows = await searchFirms(reading, filter ?? {}, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countFirms(reading, filter ?? {}) : undefined;
    return connectionOf(rows, page, 'firms', total);
  }

  @FieldResolver(() => LawyerConnection, {
    description: 'The lawyers who practise here today, by pinyin of the name, up to 100 a page (本所执业律师).',
  })
  async lawyers(
    @Root() firm: Shown,
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after, NESTED_PAGE_LIMIT);
    const level = await ask
      .batch(info.fieldNodes, () => {
        const wanted = selectedOfNodes(info);
        const isCounted = selectedFields(info).has('totalCount');
        return async (reading, ids) => {
          const rows = await lawyersOfFirms(reading, ids, page, wanted);
          const counts = isCounted ? await countLawyersOfFirms(reading, ids) : null;
          return new Map(
            ids.map((id) => [id, { rows: rows.get(id) ?? [], total: counts ? (counts.get(id) ?? 0) : undefined }]),
          );
        };
      })
      .load(firm.id);
    return connectionOf(level?.rows ?? [], page, 'firm-lawyers', level?.total);
  }

  @FieldResolver(() => [Sanction], { description: 'Penalties and discipline of the firm, latest first (处罚处分).' })
  sanctions(@Root() firm: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, firm.id, (reading, ids, wanted) => sanctionsOf('firm', reading, ids, wanted));
  }
}
