import { Field, ObjectType } from 'type-graphql';
import { InstitutionEnum, PurposeEnum, RoleEnum } from './enums.type.js';

@ObjectType({ description: 'Who asks, for whom, and why (当前身份), as the hub has understood token and headers.' })
export class Viewer {
  @Field(() => InstitutionEnum)
  institution!: string;

  @Field(() => RoleEnum)
  role!: string;

  @Field(() => String, { description: 'The role in Chinese (角色名称).' })
  roleZh!: string;

  @Field(() => PurposeEnum)
  purpose!: string;

  @Field(() => String, { description: 'The person or account, as the issuer of the token names it (操作人).' })
  actorId!: string;
}
