import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import type { FollowUpKind } from './restriction-alert.terms.js';
import {
  AlertConcernKindEnum,
  AlertFollowUpKindEnum,
  RestrictionAlertStateEnum,
} from './restriction-alert-terms.type.js';

@ObjectType({ description: 'A step of an alert (处理过程): into which state, by whom, when and why.' })
export class AlertDecision {
  @Field(() => ID)
  id!: string;

  @Field(() => RestrictionAlertStateEnum, { nullable: true })
  state!: string | null;

  @Field(() => String, { nullable: true })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({
  description: 'What was done on a confirmed alert (处置情况), row C08; the note stays with the side that did it.',
})
export class AlertFollowUp {
  @Field(() => ID)
  id!: string;

  @Field(() => AlertFollowUpKindEnum, { nullable: true })
  kind!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was done (处置日).' })
  doneOn!: string | null;

  @Field(() => String, { nullable: true, description: 'COURT or JUSTICE (处置机关).' })
  institution!: string | null;

  @Field(() => String, { nullable: true })
  recordedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  recordedAt!: string | null;
}

@ObjectType({
  description: 'What the person concerned asks for, and the answer (当事人请求), 个人信息保护法 art. 24, 46, 48.',
})
export class AlertConcern {
  @Field(() => ID)
  id!: string;

  @Field(() => AlertConcernKindEnum, { nullable: true })
  kind!: string | null;

  @Field(() => String, { nullable: true })
  statement!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  madeAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The answer (答复); null while there is none.' })
  answer!: string | null;

  @Field(() => String, { nullable: true })
  answeredBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
}

@InputType({ description: 'What was done on a confirmed alert (处置情况).' })
export class AlertFollowUpInput {
  @Field(() => ID)
  alertId!: string;

  @Field(() => AlertFollowUpKindEnum)
  kind!: FollowUpKind;

  @Field(() => DateScalar, { description: 'Day it was done, from the day of the alert until today.' })
  doneOn!: string;

  @Field(() => String, { nullable: true, description: 'Required of OTHER; at most 2,000 characters.' })
  note?: string | null;
}
