import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { FirmStatusEnum } from './enums.type.js';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A law firm (律师事务所), row C03.' })
export class LawFirm {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => String, { description: 'Unified social credit code, GB 32100-2015 (统一社会信用代码).' })
  unifiedSocialCreditCode!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The code came with the initial load and its check character fails (校验码不符).',
  })
  creditCodeFails!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Practice licence number (执业许可证号).' })
  practiceLicenceNo!: string | null;

  @Field(() => String, { description: 'Division, GB/T 2260 (行政区划).' })
  divisionCode!: string;

  @Field(() => String, { nullable: true, description: 'Address (住所).' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Person in charge (负责人).' })
  personInCharge!: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile of the person in charge (负责人手机).' })
  personInChargeMobile!: string | null;

  @Field(() => FirmStatusEnum, { description: 'Status today (今日状态).' })
  status!: string;

  @Field(() => DateScalar, { description: 'First day (成立日).' })
  openedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it is gone (终止日).' })
  closedOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'As of when the source says so (数据时点).' })
  asOf!: string | null;
}

export const LawFirmConnection = connectionType('LawFirm', () => LawFirm);
