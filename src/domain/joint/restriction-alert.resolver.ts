import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { explanationsOf } from './alert-explanation.store.js';
import { concernsOn, decisionsOn, followUpsOn } from './alert-file.store.js';
import { AlertConcern, AlertDecision, AlertFollowUp } from './alert-file.type.js';
import {
  countRestrictionAlerts,
  listRestrictionAlerts,
  RESTRICTION_ALERT_ORDER,
  restrictionAlertById,
} from './restriction-alert.store.js';
import type { RestrictionAlertKind, RestrictionAlertState } from './restriction-alert.terms.js';
import { RestrictionAlert, RestrictionAlertConnection } from './restriction-alert.type.js';
import { RestrictionAlertKindEnum, RestrictionAlertStateEnum } from './restriction-alert-terms.type.js';
import { CourtStub, LawFirmStub, LawyerStub } from './stubs.type.js';

const stubOf = (id: unknown) => (typeof id === 'string' ? { id } : null);

/** Restriction alerts: whom and what they name, what they rest on, and what became of them. Basis: LB-07. */
@Resolver(() => RestrictionAlert)
export class RestrictionAlertResolver {
  @Query(() => RestrictionAlert, {
    nullable: true,
    description: 'One restriction alert; null when unknown or out of reach. Basis: LB-07.',
  })
  async restrictionAlert(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return restrictionAlertById(await ask.reading(), id, selectedFields(info));
  }

  @Query(() => RestrictionAlertConnection, {
    description:
      'Restriction alerts within reach, latest first (从业限制预警). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-07.',
  })
  async restrictionAlerts(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('kind', () => RestrictionAlertKindEnum, { nullable: true }) kind?: RestrictionAlertKind | null,
    @Arg('state', () => RestrictionAlertStateEnum, { nullable: true }) state?: RestrictionAlertState | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const filter = { kind: kind ?? null, state: state ?? null };
    const reading = await ask.reading();
    const rows = await listRestrictionAlerts(reading, filter, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countRestrictionAlerts(reading, filter) : undefined;
    return connectionOf(rows, page, RESTRICTION_ALERT_ORDER, total);
  }

  @FieldResolver(() => LawyerStub, { nullable: true, description: 'The lawyer concerned (当事律师).' })
  lawyer(@Root() alert: Shown) {
    return stubOf(alert.lawyer);
  }

  @FieldResolver(() => LawFirmStub, { nullable: true, description: 'The firm concerned (有关律师事务所).' })
  firm(@Root() alert: Shown) {
    return stubOf(alert.firm);
  }

  @FieldResolver(() => CourtStub, {
    nullable: true,
    description: 'The court that is told (预警法院): to the justice department once it is confirmed.',
  })
  court(@Root() alert: Shown) {
    return stubOf(alert.court);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'The verdict it rests on, in Chinese sentences, as you may read it (说明); null for a reminder.',
  })
  explanationZh(@Root() alert: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return explained(ask, info, alert.id, 'zh');
  }

  @FieldResolver(() => [String], { nullable: true, description: 'The same in English, line for line.' })
  explanationEn(@Root() alert: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return explained(ask, info, alert.id, 'en');
  }

  @FieldResolver(() => [AlertDecision], { nullable: true, description: 'Its steps, in their order (处理过程).' })
  decisions(@Root() alert: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, alert.id, decisionsOn);
  }

  @FieldResolver(() => [AlertFollowUp], { nullable: true, description: 'What was done on it (处置情况), row C08.' })
  followUps(@Root() alert: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, alert.id, followUpsOn);
  }

  @FieldResolver(() => [AlertConcern], {
    nullable: true,
    description: 'What the person concerned asked for, and the answers (当事人请求).',
  })
  concerns(@Root() alert: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, alert.id, concernsOn);
  }
}

const explained = (ask: Ask, info: GraphQLResolveInfo, id: string, language: 'zh' | 'en') =>
  ask
    .batch<readonly string[]>(info.fieldNodes, () => (reading, ids) => explanationsOf(reading, ids, language))
    .load(id);
