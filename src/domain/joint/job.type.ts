import { Field, InputType } from 'type-graphql';
import type { FirmRole } from '../../kernel/firm-role.js';
import { DateScalar } from '../../operation/scalars.js';
import { FirmRoleEnum } from '../justice/index.js';
import { JobPersonInput } from './counsel.type.js';

@InputType({ description: 'A job in a firm that somebody is to have (拟任职).' })
export class FirmJobCheckInput {
  @Field(() => String, { nullable: true, description: 'A lawyer, by practising-certificate number (执业证号).' })
  certificateNo?: string | null;

  @Field(() => JobPersonInput, { nullable: true, description: 'Anybody else, in place of certificateNo.' })
  person?: JobPersonInput | null;

  @Field(() => String, { description: 'Unified social credit code of the firm (统一社会信用代码).' })
  firmCreditCode!: string;

  @Field(() => FirmRoleEnum)
  role!: FirmRole;

  @Field(() => String, {
    nullable: true,
    description: "Division of the office he is to be registered at (登记地); the firm's own when not said.",
  })
  officeDivisionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day (起始日); today when not said.' })
  on?: string | null;
}
