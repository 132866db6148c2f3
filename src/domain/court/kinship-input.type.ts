import { Field, ID, InputType } from 'type-graphql';
import { ItemDateScalar } from '../../operation/scalars.js';
import type { RelationKind } from './kinship.terms.js';
import { RelationKindEnum } from './staff-enums.type.js';

@InputType({ description: 'A relative whom a member of court staff declares (近亲属申报).' })
export class KinshipInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The member of staff, by id; or by staffCitizenIdNumber.' })
  staff?: string | null;

  @Field(() => String, { nullable: true, description: 'Matched by keyed hash; never returned or logged.' })
  staffCitizenIdNumber?: string | null;

  @Field(() => String)
  relativeName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Matched by keyed hash; never returned or logged. Without it the relative matches nobody for certain.',
  })
  relativeCitizenIdNumber?: string | null;

  @Field(() => RelationKindEnum)
  relation!: RelationKind;

  @Field(() => ItemDateScalar)
  declaredOn!: string;

  @Field(() => ItemDateScalar, { nullable: true, description: 'First day of the relation; absent: since ever.' })
  from?: string | null;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Last day of the relation, as by divorce.' })
  until?: string | null;

  @Field(() => ID, { nullable: true, description: 'The declaration this one corrects; it stays on record.' })
  supersedes?: string | null;
}
