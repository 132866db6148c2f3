import { Field, InputType } from 'type-graphql';
import { ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';

@InputType({
  description: 'A law firm as it is now; sent again with another key it is brought up to date (律师事务所登记).',
})
export class FirmInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => String, { description: 'Unified social credit code (统一社会信用代码); names the firm.' })
  unifiedSocialCreditCode!: string;

  @Field(() => String, { nullable: true })
  practiceLicenceNo?: string | null;

  @Field(() => String, { description: 'Division, GB/T 2260.' })
  divisionCode!: string;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  personInCharge?: string | null;

  @Field(() => String, { nullable: true })
  personInChargeMobile?: string | null;

  @Field(() => ItemDateScalar)
  openedOn!: string;

  @Field(() => ItemDateScalar, { nullable: true, description: 'First day the firm is gone (终止日).' })
  closedOn?: string | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => ItemDateTimeScalar)
  asOf!: string;

  @Field(() => String, { nullable: true })
  sourceStatusCode?: string | null;

  @Field(() => String, { nullable: true })
  sourceStatusText?: string | null;
}
