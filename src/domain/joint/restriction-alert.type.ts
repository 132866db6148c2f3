import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import {
  RestrictionAlertKindEnum,
  RestrictionAlertStateEnum,
  RestrictionAlertSubjectEnum,
} from './restriction-alert-terms.type.js';
import { VerdictHeadlineEnum } from './verdict-terms.type.js';

@ObjectType({
  description:
    'A restriction alert (从业限制预警), rows C06 to C08: raised by the rules, and advice until a named person has decided on it.',
})
export class RestrictionAlert {
  @Field(() => ID)
  id!: string;

  @Field(() => RestrictionAlertKindEnum, { nullable: true })
  kind!: string | null;

  @Field(() => RestrictionAlertSubjectEnum, { nullable: true })
  subject!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record it is about, by id (预警对象编号).' })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Case number (案号): to the justice department once it is confirmed, to the parties never.',
  })
  caseNo!: string | null;

  @Field(() => VerdictHeadlineEnum, { nullable: true, description: 'The verdict (结论); null for a reminder.' })
  headline!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last restricted day, inclusive (最后限制日).' })
  lastRestrictedDay!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Raised by a fact that came after counsel was entered, or after an answer was given (事后发现).',
  })
  isDetectedLate!: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The member of staff to be recused or reminded (有关工作人员); court personnel and supervision only.',
  })
  staffId!: string | null;

  @Field(() => RestrictionAlertStateEnum, { nullable: true })
  state!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided on it last (处理人).' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When (处理时间); null while nobody has.' })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why (处理理由).' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  raisedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the answer that is recalled was given (原答复时间).',
  })
  answeredAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What it said (原答复).' })
  answerGiven!: string | null;

  @Field(() => String, { nullable: true, description: 'What holds now (现答复).' })
  answerNow!: string | null;

  @Field(() => String, { nullable: true, description: 'Who was told (原答复对象).' })
  toldTo!: string | null;
}

export const RestrictionAlertConnection = connectionType('RestrictionAlert', () => RestrictionAlert);
