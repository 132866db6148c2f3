import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { actOf } from '../../operation/operation.js';
import { DateScalar } from '../../operation/scalars.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { countRoster, listRoster, ROSTER_ORDER } from './roster.store.js';
import { MediatorRosterEntryConnection } from './roster.type.js';
import { adjustMediatorRoster } from './roster-adjusting.js';
import { courtNamed } from './roster-court.js';
import { RosterAdjustmentInput, RosterListingInput } from './roster-input.type.js';
import { publishMediatorRoster } from './roster-publishing.js';
import type { RosterRegistry } from './roster-registry.js';

/** Makes the resolver of what needs the registers of others: courts by code, licences by day. */
export function rosterDoor(registry: RosterRegistry) {
  @Resolver()
  class RosterDoor {
    @Query(() => MediatorRosterEntryConnection, {
      description:
        'The mediator roster in order of entry, of one court or of all (律师调解员名册). Errors: COURT_UNKNOWN, TEXT_INVALID, PAGE_INVALID, CURSOR_INVALID. Basis: LB-12.',
    })
    async mediatorRoster(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('court', () => String, { nullable: true, description: "The court's own code (法院代字)." }) court?:
        | string
        | null,
      @Arg('first', () => Int, { nullable: true }) first?: number | null,
      @Arg('after', () => String, { nullable: true }) after?: string | null,
    ) {
      const page = pageOf(first, after);
      const reading = await ask.reading();
      const { today } = ask.grant.asker;
      const courtId = court == null ? null : await courtNamed(registry, reading.handle, court, today);
      const rows = await listRoster(reading, courtId, page, selectedOfNodes(info));
      const total = selectedFields(info).has('totalCount') ? await countRoster(reading, courtId) : undefined;
      return connectionOf(rows, page, ROSTER_ORDER, total);
    }

    @Mutation(() => BatchResult, {
      description:
        'Lists lawyers on the mediator roster of a court, up to 1,000 (名册发布). Whole-batch errors: COURT_UNKNOWN, BATCH_EMPTY, BATCH_TOO_LARGE. Per item: LAWYER_UNKNOWN, LAWYER_NOT_PRACTISING, ROSTER_ENTRY_EXISTS, CERTIFICATE_NO_INVALID, FIELD_REQUIRED, PERIOD_INVALID, TEXT_INVALID, KEY_CONFLICT. Basis: LB-11.',
    })
    async publishMediatorRoster(
      @Ctx() ask: Ask,
      @Arg('court', () => String, { description: "The court's own code (法院代字)." }) court: string,
      @Arg('entries', () => [RosterListingInput]) entries: RosterListingInput[],
      @Arg('listedOn', () => DateScalar, {
        nullable: true,
        description: 'First day on the roster; today when absent (列入日).',
      })
      listedOn?: string | null,
    ) {
      const roster = { court, entries, listedOn: listedOn ?? null };
      return batchResult(await publishMediatorRoster(actOf(ask), ask.hub.crypto, registry, roster));
    }

    @Mutation(() => BatchResult, {
      description:
        'Suspends, reinstates or removes roster entries, up to 1,000 (名册动态调整). Per item: ROSTER_ENTRY_UNKNOWN, ROSTER_MOVE_INVALID, FIELD_REQUIRED, PERIOD_INVALID, TEXT_INVALID, LAWYER_NOT_PRACTISING, KEY_CONFLICT. Basis: LB-11.',
    })
    async adjustMediatorRoster(
      @Ctx() ask: Ask,
      @Arg('adjustments', () => [RosterAdjustmentInput]) adjustments: RosterAdjustmentInput[],
    ) {
      return batchResult(await adjustMediatorRoster(actOf(ask), ask.hub.crypto, registry, adjustments));
    }
  }
  return RosterDoor;
}
