import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { RelationKindEnum } from './staff-enums.type.js';

@ObjectType({ description: 'A relative whom a member of court staff declared (近亲属申报), row N07.' })
export class KinshipDeclaration {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "The relative's name (亲属姓名)." })
  relativeName!: string;

  @Field(() => RelationKindEnum)
  relation!: string;

  @Field(() => DateScalar)
  declaredOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the relation; null since ever (关系起始日).' })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the relation, as by divorce (关系截止日).' })
  until!: string | null;

  @Field(() => ID, { nullable: true })
  supersedes!: string | null;

  @Field(() => ID, { nullable: true })
  supersededBy!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: string;
}
