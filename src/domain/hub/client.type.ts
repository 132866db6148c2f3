import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import { ClientRoleEnum, ClientStateEnum, PurposeEnum } from './enums.type.js';

@ObjectType({
  description:
    'A client (接入系统): a program that may carry tokens to the hub. Registered by a system administrator, activated and disabled by a security administrator.',
})
export class Client {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Whose tokens name it (签发者).' })
  issuer!: string;

  @Field(() => String, { description: '`client_id` in its tokens (客户端标识).' })
  clientId!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => String, { description: 'The person who answers for it (责任人).' })
  responsiblePerson!: string;

  @Field(() => [ClientRoleEnum], { description: 'Roles it may act in (可用角色).' })
  roles!: string[];

  @Field(() => [PurposeEnum], { description: 'Purposes it may claim (可主张的使用目的).' })
  purposes!: string[];

  @Field(() => Boolean, {
    description: 'Its tokens count only with the client certificate they are bound to, RFC 8705 (须绑定证书).',
  })
  isCertificateBound!: boolean;

  @Field(() => ClientStateEnum)
  state!: string;

  @Field(() => String, { description: 'Who registered it (登记人).' })
  registeredBy!: string;

  @Field(() => DateTimeScalar)
  registeredAt!: string;

  @Field(() => String, { nullable: true, description: 'Who activated it last (启用人).' })
  activatedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  activatedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who disabled it last (停用人).' })
  disabledBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  disabledAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was disabled last (停用原因).' })
  disabledReason!: string | null;
}

export const ClientConnection = connectionType('Client', () => Client);

@ObjectType({ description: 'A public key of a client, for signing its assertions (RFC 7517) (客户端公钥).' })
export class ClientKey {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Its name (密钥标识).' })
  kid!: string;

  @Field(() => String, { description: 'The public key, as JSON (公钥).' })
  jwk!: string;

  @Field(() => DateTimeScalar)
  validFrom!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Inclusive end; none while no newer key ended it.' })
  validUntil!: string | null;

  @Field(() => String, { description: 'Who added it (添加人).' })
  addedBy!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Hours for which the keys before may still be used after its confirmation (重叠小时数).',
  })
  overlapHours!: number | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it; before that it proves nothing (确认人).' })
  confirmedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  confirmedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who withdrew it (撤回人).' })
  withdrawnBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  withdrawnAt!: string | null;
}

@ObjectType({
  description: 'A lock-out of a client that failed too often to authenticate from one network source (登录失败锁定).',
})
export class ClientLock {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The network source (来源地址).' })
  source!: string;

  @Field(() => DateTimeScalar)
  lockedAt!: string;

  @Field(() => DateTimeScalar)
  lockedUntil!: string;
}
