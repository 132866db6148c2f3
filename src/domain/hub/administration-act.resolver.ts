import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { ACT_ORDER, countActs, listActs } from './administration-act.store.js';
import { AdministrationAct, AdministrationActConnection } from './administration-act.type.js';
import { unitsByIds } from './unit.store.js';
import { Unit } from './unit.type.js';

/** What administrators did, for those who audit them. Basis: LB-19. */
@Resolver(() => AdministrationAct)
export class AdministrationActResolver {
  @Query(() => AdministrationActConnection, {
    description:
      'Acts of administration in the units in your charge, done and refused, latest first (管理操作审计). Errors: PERIOD_INVALID. Basis: LB-19.',
  })
  async administrationActs(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('from', () => DateTimeScalar, { nullable: true }) from?: string | null,
    @Arg('to', () => DateTimeScalar, { nullable: true }) to?: string | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    if (from && to && to < from) throw new Refusal('PERIOD_INVALID', ['to']);
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const stretch = { from: from ?? null, to: to ?? null };
    const rows = await listActs(reading, stretch, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countActs(reading, stretch) : undefined;
    return connectionOf(rows, page, ACT_ORDER, total);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit it was done for (所在单位).' })
  unit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() act: Shown) {
    return toOne(ask, info, act.unit, unitsByIds);
  }
}
