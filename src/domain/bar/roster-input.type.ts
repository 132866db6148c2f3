import { Field, ID, InputType } from 'type-graphql';
import { ItemDateScalar } from '../../operation/scalars.js';
import { RosterStepEnum } from './enums.type.js';
import type { RosterStep } from './roster.terms.js';

@InputType({
  description: 'A lawyer to be put on the roster of a court (列入名册), named by lawyerId or certificateNo.',
})
export class RosterListingInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The lawyer, by id; or by certificateNo.' })
  lawyerId?: string | null;

  @Field(() => String, { nullable: true, description: 'The lawyer, by practising-certificate number (执业证号).' })
  certificateNo?: string | null;

  @Field(() => [String], { nullable: true, description: 'Fields of mediation, at most 20 (擅长领域).' })
  specialities?: string[] | null;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Last day of the term, inclusive (聘期截止日).' })
  listedUntil?: string | null;
}

@InputType({ description: 'A step that adjusts a roster entry (名册动态调整).' })
export class RosterAdjustmentInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => ID)
  entryId!: string;

  @Field(() => RosterStepEnum)
  step!: RosterStep;

  @Field(() => ItemDateScalar, {
    description: 'Day it takes effect: not before the listing, not after today (生效日).',
  })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Reason; required of SUSPEND and REMOVE (事由).' })
  reason?: string | null;
}
