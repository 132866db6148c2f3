import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { PractitionerCategoryEnum } from './enums.type.js';

@Directive('@key(fields: "id")')
@Directive('@key(fields: "certificateNo")')
@ObjectType({
  description:
    'A lawyer (律师): licence, profile, contact. Row C01; licence status is read from the history of events.',
})
export class Lawyer {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Practising-certificate number in force (执业证号).' })
  certificateNo!: string;

  @Field(() => String, { description: 'Name (姓名), rare characters and · kept.' })
  fullName!: string;

  @Field(() => [String], { nullable: true, description: 'Former names (曾用名).' })
  formerNames!: string[] | null;

  @Field(() => PractitionerCategoryEnum, {
    nullable: true,
    description: 'Category (执业类别); null before the first grant takes effect.',
  })
  category!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the present status (现状态起始日).' })
  licenceStatusSince!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the suspension that runs (停止执业起始日).' })
  suspendedFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the suspension that runs, inclusive (停止执业截止日).',
  })
  suspendedUntil!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of practice (首次执业日).' })
  firstPractisedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Division practised in, GB/T 2260 (执业地行政区划).' })
  divisionCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Service mobile (服务手机号码). Kept by the bar.' })
  mobile!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail (电子邮箱). Kept by the bar.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Office address (办公地址). Kept by the justice department.' })
  officeAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Home address (住址). Kept by the justice department.' })
  homeAddress!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'As of when the source says so (数据时点).' })
  asOf!: string | null;

  @Field(() => String, { nullable: true, description: 'Source system (来源系统).' })
  dataSource!: string | null;

  @Field(() => String, { nullable: true, description: "The source's own status code (来源状态代码)." })
  sourceStatusCode!: string | null;

  @Field(() => String, { nullable: true, description: "The source's own status text (来源状态文字)." })
  sourceStatusText!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last change in the hub (更新时间).' })
  updatedAt!: string | null;
}

export const LawyerConnection = connectionType('Lawyer', () => Lawyer);
