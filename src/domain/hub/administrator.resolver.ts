import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { ADMINISTRATOR_ORDER, countAdministrators, listAdministrators } from './account.store.js';
import { Administrator, AdministratorConnection } from './account.type.js';
import { unitsByIds } from './unit.store.js';
import { Unit } from './unit.type.js';

/** Who holds which office. Basis: LB-18. */
@Resolver(() => Administrator)
export class AdministratorResolver {
  @Query(() => AdministratorConnection, {
    description: 'Who administers the units in your charge, by unit (管理员名单). Basis: LB-18.',
  })
  async administrators(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listAdministrators(reading, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countAdministrators(reading) : undefined;
    return connectionOf(rows, page, ADMINISTRATOR_ORDER, total);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit of the office (所在单位).' })
  unit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() office: Shown) {
    return toOne(ask, info, office.unit, unitsByIds);
  }
}
