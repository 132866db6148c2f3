import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import { AdministratorRoleEnum } from './enums.type.js';

@ObjectType({
  description:
    'An account that may no longer act for the units in charge of whose administrator disabled it; firms and lawyers are the bar’s (停用账号).',
})
export class DisabledAccount {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Who issues its tokens (签发者).' })
  issuer!: string;

  @Field(() => String, { description: 'The account, as its issuer names it (账号).' })
  subject!: string;

  @Field(() => String, { description: 'Why (停用原因).' })
  reason!: string;

  @Field(() => String, { description: 'Who disabled it (停用人).' })
  disabledBy!: string;

  @Field(() => DateTimeScalar)
  disabledAt!: string;

  @Field(() => String, { nullable: true, description: 'Who restored it (恢复人).' })
  restoredBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  restoredAt!: string | null;
}

export const DisabledAccountConnection = connectionType('DisabledAccount', () => DisabledAccount);

@ObjectType({ description: 'Who holds which of the three offices of administration, and where (管理员).' })
export class Administrator {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Who issues the tokens of the account (签发者).' })
  issuer!: string;

  @Field(() => String, { description: 'The account, as its issuer names it (账号).' })
  subject!: string;

  @Field(() => AdministratorRoleEnum)
  role!: string;

  @Field(() => String, { description: 'Who appointed him (任命人).' })
  appointedBy!: string;

  @Field(() => DateTimeScalar)
  appointedAt!: string;
}

export const AdministratorConnection = connectionType('Administrator', () => Administrator);
