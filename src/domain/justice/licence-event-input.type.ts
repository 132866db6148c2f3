import { Field, ID, InputType } from 'type-graphql';
import { ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import { AuthorityLevelEnum, PenaltyBasisEnum, PractitionerCategoryEnum, PushedEventKindEnum } from './enums.type.js';
import type { AuthorityLevel, LicenceEventKind, PenaltyBasis, PractitionerCategory } from './licence.terms.js';

@InputType({ description: 'Contact values of a lawyer (联系方式和地址). What is not given stays; null clears.' })
export class ContactValuesInput {
  @Field(() => String, { nullable: true })
  mobile?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  officeAddress?: string | null;

  @Field(() => String, { nullable: true })
  homeAddress?: string | null;
}

@InputType({ description: 'The person a licence is granted to (被准予执业人员).' })
export class GrantedPersonInput {
  @Field(() => String)
  fullName!: string;

  @Field(() => [String], { nullable: true, description: 'Former names (曾用名).' })
  formerNames?: string[] | null;

  @Field(() => String, {
    description: 'Citizen ID number: matched by keyed hash, never returned (公民身份号码,仅用于比对).',
  })
  citizenIdNumber!: string;

  @Field(() => ItemDateScalar, {
    nullable: true,
    description: 'First day of practice; the day of the grant when absent (首次执业日).',
  })
  firstPractisedOn?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Initial load only: other numbers of the same person, of merged duplicates (合并的重复登记).',
  })
  mergedCertificateNos?: string[] | null;

  @Field(() => ContactValuesInput, { nullable: true })
  contact?: ContactValuesInput | null;
}

@InputType({
  description:
    'One licence event (执业许可事件). Which fields belong to which kind: GRANTED — person, category, certificateNo, firm or divisionCode; FIRM_CHANGED — firm; CONTACT_CHANGED — contact; CATEGORY_CHANGED — category; SUSPENDED — suspendedFrom, suspendedUntil, decisionNo, legalBasis; REVOKED — decisionNo, legalBasis.',
})
export class LicenceEventInput {
  @Field(() => String, {
    description: "The client's own key: the same key and content sent again is recorded once (幂等键).",
  })
  key!: string;

  @Field(() => PushedEventKindEnum)
  kind!: Exclude<LicenceEventKind, 'PENALTY_ANNULLED'>;

  @Field(() => ID, { nullable: true, description: 'The lawyer, by id; or by certificateNo.' })
  lawyerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The lawyer's practising-certificate number (执业证号); for GRANTED the number granted.",
  })
  certificateNo?: string | null;

  @Field(() => ItemDateScalar, { description: 'First day of effect; may lie in the past (生效日).' })
  effectiveOn!: string;

  @Field(() => String, { description: 'The body that decided (决定机关).' })
  decidedBy!: string;

  @Field(() => AuthorityLevelEnum)
  decidedByLevel!: AuthorityLevel;

  @Field(() => String, {
    nullable: true,
    description: 'Decision number; of a suspension or revocation: that of the recorded penalty (决定文号).',
  })
  decisionNo?: string | null;

  @Field(() => PenaltyBasisEnum, { nullable: true })
  legalBasis?: PenaltyBasis | null;

  @Field(() => ItemDateScalar, { nullable: true })
  suspendedFrom?: string | null;

  @Field(() => ItemDateScalar, {
    nullable: true,
    description: 'Last day of the suspension, inclusive (停止执业截止日).',
  })
  suspendedUntil?: string | null;

  @Field(() => ID, { nullable: true, description: 'The firm joined, by id; or by firmCreditCode.' })
  firmId?: string | null;

  @Field(() => String, { nullable: true, description: "The firm's unified social credit code (统一社会信用代码)." })
  firmCreditCode?: string | null;

  @Field(() => PractitionerCategoryEnum, { nullable: true })
  category?: PractitionerCategory | null;

  @Field(() => String, {
    nullable: true,
    description: 'With FIRM_CHANGED or CATEGORY_CHANGED: the number from then on (新执业证号).',
  })
  newCertificateNo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'GRANTED without a firm: division of the licensing bureau (GB/T 2260).',
  })
  divisionCode?: string | null;

  @Field(() => GrantedPersonInput, { nullable: true })
  person?: GrantedPersonInput | null;

  @Field(() => ContactValuesInput, { nullable: true })
  contact?: ContactValuesInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason of a deregistration, rescission or pause; shown to justice and the lawyer only (事由).',
  })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'The event this one corrects; both stay (更正的原事件).' })
  supersedes?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the source system (来源系统).' })
  source?: string | null;

  @Field(() => ItemDateTimeScalar, { description: 'As of when the source says so (数据时点).' })
  asOf!: string;

  @Field(() => String, { nullable: true, description: "The source's own status code, kept as it is." })
  sourceStatusCode?: string | null;

  @Field(() => String, { nullable: true })
  sourceStatusText?: string | null;
}
