import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import { AuthorityLevelEnum, SanctionFamilyEnum, SanctionKindEnum } from './enums.type.js';
import type { AuthorityLevel } from './licence.terms.js';
import type { SanctionKind } from './sanction.terms.js';

@ObjectType({ description: 'An administrative penalty (行政处罚) or industry discipline (行业处分), row N14.' })
export class Sanction {
  @Field(() => ID)
  id!: string;

  @Field(() => SanctionKindEnum)
  kind!: string;

  @Field(() => SanctionFamilyEnum)
  family!: string;

  @Field(() => String, { description: 'Deciding body (决定机关).' })
  authority!: string;

  @Field(() => AuthorityLevelEnum)
  authorityLevel!: string;

  @Field(() => String, { description: 'Decision number (决定文号).' })
  decisionNo!: string;

  @Field(() => String, { description: 'Norm and article (处罚依据).' })
  legalBasis!: string;

  @Field(() => Float, { nullable: true, description: 'Fine in yuan (罚款金额,元).' })
  fineYuan!: number | null;

  @Field(() => DateScalar)
  decidedOn!: string;

  @Field(() => DateScalar)
  effectiveOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive.' })
  endsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Publication period, first day (公示起始日).' })
  publicFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Publication period, last day (公示截止日).' })
  publicUntil!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the decision was annulled (决定被撤销日).' })
  annulledOn!: string | null;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { nullable: true, description: 'Text of the decision (决定书全文).' })
  decisionText!: string | null;
}

@InputType({
  description: 'A penalty or discipline to be recorded; sent again with annulledOn it becomes annulled (处罚处分登记).',
})
export class SanctionInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The lawyer concerned, by certificate number.' })
  lawyerCertificateNo?: string | null;

  @Field(() => String, { nullable: true, description: 'The firm concerned, by credit code.' })
  firmCreditCode?: string | null;

  @Field(() => SanctionKindEnum)
  kind!: SanctionKind;

  @Field(() => String)
  authority!: string;

  @Field(() => AuthorityLevelEnum)
  authorityLevel!: AuthorityLevel;

  @Field(() => String)
  decisionNo!: string;

  @Field(() => String)
  legalBasis!: string;

  @Field(() => Float, { nullable: true })
  fineYuan?: number | null;

  @Field(() => ItemDateScalar)
  decidedOn!: string;

  @Field(() => ItemDateScalar)
  effectiveOn!: string;

  @Field(() => ItemDateScalar, { nullable: true })
  endsOn?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  publicFrom?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  publicUntil?: string | null;

  @Field(() => ItemDateScalar, {
    nullable: true,
    description: 'The decision recorded under this number is annulled from this day (撤销日).',
  })
  annulledOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the annulling decision (撤销决定文号).' })
  annulmentNo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The body that annulled; the recording unit when absent (撤销机关).',
  })
  annulledBy?: string | null;

  @Field(() => AuthorityLevelEnum, { nullable: true })
  annulledByLevel?: AuthorityLevel | null;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { nullable: true })
  decisionText?: string | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => ItemDateTimeScalar)
  asOf!: string;
}
