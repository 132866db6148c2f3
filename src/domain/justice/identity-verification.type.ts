import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import { LicenceStatusEnum } from './enums.type.js';

/** MATCH: name, certificate number and citizen ID are of one lawyer. NO_MATCH never says which fact failed. */
export enum VerificationResult {
  MATCH = 'MATCH',
  NO_MATCH = 'NO_MATCH',
}
registerEnumType(VerificationResult, {
  name: 'VerificationResult',
  description: 'Result of an identity verification (核验结果).',
  valuesConfig: { MATCH: { description: '一致' }, NO_MATCH: { description: '不一致' } },
});

@ObjectType({
  description:
    'An identity verification (律师身份核验), row N20: the result and the licence status at that moment. The number itself is not kept.',
})
export class IdentityVerification {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => VerificationResult, { nullable: true })
  result!: string | null;

  @Field(() => LicenceStatusEnum, {
    nullable: true,
    description: 'Status at the moment of verification; null without a match.',
  })
  licenceStatus!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  verifiedAt!: string | null;
}

export const IdentityVerificationConnection = connectionType('IdentityVerification', () => IdentityVerification);

@Directive('@key(fields: "id")')
@ObjectType('Court')
export class CourtStub {
  @Field(() => ID)
  id!: string;
}

@InputType({ description: 'The three facts a person shows (姓名、执业证号、公民身份号码).' })
export class IdentityInput {
  @Field(() => String)
  fullName!: string;

  @Field(() => String)
  certificateNo!: string;

  @Field(() => String, { description: 'Matched by keyed hash; never stored in clear, returned or logged.' })
  citizenIdNumber!: string;
}
