import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../operation/scalars.js';

@ObjectType({ description: 'A practising-certificate number of a lawyer, old or new (执业证号沿革).' })
export class Certificate {
  @Field(() => String, { nullable: true })
  certificateNo!: string | null;

  @Field(() => String, { nullable: true, description: 'STANDARD (17 digits) or LEGACY (12 digits).' })
  form!: string | null;

  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
}

@ObjectType({ description: 'A dated affiliation of a lawyer with a firm (执业机构沿革).' })
export class FirmAffiliation {
  @Field(() => DateScalar, { nullable: true })
  from!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive; null while it lasts.' })
  until!: string | null;
}
