import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar } from '../../operation/scalars.js';
import type { AgentCategory, Capacity, PartyRelation, PartySide } from '../court/index.js';
import { AgentCategoryEnum, CapacityEnum, PartyRelationEnum, PartySideEnum } from '../court/index.js';
import { RestrictionVerdict } from './verdict.type.js';

@InputType({ description: 'Counsel without a licence (非律师代理人).' })
export class CounselPersonInput {
  @Field(() => String, { description: 'Name (姓名).' })
  fullName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Citizen ID number (公民身份号码); kept as keyed hash and ciphertext, never answered.',
  })
  citizenIdNumber?: string | null;
}

@InputType({ description: 'Who is to act in a case, and how (代理、辩护关系).' })
export class CounselInput {
  @Field(() => String, { description: 'Case number (案号) of a case entered before.' })
  caseNo!: string;

  @Field(() => String, { nullable: true, description: 'The lawyer, by practising-certificate number (执业证号).' })
  certificateNo?: string | null;

  @Field(() => CounselPersonInput, {
    nullable: true,
    description: 'Counsel without a licence, in place of certificateNo.',
  })
  agent?: CounselPersonInput | null;

  @Field(() => PartySideEnum)
  side!: PartySide;

  @Field(() => CapacityEnum)
  capacity!: Capacity;

  @Field(() => AgentCategoryEnum)
  category!: AgentCategory;

  @Field(() => PartyRelationEnum, { nullable: true, description: 'Required of NEAR_RELATIVE, allowed for GUARDIAN.' })
  relation?: PartyRelation | null;

  @Field(() => Boolean, { nullable: true, description: 'The relation was proved at the window (已提交关系证明).' })
  isRelationProved?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The party, or the accused, chose him himself (本人委托).' })
  isChosenByParty?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'He has an interest in the result (与案件结果有利害关系).' })
  isInterested?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The party is his employer (当事人为其所在单位).' })
  isPartyEmployer?: boolean | null;

  @Field(() => DateScalar, { description: 'First day (起始日): the day that is judged.' })
  fromOn!: string;
}

@ObjectType({ description: 'A representation entered, with the verdict on it (登记结果).' })
export class EnteredRepresentation {
  @Field(() => ID, { description: 'The representation (代理关系编号).' })
  id!: string;

  @Field(() => RestrictionVerdict)
  verdict!: RestrictionVerdict;
}

@InputType({ description: 'Somebody who is not a lawyer (非律师人员).' })
export class JobPersonInput {
  @Field(() => String, { description: 'Name (姓名).' })
  fullName!: string;

  @Field(() => String, { description: 'Citizen ID number (公民身份号码); compared by keyed hash, never kept.' })
  citizenIdNumber!: string;
}
