import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { countDisabled, DISABLED_ORDER, disabledById, listDisabled } from './account.store.js';
import { DisabledAccount, DisabledAccountConnection } from './account.type.js';
import { disableAccount, restoreAccount } from './account-disabling.js';
import { unitsByIds } from './unit.store.js';
import { Unit } from './unit.type.js';

/** Accounts of persons, as far as they are disabled. Basis: LB-20. */
@Resolver(() => DisabledAccount)
export class AccountResolver {
  @Query(() => DisabledAccountConnection, {
    description: 'Accounts that units in your charge have disabled, latest first (停用账号). Basis: LB-20.',
  })
  async disabledAccounts(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listDisabled(reading, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countDisabled(reading) : undefined;
    return connectionOf(rows, page, DISABLED_ORDER, total);
  }

  @Mutation(() => DisabledAccount, {
    description:
      'Disables an account for the units in your charge, and firms and lawyers when you are of the bar (账号停用). Errors: TEXT_INVALID, NOT_ONESELF, LAST_ADMINISTRATOR, ACCOUNT_DISABLED. Basis: LB-20.',
  })
  async disableAccount(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('issuer', () => String) issuer: string,
    @Arg('subject', () => String) subject: string,
    @Arg('reason', () => String) reason: string,
  ) {
    return written(ask, info, await disableAccount(actOf(ask), { issuer, subject }, reason));
  }

  @Mutation(() => DisabledAccount, {
    description:
      'Restores an account, by the id under which it is disabled (账号恢复). Errors: NOT_FOUND. Basis: LB-20.',
  })
  async restoreAccount(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return written(ask, info, await restoreAccount(actOf(ask), id));
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that disabled it (停用单位).' })
  unit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Root() account: Shown) {
    return toOne(ask, info, account.unit, unitsByIds);
  }
}

const written = (ask: Ask, info: GraphQLResolveInfo, id: string) =>
  afterCommit(ask, (reading) => disabledById(reading, id, selectedFields(info)));
