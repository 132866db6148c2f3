import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, ItemDateScalar } from '../../operation/scalars.js';
import {
  AgentCategoryEnum,
  CapacityEnum,
  PartyRelationEnum,
  PartySideEnum,
  RepresentationEndEnum,
  RepresentationEndingEnum,
} from './enums.type.js';
import type { AgentCategory, Capacity, PartyRelation, PartySide } from './representation.terms.js';
import type { Ending } from './representation-ending.js';

@ObjectType({
  description:
    'Who acts in a case (代理、辩护关系), row N23: on which side, in what capacity, from when to when. No party is named.',
})
export class Representation {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name of counsel without a licence (非律师代理人姓名).' })
  agentName!: string | null;

  @Field(() => PartySideEnum)
  side!: string;

  @Field(() => CapacityEnum)
  capacity!: string;

  @Field(() => AgentCategoryEnum)
  category!: string;

  @Field(() => PartyRelationEnum, { nullable: true, description: 'What a guardian or near relative is to the party.' })
  relation!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The relation was proved at the window (已提交关系证明).' })
  isRelationProved!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The party, or the accused, chose him himself (本人委托).' })
  isChosenByParty!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'He has an interest in the result (与案件结果有利害关系).' })
  isInterested!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The party is his employer (当事人为其所在单位).' })
  isPartyEmployer!: boolean | null;

  @Field(() => DateScalar, { description: 'First day (起始日).' })
  fromOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (截止日); null while it has no end.' })
  untilOn!: string | null;

  @Field(() => Boolean, { description: 'It is over today (是否终止).' })
  ended!: boolean;

  @Field(() => RepresentationEndEnum, { nullable: true })
  endReason!: string | null;
}

export const RepresentationConnection = connectionType('Representation', () => Representation);

@InputType({ description: 'Counsel without a licence (非律师代理人).' })
export class AgentInput {
  @Field(() => String, { description: 'Name (姓名).' })
  fullName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Citizen ID number (公民身份号码); kept as keyed hash and ciphertext, never answered.',
  })
  citizenIdNumber?: string | null;
}

@InputType({ description: 'A representation to be entered (代理、辩护关系登记).' })
export class RepresentationInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: 'Case number (案号) of a case entered before.' })
  caseNo!: string;

  @Field(() => String, { nullable: true, description: 'The lawyer, by practising-certificate number (执业证号).' })
  certificateNo?: string | null;

  @Field(() => AgentInput, { nullable: true, description: 'Counsel without a licence, in place of certificateNo.' })
  agent?: AgentInput | null;

  @Field(() => PartySideEnum)
  side!: PartySide;

  @Field(() => CapacityEnum)
  capacity!: Capacity;

  @Field(() => AgentCategoryEnum)
  category!: AgentCategory;

  @Field(() => PartyRelationEnum, { nullable: true, description: 'Required of NEAR_RELATIVE, allowed for GUARDIAN.' })
  relation?: PartyRelation | null;

  @Field(() => Boolean, { nullable: true })
  isRelationProved?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The party, or the accused, chose him himself (本人委托).' })
  isChosenByParty?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'He has an interest in the result (与案件结果有利害关系).' })
  isInterested?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The party is his employer (当事人为其所在单位).' })
  isPartyEmployer?: boolean | null;

  @Field(() => ItemDateScalar, { description: 'First day (起始日), not after today.' })
  fromOn!: string;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Last day of the mandate, inclusive (委托期限截止日).' })
  untilOn?: string | null;
}

@InputType({ description: 'How a representation ends (代理关系终止).' })
export class RepresentationEndInput implements Ending {
  @Field(() => ID)
  id!: string;

  @Field(() => DateScalar, { description: 'Its last day (截止日), not after today.' })
  on!: string;

  @Field(() => RepresentationEndingEnum)
  reason!: Ending['reason'];
}
