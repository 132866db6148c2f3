import { Field, InputType, ObjectType } from 'type-graphql';

@InputType('LawyerFilter')
export class PeerLawyerFilter {
  @Field(() => String)
  namePrefix!: string;
}

@InputType('LawFirmFilter')
export class PeerFirmFilter {
  @Field(() => String)
  divisionCode!: string;
}

@ObjectType('Sanction')
export class PeerSanction {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  decisionNo!: string;

  @Field(() => String)
  effectiveOn!: string;
}

@ObjectType('LicenceEvent')
export class PeerEvent {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  effectiveOn!: string;

  @Field(() => String, { nullable: true })
  category!: string | null;

  @Field(() => String, { nullable: true })
  decisionNo!: string | null;
}

/** Its edges are field resolvers, and so are a firm's lawyers and the count of a page. */
@ObjectType('Lawyer')
export class PeerLawyer {
  @Field(() => String)
  fullName!: string;

  @Field(() => String)
  certificateNo!: string;

  @Field(() => String, { nullable: true })
  licenceStatus!: string | null;

  @Field(() => String, { nullable: true })
  category!: string | null;

  @Field(() => String, { nullable: true })
  mobile!: string | null;

  @Field(() => String, { nullable: true })
  officeAddress!: string | null;
}

@ObjectType('LawFirm')
export class PeerFirm {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  unifiedSocialCreditCode!: string;
}

@ObjectType('PageInfo')
export class PeerPageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType('LawyerConnection')
export class PeerLawyerPage {
  @Field(() => PeerPageInfo)
  pageInfo!: PeerPageInfo;

  @Field(() => [PeerLawyer])
  nodes!: PeerLawyer[];
}

@ObjectType('LawFirmConnection')
export class PeerFirmPage {
  @Field(() => [PeerFirm])
  nodes!: PeerFirm[];
}
