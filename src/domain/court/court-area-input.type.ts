import { Field, InputType } from 'type-graphql';
import { ItemDateScalar } from '../../operation/scalars.js';
import type { LineageKind } from './court.terms.js';
import { LineageKindEnum } from './enums.type.js';

@InputType({
  description: 'The whole area of a court from a day to a day: an explicit list, never a prefix (辖区清单).',
})
export class AreaListInput {
  @Field(() => ItemDateScalar)
  from!: string;

  @Field(() => ItemDateScalar, { nullable: true, description: 'Last day, inclusive; absent while the list lasts.' })
  until?: string | null;

  @Field(() => [String], { description: 'Division codes, GB/T 2260, each once.' })
  divisions!: string[];
}

@InputType({
  description:
    'The area of a court (法院辖区登记): lists in order of days without a gap. They take the place of what was recorded from the first of them on; what was before stays.',
})
export class CourtAreaInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: "The court's own code (法院代字)." })
  court!: string;

  @Field(() => [AreaListInput])
  lists!: AreaListInput[];
}

@InputType({
  description:
    'What became of a court (法院沿革登记). A court merged, renamed or abolished stands until the day before.',
})
export class CourtLineageInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: 'The court it was, by its own code.' })
  fromCourt!: string;

  @Field(() => String, { nullable: true, description: 'The court that follows; absent only of an abolished one.' })
  toCourt?: string | null;

  @Field(() => LineageKindEnum)
  kind!: LineageKind;

  @Field(() => ItemDateScalar, { description: 'First day of the new state (生效日).' })
  on!: string;

  @Field(() => String, { nullable: true })
  documentNo?: string | null;
}
