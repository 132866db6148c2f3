import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { NESTED_PAGE_LIMIT, pageOf } from '../../kernel/page.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import {
  COURT_ROSTER_ORDER,
  countEntriesOfCourts,
  entriesOfCourts,
  entriesOfLawyers,
  rosterEntriesByIds,
} from './roster.store.js';
import { MediatorRosterEntry, MediatorRosterEntryConnection } from './roster.type.js';
import { CourtStub, LawyerStub } from './stubs.type.js';

const stubOf = (id: unknown) => (typeof id === 'string' ? { id } : null);

/** Roster entries by themselves, and whom and where they name. Basis: LB-12. */
@Resolver(() => MediatorRosterEntry)
export class RosterEntryResolver {
  @Query(() => MediatorRosterEntry, {
    nullable: true,
    description: 'One roster entry; null when unknown or out of reach. Basis: LB-12.',
  })
  async mediatorRosterEntry(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    if (!isUuid(id)) return null;
    return (await rosterEntriesByIds(await ask.reading(), [id], selectedFields(info))).get(id.toLowerCase()) ?? null;
  }

  @FieldResolver(() => LawyerStub, { nullable: true, description: 'The mediator (律师调解员).' })
  lawyer(@Root() entry: Shown) {
    return stubOf(entry.lawyer);
  }

  @FieldResolver(() => CourtStub, { nullable: true, description: 'The court that invites him (特邀法院).' })
  court(@Root() entry: Shown) {
    return stubOf(entry.court);
  }
}

/** What the bar adds to the justice department's lawyers. */
@Resolver(() => LawyerStub)
export class MediatorEntriesOfLawyer {
  @FieldResolver(() => [MediatorRosterEntry], { description: 'Rosters the lawyer is on, within reach (在册情况).' })
  mediatorEntries(@Root() lawyer: LawyerStub, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, lawyer.id, entriesOfLawyers);
  }
}

/** What the bar adds to the court's courts. */
@Resolver(() => CourtStub)
export class MediatorsOfCourt {
  @FieldResolver(() => MediatorRosterEntryConnection, {
    description: 'The mediator roster of the court, in order of entry, up to 100 a page (本院律师调解员名册).',
  })
  async mediators(
    @Root() court: CourtStub,
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after, NESTED_PAGE_LIMIT);
    const level = await ask
      .batch(info.fieldNodes, () => {
        const wanted = selectedOfNodes(info);
        const isCounted = selectedFields(info).has('totalCount');
        return async (reading, ids) => {
          const rows = await entriesOfCourts(reading, ids, page, wanted);
          const counts = isCounted ? await countEntriesOfCourts(reading, ids) : null;
          const totalOf = (id: string) => (counts ? (counts.get(id) ?? 0) : undefined);
          return new Map(ids.map((id) => [id, { rows: rows.get(id) ?? [], total: totalOf(id) }]));
        };
      })
      .load(court.id);
    return connectionOf(level?.rows ?? [], page, COURT_ROSTER_ORDER, level?.total);
  }
}
