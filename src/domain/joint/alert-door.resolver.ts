import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import { selectedFields } from '../../operation/selection.js';
import { answerConcern, raiseConcern } from './alert-concern.js';
import { decideAlert, followUp } from './alert-deciding.js';
import { concernById, followUpById } from './alert-file.store.js';
import { AlertConcern, AlertFollowUp, AlertFollowUpInput } from './alert-file.type.js';
import { restrictionAlertById } from './restriction-alert.store.js';
import { RestrictionAlert } from './restriction-alert.type.js';

const STEP_ERRORS =
  'Errors: NOT_FOUND, PERSON_REQUIRED, OUT_OF_REACH, ALERT_STATE_INVALID, TEXT_INVALID, TEXT_TOO_SHORT';
const CONCERN_ERRORS = 'Errors: NOT_FOUND, CONCERN_PENDING, TEXT_INVALID, TEXT_TOO_SHORT';

const written = (ask: Ask, info: GraphQLResolveInfo, id: string) =>
  afterCommit(ask, (reading) => restrictionAlertById(reading, id, selectedFields(info)));
const asked = (ask: Ask, info: GraphQLResolveInfo, id: string) =>
  afterCommit(ask, (reading) => concernById(reading, id, selectedFields(info)));

/** What persons do about restriction alerts; each is an act of somebody who answers for it by name. Basis: LB-07. */
@Resolver()
export class AlertDoorResolver {
  @Mutation(() => RestrictionAlert, {
    description: `Confirms an alert (确认预警): the court that is told; on an application, a job or an internship the bureau. From then on the justice department may read the case number, and the person concerned the alert. ${STEP_ERRORS}. Basis: LB-07.`,
  })
  async confirmRestrictionAlert(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: '5 to 2,000 characters.' }) reason: string,
  ) {
    return written(ask, info, await decideAlert(actOf(ask), id, 'CONFIRMED', reason));
  }

  @Mutation(() => RestrictionAlert, {
    description: `Overrides an alert: it does not hold (推翻预警). ${STEP_ERRORS}. Basis: LB-32.`,
  })
  async overrideRestrictionAlert(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: '5 to 2,000 characters.' }) reason: string,
  ) {
    return written(ask, info, await decideAlert(actOf(ask), id, 'OVERRIDDEN', reason));
  }

  @Mutation(() => RestrictionAlert, {
    description: `Corrects what was decided on an alert: it was found wrong (更正预警处理). ${STEP_ERRORS}. Basis: LB-15.`,
  })
  async correctRestrictionAlert(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: '5 to 2,000 characters.' }) reason: string,
  ) {
    return written(ask, info, await decideAlert(actOf(ask), id, 'CORRECTED', reason));
  }

  @Mutation(() => RestrictionAlert, {
    description: `Closes a confirmed alert: what had to be done is done (预警办结). ${STEP_ERRORS}. Basis: LB-42.`,
  })
  async closeRestrictionAlert(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: '5 to 2,000 characters.' }) reason: string,
  ) {
    return written(ask, info, await decideAlert(actOf(ask), id, 'CLOSED', reason));
  }

  @Mutation(() => AlertFollowUp, {
    description:
      'Enters what was done on a confirmed alert (处置情况登记), row C08. Errors: NOT_FOUND, PERSON_REQUIRED, ALERT_STATE_INVALID, PERIOD_INVALID, DAY_TO_COME, FIELD_REQUIRED, TEXT_INVALID. Basis: LB-42.',
  })
  async recordAlertFollowUp(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AlertFollowUpInput) input: AlertFollowUpInput,
  ) {
    const id = await followUp(actOf(ask), input);
    return afterCommit(ask, (reading) => followUpById(reading, id, selectedFields(info)));
  }

  @Mutation(() => AlertConcern, {
    description: `The person concerned asks for an explanation of what was decided on an alert about him (请求说明). ${CONCERN_ERRORS}. Basis: LB-32.`,
  })
  async requestAlertExplanation(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('alertId', () => ID) alertId: string,
    @Arg('statement', () => String, { description: '5 to 2,000 characters.' }) statement: string,
  ) {
    return asked(ask, info, await raiseConcern(actOf(ask), alertId, 'EXPLANATION', statement));
  }

  @Mutation(() => AlertConcern, {
    description: `The person concerned asks for the correction of what an alert about him rests on (请求更正). ${CONCERN_ERRORS}. Basis: LB-15.`,
  })
  async requestAlertCorrection(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('alertId', () => ID) alertId: string,
    @Arg('statement', () => String, { description: '5 to 2,000 characters.' }) statement: string,
  ) {
    return asked(ask, info, await raiseConcern(actOf(ask), alertId, 'CORRECTION', statement));
  }

  @Mutation(() => AlertConcern, {
    description:
      'Answers what the person concerned asked for (答复当事人请求): court personnel, or the bureau on what it decides. Errors: NOT_FOUND, PERSON_REQUIRED, CONCERN_ANSWERED, TEXT_INVALID, TEXT_TOO_SHORT. Basis: LB-32.',
  })
  async answerAlertConcern(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('answer', () => String, { description: '5 to 2,000 characters.' }) answer: string,
  ) {
    return asked(ask, info, await answerConcern(actOf(ask), id, answer));
  }
}
