import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import type { CourtLevel } from './court.terms.js';
import { CourtLevelEnum } from './enums.type.js';

@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({ description: "A people's court (人民法院). Its own code names it outside, never the division code." })
export class Court {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "The court's own code (法院代字), such as 浙0106." })
  code!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => CourtLevelEnum)
  level!: string;

  @Field(() => String, { description: 'Division it sits in, GB/T 2260 (所在地行政区划).' })
  divisionCode!: string;

  @Field(() => [String], { description: 'Divisions it serves today, GB/T 2260, by code (辖区).' })
  area!: string[];
}

export const CourtConnection = connectionType('Court', () => Court);

@InputType({ description: 'Narrows a list of courts; every part given must hold.' })
export class CourtFilter {
  @Field(() => String, { nullable: true, description: 'Beginning of the name (名称前缀).' })
  namePrefix?: string | null;

  @Field(() => CourtLevelEnum, { nullable: true })
  level?: CourtLevel | null;
}
