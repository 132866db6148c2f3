import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar, ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import { ApplicationKindEnum, ApplicationStateEnum, FirmRoleEnum } from './enums.type.js';
import type { FirmRole } from './firm-job.terms.js';
import { NamedPersonInput } from './firm-job.type.js';
import type { ApplicationKind, ApplicationState } from './licence-application.terms.js';

@ObjectType({
  description:
    'An application for a certificate or a change (执业申请), row C07: who, for what, in which firm; no paper of it.',
})
export class LicenceApplication {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Number of the application (申请编号).' })
  applicationNo!: string;

  @Field(() => String, { description: 'Name of the applicant (申请人姓名).' })
  personName!: string;

  @Field(() => ApplicationKindEnum)
  kind!: string;

  @Field(() => FirmRoleEnum, { description: 'As what he would be in the firm (拟任岗位).' })
  role!: string;

  @Field(() => String, {
    nullable: true,
    description: "Division of the office he would be registered at, when it is not the firm's own (拟登记地行政区划).",
  })
  officeDivisionCode!: string | null;

  @Field(() => DateScalar, { description: 'Day it was filed (申请日).' })
  filedOn!: string;

  @Field(() => ApplicationStateEnum)
  state!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was decided or withdrawn (办结日).' })
  decidedOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'As of when the source says so (数据时点).' })
  asOf!: string;
}

export const LicenceApplicationConnection = connectionType('LicenceApplication', () => LicenceApplication);

@InputType({
  description:
    'An application as it is now; its number and firm name it: sent again with another key it is brought up to date (执业申请登记).',
})
export class LicenceApplicationInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: 'Number of the application (申请编号).' })
  applicationNo!: string;

  @Field(() => ApplicationKindEnum)
  kind!: ApplicationKind;

  @Field(() => String, { nullable: true, description: 'A lawyer, by practising-certificate number (执业证号).' })
  certificateNo?: string | null;

  @Field(() => NamedPersonInput, { nullable: true, description: 'Anybody else, in place of certificateNo.' })
  person?: NamedPersonInput | null;

  @Field(() => ID, { nullable: true, description: 'The firm, by id; or by firmCreditCode.' })
  firmId?: string | null;

  @Field(() => String, { nullable: true })
  firmCreditCode?: string | null;

  @Field(() => FirmRoleEnum, { nullable: true, description: 'LAWYER when not said; PARTNER or FOUNDER.' })
  role?: FirmRole | null;

  @Field(() => String, { nullable: true, description: "Division of the office, when it is not the firm's own." })
  officeDivisionCode?: string | null;

  @Field(() => ItemDateScalar)
  filedOn!: string;

  @Field(() => ApplicationStateEnum)
  state!: ApplicationState;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Required of GRANTED, REFUSED and WITHDRAWN.' })
  decidedOn?: string | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => ItemDateTimeScalar)
  asOf!: string;
}
