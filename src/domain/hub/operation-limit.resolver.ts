import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { clientsByIds } from './client.store.js';
import { Client } from './client.type.js';
import { countLimits, LIMIT_ORDER, limitById, listLimits } from './client-operation.store.js';
import { OperationLimit, OperationLimitConnection } from './client-operation.type.js';
import { liftOperationLimit, limitClient, limitUnit } from './operation-limiting.js';
import { unitsByIds } from './unit.store.js';
import { Unit } from './unit.type.js';

/** Who may ask registered operations only. Basis: LB-20. */
@Resolver(() => OperationLimit)
export class OperationLimitResolver {
  @Query(() => OperationLimitConnection, {
    description:
      'Limitations to registered operations that hold, of the units in your charge and their clients, latest first (操作限制目录). Basis: LB-20.',
  })
  async operationLimits(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listLimits(reading, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countLimits(reading) : undefined;
    return connectionOf(rows, page, LIMIT_ORDER, total);
  }

  @Mutation(() => OperationLimit, {
    description:
      'Limits a client to its registered operations (限定客户端仅可执行已登记操作). Errors: TEXT_INVALID, NOT_FOUND, NOT_ONESELF, SAME_PERSON, LIMIT_EXISTS. Basis: LB-20.',
  })
  async limitClient(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
  ) {
    return written(ask, info, await limitClient(actOf(ask), id, reason));
  }

  @Mutation(() => OperationLimit, {
    description:
      'Limits every client of a unit and of those in its charge, also later ones, to registered operations; that of the highest unit limits the institution (限定单位). Errors: TEXT_INVALID, VALUE_UNKNOWN, OUT_OF_REACH, NOT_ONESELF, SAME_PERSON, LIMIT_EXISTS. Basis: LB-20.',
  })
  async limitUnit(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('unit', () => String, { description: 'Its code (单位代码).' }) unit: string,
    @Arg('reason', () => String) reason: string,
  ) {
    return written(ask, info, await limitUnit(actOf(ask), unit, reason));
  }

  @Mutation(() => OperationLimit, {
    description:
      'Lifts a limitation that another person set (解除操作限制). Errors: NOT_FOUND, SAME_PERSON. Basis: LB-20.',
  })
  async liftOperationLimit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return written(ask, info, await liftOperationLimit(actOf(ask), id));
  }

  @FieldResolver(() => Client, { nullable: true, description: 'The client; none when it is a whole unit (接入系统).' })
  client(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() limit: Shown) {
    return toOne(ask, info, limit.client, clientsByIds);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that is limited, or the client’s (单位).' })
  unit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() limit: Shown) {
    return toOne(ask, info, limit.unit, unitsByIds);
  }
}

const written = (ask: Ask, info: GraphQLResolveInfo, id: string) =>
  afterCommit(ask, (reading) => limitById(reading, id, selectedFields(info)));
