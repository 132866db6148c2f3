import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { DepartureTypeEnum, LeavingDayGroundEnum, OrganKindEnum } from './staff-enums.type.js';

@ObjectType({
  description: 'A departure (离任). It stands until another supersedes it or it is annulled; then both stay on record.',
})
export class Departure {
  @Field(() => ID)
  id!: string;

  @Field(() => OrganKindEnum)
  organKind!: string;

  @Field(() => String, { nullable: true, description: 'Name of an organ that is no court (机关名称).' })
  organName!: string | null;

  @Field(() => String, { nullable: true, description: 'Division of that organ, GB/T 2260 (机关行政区划).' })
  organDivisionCode!: string | null;

  @Field(() => DepartureTypeEnum)
  type!: string;

  @Field(() => DateScalar, { description: 'The day that counts (离任日).' })
  effectiveOn!: string;

  @Field(() => LeavingDayGroundEnum, { nullable: true })
  effectiveBy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Resignation approved (批准辞去公职).' })
  resignationApprovedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Retirement ordered (退休审批).' })
  retirementOrderedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Removed from the post by the standing committee (免职).' })
  removedFromOfficeOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of civil-servant status (公务员身份截止日).' })
  civilServantUntil!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Actual exit (实际离院).' })
  exitedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'End of the post (职务、编制终止).' })
  postEndedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Civil servant when leaving (离任时具有公务员身份).' })
  wasCivilServant!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Reason (离任事由); court personnel and the person only.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Discipline (处分情况); court personnel and the person only.' })
  disciplineDetail!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision (文号).' })
  decisionNo!: string | null;

  @Field(() => ID, { nullable: true, description: 'The departure this one corrects (所更正的离任).' })
  supersedes!: string | null;

  @Field(() => ID, { nullable: true, description: 'The departure that corrected this one (更正后的离任).' })
  supersededBy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was annulled (撤销日).' })
  annulledOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the annulment (撤销文号).' })
  annulmentNo!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  recordedAt!: string | null;
}
