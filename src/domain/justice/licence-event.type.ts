import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { AuthorityLevelEnum, LicenceEventKindEnum, PenaltyBasisEnum, PractitionerCategoryEnum } from './enums.type.js';

@ObjectType({
  description:
    'A licence event (执业许可事件), row C02. Events are never changed; a correction supersedes and both stay.',
})
export class LicenceEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => LicenceEventKindEnum)
  kind!: string;

  @Field(() => DateScalar, { description: 'First day of effect (生效日).' })
  effectiveOn!: string;

  @Field(() => DateScalar, { nullable: true })
  suspendedFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (截止日).' })
  suspendedUntil!: string | null;

  @Field(() => PractitionerCategoryEnum, { nullable: true })
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'The certificate number it brought (执业证号).' })
  certificateNo!: string | null;

  @Field(() => String, { nullable: true, description: 'Decision number (决定文号).' })
  decisionNo!: string | null;

  @Field(() => PenaltyBasisEnum, { nullable: true })
  legalBasis!: string | null;

  @Field(() => String, { description: 'The body that decided (决定机关).' })
  decidedBy!: string;

  @Field(() => AuthorityLevelEnum)
  decidedByLevel!: string;

  @Field(() => String, { nullable: true, description: 'Reason (事由); justice and the lawyer only.' })
  reason!: string | null;

  @Field(() => [String], { nullable: true, description: 'Fields of the lawyer record it changed.' })
  changedFields!: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The event it corrects (更正的原事件).' })
  supersedes!: string | null;

  @Field(() => ID, { nullable: true, description: 'The event that corrects it (更正本事件的事件).' })
  supersededBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  recordedAt!: string | null;
}
