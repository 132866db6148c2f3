import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { ApprovalKindEnum, DepartureTypeEnum, PledgeKindEnum, PublicOrganEnum } from './staff-enums.type.js';

@ObjectType({ description: 'A public post after a transfer (调离后的公职).' })
export class LaterPublicPost {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The organ (机关).' })
  organName!: string;

  @Field(() => PublicOrganEnum)
  organ!: string;

  @Field(() => Boolean, { nullable: true })
  isCivilServant!: boolean | null;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar, { nullable: true })
  until!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Leading post of county level or above (县处级以上领导职务).' })
  ledAtCountyLevel!: boolean | null;

  @Field(() => DepartureTypeEnum, { nullable: true, description: 'How it was left (离任方式).' })
  leftBy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day a dismissal from it was annulled (撤销日).' })
  annulledOn!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: string;
}

@ObjectType({ description: 'An approval of a job in a law firm (任职审批), 61号 art. 4(3).' })
export class StaffApproval {
  @Field(() => ID)
  id!: string;

  @Field(() => ApprovalKindEnum)
  kind!: string;

  @Field(() => DateScalar)
  grantedOn!: string;

  @Field(() => String, { description: 'Number of the document (文号).' })
  documentNo!: string;

  @Field(() => String, { nullable: true, description: 'Who approved (审批机关).' })
  grantedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Credit code of the firm it is for; null for any (所任职律师事务所).',
  })
  firmCreditCode!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Relations moved out (人事、工资关系转出日).' })
  relationsMovedOn!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: string;
}

@ObjectType({ description: 'A pledge, a declared destination or a report of change (承诺与报告), 61号 art. 6.' })
export class StaffPledge {
  @Field(() => ID)
  id!: string;

  @Field(() => PledgeKindEnum)
  kind!: string;

  @Field(() => DateScalar, { description: 'Day by which it is owed (应于该日前提交).' })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was signed or reported; null while owed.' })
  fulfilledOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Declared destination (去向).' })
  destination!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: string;
}
