import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar } from '../../operation/scalars.js';
import { RosterStateEnum } from './enums.type.js';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An entry of the mediator roster (律师调解员名册), row N01: one lawyer at one court.' })
export class MediatorRosterEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => [String], { description: 'Fields of mediation (擅长领域).' })
  specialities!: string[];

  @Field(() => RosterStateEnum)
  state!: string;

  @Field(() => DateScalar, { description: 'First day on the roster (列入日).' })
  listedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the term, inclusive; null while it has no end (聘期截止日).',
  })
  listedUntil!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of removal (移出日).' })
  removedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Reason of removal (移出事由); court, bar and the lawyer only.' })
  removalReason!: string | null;
}

export const MediatorRosterEntryConnection = connectionType('MediatorRosterEntry', () => MediatorRosterEntry);
