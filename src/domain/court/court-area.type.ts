import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../operation/scalars.js';
import { LineageKindEnum } from './enums.type.js';

@ObjectType({ description: 'A division a court serves, from a day to a day (辖区沿革). Explicit, never by prefix.' })
export class CourtAreaEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'GB/T 2260 (行政区划代码).' })
  divisionCode!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive; null while it lasts.' })
  until!: string | null;
}

@ObjectType({ description: 'What became of a court (法院沿革): merged, split, renamed or abolished.' })
export class CourtLineage {
  @Field(() => ID)
  id!: string;

  @Field(() => LineageKindEnum)
  kind!: string;

  @Field(() => DateScalar, { description: 'First day of the new state (生效日).' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Number of the document (文号).' })
  documentNo!: string | null;
}
