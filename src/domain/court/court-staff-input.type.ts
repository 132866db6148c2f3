import { Field, ID, InputType, Int } from 'type-graphql';
import { ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import type {
  ApprovalKind,
  DepartureType,
  LeadingPost,
  OrganKind,
  PledgeKind,
  PublicOrgan,
  StaffCategory,
  Tenure,
} from './staff.terms.js';
import {
  ApprovalKindEnum,
  DepartureTypeEnum,
  LeadingPostEnum,
  OrganKindEnum,
  PledgeKindEnum,
  PublicOrganEnum,
  StaffCategoryEnum,
  TenureEnum,
} from './staff-enums.type.js';

/** Where a service or departure was: a court by its own code, or another organ by kind, name and division. */
@InputType()
abstract class PlaceInput {
  @Field(() => String, { nullable: true, description: "The court's own code (法院代字)." })
  court?: string | null;

  @Field(() => OrganKindEnum, { nullable: true, description: 'COURT when absent.' })
  organKind?: OrganKind | null;

  @Field(() => String, { nullable: true, description: 'Name of an organ that is no court (机关名称).' })
  organName?: string | null;

  @Field(() => String, { nullable: true, description: 'Division of that organ, GB/T 2260 (机关行政区划).' })
  organDivisionCode?: string | null;
}

@InputType({ description: 'A stretch of service of equal post, category and rank (任职经历).' })
export class CourtServiceInput extends PlaceInput {
  @Field(() => String)
  post!: string;

  @Field(() => StaffCategoryEnum)
  category!: StaffCategory;

  @Field(() => Int, { nullable: true, description: 'Rank by ordinal, 1 the highest; absent when unknown (等级序位).' })
  rank?: number | null;

  @Field(() => TenureEnum, { nullable: true })
  tenure?: Tenure | null;

  @Field(() => Boolean, { nullable: true, description: 'In post (在编); absent when unknown, as all that follow.' })
  isInPost?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  isCivilServant?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  isLeadershipMember?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  isCommitteeMember?: boolean | null;

  @Field(() => LeadingPostEnum, { nullable: true })
  leadingPost?: LeadingPost | null;

  @Field(() => Boolean, { nullable: true })
  triesOrEnforces?: boolean | null;

  @Field(() => ItemDateScalar)
  from!: string;

  @Field(() => ItemDateScalar, {
    nullable: true,
    description: 'Last day, inclusive; absent while it goes on, and where a departure ends it.',
  })
  until?: string | null;

  @Field(() => ID, { nullable: true, description: 'The service this one corrects; it stays on record (更正).' })
  supersedes?: string | null;
}

@InputType({ description: 'A departure (离任), with every day that may be that of leaving.' })
export class DepartureInput extends PlaceInput {
  @Field(() => DepartureTypeEnum)
  type!: DepartureType;

  @Field(() => ItemDateScalar, {
    nullable: true,
    description: 'The day that counts; absent: the later of exitedOn and postEndedOn (离任日).',
  })
  effectiveOn?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  resignationApprovedOn?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  retirementOrderedOn?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  removedFromOfficeOn?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  civilServantUntil?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  exitedOn?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  postEndedOn?: string | null;

  @Field(() => Boolean, { nullable: true })
  wasCivilServant?: boolean | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => String, { nullable: true })
  disciplineDetail?: string | null;

  @Field(() => String, { nullable: true })
  decisionNo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The departure this one corrects; it stays on record (更正).' })
  supersedes?: string | null;
}

@InputType({ description: 'The annulment of a departure on record, as of a dismissal (离任决定被撤销).' })
export class DepartureAnnulmentInput {
  @Field(() => ID)
  departure!: string;

  @Field(() => ItemDateScalar)
  annulledOn!: string;

  @Field(() => String, { nullable: true })
  annulmentNo?: string | null;
}

@InputType({ description: 'A public post after a transfer (调离后的公职).' })
export class LaterPublicPostInput {
  @Field(() => String)
  organName!: string;

  @Field(() => PublicOrganEnum)
  organ!: PublicOrgan;

  @Field(() => Boolean, { nullable: true })
  isCivilServant?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  ledAtCountyLevel?: boolean | null;

  @Field(() => ItemDateScalar)
  from!: string;

  @Field(() => ItemDateScalar, { nullable: true })
  until?: string | null;

  @Field(() => DepartureTypeEnum, { nullable: true })
  leftBy?: DepartureType | null;

  @Field(() => ItemDateScalar, { nullable: true })
  annulledOn?: string | null;
}

@InputType({ description: 'An approval of a job in a law firm (任职审批).' })
export class StaffApprovalInput {
  @Field(() => ApprovalKindEnum)
  kind!: ApprovalKind;

  @Field(() => ItemDateScalar)
  grantedOn!: string;

  @Field(() => String)
  documentNo!: string;

  @Field(() => String, { nullable: true })
  grantedBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Credit code of the firm it is for; absent for any.' })
  firmCreditCode?: string | null;

  @Field(() => ItemDateScalar, { nullable: true })
  relationsMovedOn?: string | null;
}

@InputType({
  description: 'A pledge, declared destination or report of change (承诺与报告); named by kind and due day.',
})
export class StaffPledgeInput {
  @Field(() => PledgeKindEnum)
  kind!: PledgeKind;

  @Field(() => ItemDateScalar)
  dueOn!: string;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Day it was signed or reported; absent while owed.' })
  fulfilledOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Required of a report that was made (去向).' })
  destination?: string | null;
}

@InputType({
  description:
    'A member of court staff (法院工作人员登记), named by the citizen ID: known, he is brought up to date and what is new is added.',
})
export class CourtStaffInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: 'Matched by keyed hash; never stored in clear, returned or logged.' })
  citizenIdNumber!: string;

  @Field(() => String)
  fullName!: string;

  @Field(() => String, { nullable: true })
  personnelFileNo?: string | null;

  @Field(() => String, { nullable: true, description: 'Issuer of the account by which he uses the hub.' })
  accountIssuer?: string | null;

  @Field(() => String, { nullable: true })
  accountSubject?: string | null;

  @Field(() => [CourtServiceInput], { nullable: true })
  services?: CourtServiceInput[] | null;

  @Field(() => [DepartureInput], { nullable: true })
  departures?: DepartureInput[] | null;

  @Field(() => [DepartureAnnulmentInput], { nullable: true })
  annulments?: DepartureAnnulmentInput[] | null;

  @Field(() => [LaterPublicPostInput], { nullable: true })
  laterPosts?: LaterPublicPostInput[] | null;

  @Field(() => [StaffApprovalInput], { nullable: true })
  approvals?: StaffApprovalInput[] | null;

  @Field(() => [StaffPledgeInput], { nullable: true })
  pledges?: StaffPledgeInput[] | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => ItemDateTimeScalar, { description: 'How old the values are (数据时点).' })
  asOf!: string;
}
