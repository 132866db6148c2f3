import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import { parseDivision } from '../../kernel/division.js';
import { pageOf } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { BATCH_LIMIT } from '../../operation/batch.js';
import { connectionOf } from '../../operation/connection.type.js';
import type { Shown } from '../../operation/reading.js';
import { DateScalar } from '../../operation/scalars.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { LicenceStatusEnum } from './enums.type.js';
import { lawyersByCertificateNo, lawyersByIds } from './lawyer.store.js';
import { Lawyer, LawyerConnection } from './lawyer.type.js';
import { LawyerFilter, LawyerOrder } from './lawyer-input.type.js';
import { countLawyers, searchLawyers } from './lawyer-search.store.js';
import { statusesOn } from './licence-status.store.js';

@Resolver(() => Lawyer)
export class LawyerResolver {
  @Query(() => Lawyer, {
    nullable: true,
    description:
      'One lawyer by id or certificate number; null when unknown. Errors: CERTIFICATE_NO_INVALID, FIELD_REQUIRED. Basis: LB-01.',
  })
  async lawyer(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('certificateNo', () => String, { nullable: true }) certificateNo?: string | null,
  ): Promise<Shown | null> {
    const wanted = selectedFields(info);
    if (id != null)
      return isUuid(id)
        ? ((await lawyersByIds(await ask.reading(), [id], wanted)).get(id.toLowerCase()) ?? null)
        : null;
    if (certificateNo == null) throw new Refusal('FIELD_REQUIRED', ['certificateNo']);
    const { number } = checkedNumber(certificateNo, ask, ['certificateNo']);
    return (await lawyersByCertificateNo(await ask.reading(), [number], wanted)).get(number) ?? null;
  }

  @Query(() => [Lawyer], {
    nullable: 'items',
    description:
      'Up to 1,000 lawyers by certificate number, in the order asked; null where unknown. Errors: BATCH_TOO_LARGE, CERTIFICATE_NO_INVALID. Basis: LB-01.',
  })
  async lawyersByCertificateNo(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('certificateNos', () => [String]) numbers: string[],
  ): Promise<(Shown | null)[]> {
    if (numbers.length > BATCH_LIMIT) throw new Refusal('BATCH_TOO_LARGE', ['certificateNos'], { limit: BATCH_LIMIT });
    if (numbers.length === 0) return [];
    for (const [index, number] of numbers.entries()) checkedNumber(number, ask, ['certificateNos', index]);
    const reading = await ask.reading();
    return reading.inOrder(numbers, await lawyersByCertificateNo(reading, numbers, selectedFields(info)), 'askedNo');
  }

  @Query(() => LawyerConnection, {
    description:
      'A search for lawyers. Errors: ARGUMENT_FORBIDDEN (filter or order by a field not seen in full), PAGE_INVALID, CURSOR_INVALID, DIVISION_INVALID. Basis: LB-01.',
  })
  async lawyers(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => LawyerFilter, { nullable: true }) filter: LawyerFilter | null,
    @Arg('orderBy', () => LawyerOrder, { defaultValue: LawyerOrder.NAME }) order: LawyerOrder,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const search = checkedFilter(filter ?? {});
    const reading = await ask.reading();
    const rows = await searchLawyers(reading, search, order, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countLawyers(reading, search) : undefined;
    return connectionOf(rows, page, `lawyers/${order}`, total);
  }

  @FieldResolver(() => LicenceStatusEnum, {
    nullable: true,
    description:
      'Licence status (执业状态) today, or as of any day; null before the first grant. Asking for another day is a right of its own.',
  })
  licenceStatus(
    @Root() lawyer: Shown,
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    if (on == null || on === ask.grant.asker.today) return lawyer.licenceStatus ?? null;
    return ask.batch<string>(info.fieldNodes, () => (reading, ids) => statusesOn(reading, ids, on)).load(lawyer.id);
  }
}

function checkedNumber(number: string, ask: Ask, place: (string | number)[]) {
  return at(place, () => parseCertificateNo(number, ask.grant.asker.today));
}

function checkedFilter(filter: LawyerFilter): LawyerFilter {
  const { divisionCode, firmId } = filter;
  if (divisionCode != null) at(['filter', 'divisionCode'], () => parseDivision(divisionCode));
  if (firmId != null && !isUuid(firmId)) throw new Refusal('FIRM_UNKNOWN', ['filter', 'firmId']);
  return filter;
}
