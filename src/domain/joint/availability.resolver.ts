import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { availabilityOf } from './availability.store.js';
import { RosterEntryStub } from './stubs.type.js';

/** What bar and justice department know together of a roster entry. */
@Resolver(() => RosterEntryStub)
export class AvailabilityResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Can be invited today (今日可否委派): listed, in his term, and his licence is in force now. Never stored: it turns with the licence. Basis: LB-11.',
  })
  available(@Root() entry: RosterEntryStub, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return ask.batch<boolean>(info.fieldNodes, () => availabilityOf).load(entry.id);
  }
}
