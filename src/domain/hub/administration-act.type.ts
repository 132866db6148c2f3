import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import { ActOutcomeEnum, RoleEnum } from './enums.type.js';

@ObjectType({
  description:
    'What somebody did, or tried to do, about clients, accounts and administrators: a line of the trail (管理操作记录).',
})
export class AdministrationAct {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => String, { nullable: true, description: 'Who issues the tokens of the actor (签发者).' })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: 'The person or account (操作人).' })
  actor!: string | null;

  @Field(() => String, { nullable: true, description: 'The client he came by (客户端).' })
  client!: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'None for a command on the machine of the operator, and for a client that locked itself out (角色).',
  })
  role!: string | null;

  @Field(() => [String], { description: 'What was asked: root fields, a command, or the token address (操作).' })
  operations!: string[];

  @Field(() => ActOutcomeEnum)
  outcome!: string;

  @Field(() => [String], { description: 'Codes of schema/refusals.md (拒绝代码).' })
  refusals!: string[];

  @Field(() => [String], { description: 'Records it was about, `Type id` (涉及记录).' })
  records!: string[];
}

export const AdministrationActConnection = connectionType('AdministrationAct', () => AdministrationAct);
