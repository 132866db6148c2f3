import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import type { StaffStanding } from './staff.terms.js';
import { StaffStandingEnum } from './staff-enums.type.js';

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A member of court staff, serving or former (法院工作人员), row C05. The citizen ID is never returned.',
})
export class CourtStaff {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  fullName!: string;

  @Field(() => StaffStandingEnum)
  standing!: string;

  @Field(() => String, { nullable: true, description: 'Number of the personnel file (人事档案号).' })
  personnelFileNo!: string | null;

  @Field(() => String, { nullable: true, description: 'Issuer of the account by which he uses the hub (账号签发者).' })
  accountIssuer!: string | null;

  @Field(() => String, { nullable: true, description: 'That account (账号).' })
  accountSubject!: string | null;

  @Field(() => String, { nullable: true, description: 'Who keeps the record (数据来源).' })
  dataSource!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'How old the record is (数据时点).' })
  asOf!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last change in the hub (更新时间).' })
  updatedAt!: string | null;
}

export const CourtStaffConnection = connectionType('CourtStaff', () => CourtStaff);

@InputType({ description: 'Narrows a list of court staff; every part given must hold.' })
export class CourtStaffFilter {
  @Field(() => String, {
    nullable: true,
    description: "A court he serves or served in, by the court's own code (法院代字).",
  })
  court?: string | null;

  @Field(() => StaffStandingEnum, { nullable: true })
  standing?: StaffStanding | null;

  @Field(() => String, { nullable: true, description: 'Beginning of the name (姓名前缀).' })
  namePrefix?: string | null;
}
