import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import { DateScalar } from '../../operation/scalars.js';
import { selectedFields } from '../../operation/selection.js';
import { listPacks, packById } from './rule-pack.store.js';
import { RulePack, RulePackInput } from './rule-pack.type.js';
import { announceRulePack } from './rule-pack-announcing.js';

/** The rules that verdicts rest on, as dated packs. Basis: LB-45. */
@Resolver(() => RulePack)
export class RulePackResolver {
  @Query(() => [RulePack], {
    description: 'The rule packs in force on a day, or all of them, by code and first day (规则包). Basis: LB-45.',
  })
  async rulePacks(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('on', () => DateScalar, { nullable: true, description: 'Those in force on that day.' }) on?: string | null,
  ) {
    return listPacks(await ask.reading(), on ?? null, selectedFields(info));
  }

  @Mutation(() => RulePack, {
    description:
      'Announces a version of a rule pack (规则包登记), by the security administrator of a unit of the province. Errors: OUT_OF_REACH, TEXT_INVALID, PERIOD_INVALID, SWITCH_INVALID, BATCH_TOO_LARGE, RULE_PACK_EXISTS, RULE_PACK_UNKNOWN, RULE_PACK_OVERLAPS. Basis: LB-45.',
  })
  async announceRulePack(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RulePackInput) input: RulePackInput,
  ) {
    const id = await announceRulePack(actOf(ask), input);
    return afterCommit(ask, (reading) => packById(reading, id, selectedFields(info)));
  }
}
