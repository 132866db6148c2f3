import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar, ItemDateScalar } from '../../operation/scalars.js';
import { InternshipOutcomeEnum, InternshipStateEnum } from './enums.type.js';
import type { InternshipOutcome } from './internship.terms.js';

@ObjectType({ description: 'An internship before practice (申请律师执业实习), row N48.' })
export class Internship {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name of the intern (实习人员姓名).' })
  fullName!: string;

  @Field(() => String, { description: 'Division of the firm when he applied (律所所在行政区划).' })
  divisionCode!: string;

  @Field(() => DateScalar, { description: 'Day he applied (申请日).' })
  appliedOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'He declares to have worked at a court (是否申报法院任职经历); null while he declares nothing.',
  })
  declaresCourtWork!: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day he signed the pledge (承诺书签署日); null while he has not.',
  })
  pledgeSignedOn!: string | null;

  @Field(() => InternshipStateEnum, { nullable: true })
  state!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day (实习起始日).' })
  fromOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (实习截止日).' })
  untilOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision (登记决定日).' })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Reason of the decision (决定理由).' })
  decisionReason!: string | null;
}

export const InternshipConnection = connectionType('Internship', () => Internship);

@ObjectType({
  description:
    'What a former court is asked before an internship is registered, and what it answers (原任职法院意见), 司发通〔2021〕61号 art. 7. The reason stays with the court.',
})
export class FormerCourtOpinion {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked (征求时间).' })
  requestedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it answered (反馈时间); null while it has not.' })
  givenAt!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'It objects (是否有异议).' })
  objects!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why (理由); court personnel only.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers for the court (答复人); court personnel only.' })
  givenBy!: string | null;
}

@InputType({ description: 'An application for registration as an intern (实习登记申请).' })
export class InternshipInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String)
  fullName!: string;

  @Field(() => String, {
    description: 'Citizen ID number (公民身份号码); kept as keyed hash and ciphertext, never answered.',
  })
  citizenIdNumber!: string;

  @Field(() => ID, { nullable: true, description: 'The firm, by id; or by firmCreditCode.' })
  firmId?: string | null;

  @Field(() => String, { nullable: true })
  firmCreditCode?: string | null;

  @Field(() => String, {
    description: 'The mentor, a practising lawyer of the firm, by certificate number (指导律师).',
  })
  mentorCertificateNo!: string;

  @Field(() => ItemDateScalar)
  appliedOn!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of the courts he declares to have worked at, at most 20: they are asked at once. Empty: he declares none; absent: he declares nothing (申报的原任职法院).',
  })
  formerCourts?: string[] | null;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Day he signed the pledge (承诺书签署日).' })
  pledgeSignedOn?: string | null;
}

@InputType({ description: 'The opinion of a former court (原任职法院意见), given by its personnel department.' })
export class FormerCourtOpinionInput {
  @Field(() => ID, { description: 'Id of the request.' })
  id!: string;

  @Field(() => Boolean)
  objects!: boolean;

  @Field(() => String, { nullable: true, description: 'Required of an objection; stays with the court.' })
  reason?: string | null;

  @Field(() => String, { description: 'The person who answers for the court (答复人).' })
  givenBy!: string;
}

@InputType({ description: 'A decision on registration (实习登记决定).' })
export class InternshipDecisionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: 'Registered, or refused.' })
  register!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Required of a registration.' })
  fromOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Required of a registration; last day, inclusive.' })
  untilOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Required of a refusal.' })
  reason?: string | null;
}

@InputType({ description: 'How an internship ends (实习结束).' })
export class InternshipEndInput {
  @Field(() => ID)
  id!: string;

  @Field(() => DateScalar, { description: 'Its last day, not after today.' })
  on!: string;

  @Field(() => InternshipOutcomeEnum)
  outcome!: InternshipOutcome;
}
