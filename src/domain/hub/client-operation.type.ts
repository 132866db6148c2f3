import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';

@ObjectType({
  description:
    'An operation that a client may ask by the hash of its document, and the only kind it may ask when it is limited (已登记操作).',
})
export class ClientOperation {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'SHA-256 of the document in UTF-8, lower-case hexadecimal (文档哈希值).' })
  sha256!: string;

  @Field(() => String, { description: 'The GraphQL document, to the letter (文档).' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Name of its operation, when it has one (操作名称).' })
  name!: string | null;

  @Field(() => String, { description: 'Who registered it (登记人).' })
  registeredBy!: string;

  @Field(() => DateTimeScalar)
  registeredAt!: string;

  @Field(() => String, { nullable: true, description: 'Who retired it (停用人).' })
  retiredBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  retiredAt!: string | null;
}

export const ClientOperationConnection = connectionType('ClientOperation', () => ClientOperation);

@ObjectType({
  description:
    'A limitation to registered operations (仅限已登记操作): of one client, or of every client of a unit and of those in its charge. The clients by which administrators enter are limited one by one only.',
})
export class OperationLimit {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Why (限制原因).' })
  reason!: string;

  @Field(() => String, { description: 'Who set it (设定人).' })
  limitedBy!: string;

  @Field(() => DateTimeScalar)
  limitedAt!: string;

  @Field(() => String, { nullable: true, description: 'Who lifted it, another person (解除人).' })
  liftedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  liftedAt!: string | null;
}

export const OperationLimitConnection = connectionType('OperationLimit', () => OperationLimit);

@InputType({ description: 'An operation to be registered for a client (操作登记).' })
export class ClientOperationInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => ID, { description: 'The client.' })
  client!: string;

  @Field(() => String, {
    description: 'A GraphQL document of one operation with its fragments, as it will be asked, to the letter.',
  })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Its hash, when it is to be held against the document.' })
  sha256?: string | null;
}

@InputType({ description: 'A registered operation to be retired (操作停用).' })
export class OperationRetirementInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => ID, { description: 'The registered operation.' })
  operation!: string;
}
