import { Field, ID, ObjectType } from 'type-graphql';
import { InstitutionEnum } from './enums.type.js';

@ObjectType({ description: 'A unit (单位): a court, bureau or office that askers act for.' })
export class Unit {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Its code: a court's own (浙0106), a bureau's (hangzhou-bureau) (单位代码)." })
  code!: string;

  @Field(() => InstitutionEnum)
  institution!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => String, { description: 'Division it sits in, GB/T 2260 (所在地行政区划).' })
  divisionCode!: string;
}
