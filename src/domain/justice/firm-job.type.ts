import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar, ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import { FirmRoleEnum } from './enums.type.js';
import type { FirmRole } from './firm-job.terms.js';

@ObjectType({ description: 'A job in a law firm (律所从业), row C05: lawyers and everybody else who works there.' })
export class FirmJob {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name of the person (姓名).' })
  personName!: string;

  @Field(() => FirmRoleEnum)
  role!: string;

  @Field(() => String, {
    nullable: true,
    description: "Division of the office he is registered at, when it is not the firm's own (登记地行政区划).",
  })
  officeDivisionCode!: string | null;

  @Field(() => DateScalar, { description: 'First day (起始日).' })
  fromOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (截止日); null while it lasts.' })
  untilOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'As of when the source says so (数据时点).' })
  asOf!: string;
}

export const FirmJobConnection = connectionType('FirmJob', () => FirmJob);

@InputType({ description: 'A person without a licence, by name and citizen ID (非律师人员).' })
export class NamedPersonInput {
  @Field(() => String)
  fullName!: string;

  @Field(() => String, {
    description: 'Citizen ID number (公民身份号码); kept as keyed hash and ciphertext, never answered.',
  })
  citizenIdNumber!: string;
}

@InputType({
  description:
    'A job in a law firm as it is now; person, firm, role and first day name it: sent again with another key it is brought up to date (律所从业登记).',
})
export class FirmJobInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { nullable: true, description: 'A lawyer, by practising-certificate number (执业证号).' })
  certificateNo?: string | null;

  @Field(() => NamedPersonInput, { nullable: true, description: 'Anybody else, in place of certificateNo.' })
  person?: NamedPersonInput | null;

  @Field(() => ID, { nullable: true, description: 'The firm, by id; or by firmCreditCode.' })
  firmId?: string | null;

  @Field(() => String, { nullable: true })
  firmCreditCode?: string | null;

  @Field(() => FirmRoleEnum)
  role!: FirmRole;

  @Field(() => String, { nullable: true, description: "Division of the office, when it is not the firm's own." })
  officeDivisionCode?: string | null;

  @Field(() => ItemDateScalar)
  fromOn!: string;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Last day, inclusive.' })
  untilOn?: string | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => ItemDateTimeScalar)
  asOf!: string;
}
