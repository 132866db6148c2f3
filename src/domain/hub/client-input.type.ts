import { Field, ID, InputType, Int } from 'type-graphql';
import { ClientRoleEnum, PurposeEnum } from './enums.type.js';

@InputType({ description: 'A client to be registered (接入系统登记).' })
export class ClientInput {
  @Field(() => String, { description: 'Whose tokens name it, to the letter (签发者).' })
  issuer!: string;

  @Field(() => String, { description: '`client_id` in its tokens, to the letter; no default or shared name.' })
  clientId!: string;

  @Field(() => String, { description: 'Code of the unit it belongs to (所属单位代码).' })
  unit!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => String, { description: 'The person who answers for it (责任人).' })
  responsiblePerson!: string;

  @Field(() => [ClientRoleEnum], {
    description: "Roles it may act in: those of its institution; firms and lawyers by the bar's clients.",
  })
  roles!: string[];

  @Field(() => [PurposeEnum], { description: 'Purposes it may claim, of those that its roles may.' })
  purposes!: string[];

  @Field(() => Boolean, {
    description: 'Its tokens count only with the client certificate they are bound to, RFC 8705.',
  })
  isCertificateBound!: boolean;
}

@InputType({ description: 'A new key for a client (密钥轮换).' })
export class KeyRotationInput {
  @Field(() => ID, { description: 'The client.' })
  client!: string;

  @Field(() => String, {
    description:
      'The public key with its `kid`, as JSON (RFC 7517): EC P-256, Ed25519, or RSA of 2048 bits and more; no private part.',
  })
  jwk!: string;

  @Field(() => Int, {
    description: 'Hours for which the keys before may still be used after its confirmation, 0 to 168 (重叠小时数).',
  })
  overlapHours!: number;
}
