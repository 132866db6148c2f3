import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { at } from '../../kernel/at.js';
import { parseCaseNumber } from '../../kernel/case-number.js';
import { pageOf } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany, toOne } from '../../operation/edge.js';
import { actOf } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { courtsByIds } from './court.store.js';
import { Court } from './court.type.js';
import { CASE_ORDER, caseByNumber, casesByIds, countCases, listCases, panelsOfCases } from './court-case.store.js';
import { CourtCase, CourtCaseConnection, CourtCaseInput, PanelMember } from './court-case.type.js';
import { recordCases } from './court-case-recording.js';
import { representationsOfCases } from './representation.store.js';
import { Representation } from './representation.type.js';

/** Cases as far as the hub may know them. Basis: LB-41. */
@Resolver(() => CourtCase)
export class CourtCaseResolver {
  @Query(() => CourtCase, {
    nullable: true,
    description:
      'One case by id or by its number; null when unknown or out of reach. Errors: FIELD_REQUIRED, CASE_NO_INVALID. Basis: LB-41.',
  })
  async courtCase(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('caseNo', () => String, { nullable: true }) caseNo?: string | null,
  ): Promise<Shown | null> {
    const wanted = selectedFields(info);
    if (id != null)
      return isUuid(id) ? ((await casesByIds(await ask.reading(), [id], wanted)).get(id.toLowerCase()) ?? null) : null;
    if (caseNo == null) throw new Refusal('FIELD_REQUIRED', ['caseNo']);
    return caseByNumber(await ask.reading(), at(['caseNo'], () => parseCaseNumber(caseNo)).text, wanted);
  }

  @Query(() => CourtCaseConnection, {
    description:
      'The cases within reach, those entered last first (案件). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-41.',
  })
  async courtCases(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listCases(reading, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countCases(reading) : undefined;
    return connectionOf(rows, page, CASE_ORDER, total);
  }

  @Mutation(() => BatchResult, {
    description:
      'Records cases (案件登记), up to 1,000; a known number is brought up to date. Per item: COURT_UNKNOWN, OUT_OF_REACH, COURT_NOT_STANDING, CASE_NO_INVALID, CASE_NO_FOREIGN, PROCEDURE_MISMATCH, PERIOD_INVALID, DAY_TO_COME, STALE_VALUE, VALUE_UNKNOWN, TEXT_INVALID, KEY_CONFLICT. Basis: LB-41.',
  })
  async recordCases(@Ctx() ask: Ask, @Arg('cases', () => [CourtCaseInput]) cases: CourtCaseInput[]) {
    return batchResult(await recordCases(actOf(ask), ask.hub.crypto, cases));
  }

  @FieldResolver(() => Court, { nullable: true, description: 'The court (受理法院).' })
  court(@Root() of: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, of.court, courtsByIds);
  }

  @FieldResolver(() => [PanelMember], {
    nullable: true,
    description: 'Who sits or sat in it, in order of entry (审判组织); inside the court only.',
  })
  panel(@Root() of: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, of.id, panelsOfCases);
  }

  @FieldResolver(() => [Representation], {
    description: 'Who acts in it, within reach, in order of entry (代理人、辩护人).',
  })
  representations(@Root() of: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, of.id, representationsOfCases);
  }
}
