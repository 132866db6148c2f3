import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import type { CounselRegistry } from './counsel-registry.js';
import { casesByIds } from './court-case.store.js';
import { CourtCase } from './court-case.type.js';
import {
  countRepresentations,
  listRepresentations,
  REPRESENTATION_ORDER,
  representationsByIds,
} from './representation.store.js';
import {
  Representation,
  RepresentationConnection,
  RepresentationEndInput,
  RepresentationInput,
} from './representation.type.js';
import { endRepresentation } from './representation-ending.js';
import { recordRepresentations } from './representation-entering.js';
import { LawFirmStub, LawyerStub } from './stubs.type.js';

const stubOf = (id: unknown) => (typeof id === 'string' ? { id } : null);

/** Makes the resolver of representations; `registry` answers who the lawyers are. Basis: LB-41. */
export function representationDoor(registry: CounselRegistry) {
  @Resolver(() => Representation)
  class RepresentationResolver {
    @Query(() => Representation, {
      nullable: true,
      description: 'One representation; null when unknown or out of reach. Basis: LB-41.',
    })
    async representation(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
      const found = await representationsByIds(await ask.reading(), [id], selectedFields(info));
      return found.get(id.toLowerCase()) ?? null;
    }

    @Query(() => RepresentationConnection, {
      description:
        'The representations within reach, those entered last first (代理、辩护关系). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-41.',
    })
    async representations(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('open', () => Boolean, { nullable: true, description: 'Those that run today, or those that are over.' })
      open?: boolean | null,
      @Arg('first', () => Int, { nullable: true }) first?: number | null,
      @Arg('after', () => String, { nullable: true }) after?: string | null,
    ) {
      const page = pageOf(first, after);
      const reading = await ask.reading();
      const rows = await listRepresentations(reading, open ?? null, page, selectedOfNodes(info));
      const total = selectedFields(info).has('totalCount')
        ? await countRepresentations(reading, open ?? null)
        : undefined;
      return connectionOf(rows, page, REPRESENTATION_ORDER, total);
    }

    @Mutation(() => BatchResult, {
      description:
        'Records the representations of an existing case system (代理关系导入), up to 1,000; those that run are judged, and a hit raises an alert. Per item: CASE_UNKNOWN, CASE_NO_INVALID, LAWYER_UNKNOWN, FIELD_REQUIRED, FIELD_NOT_ALLOWED, CAPACITY_MISMATCH, CITIZEN_ID_INVALID, PERIOD_INVALID, DAY_TO_COME, REPRESENTATION_EXISTS, TEXT_INVALID, KEY_CONFLICT. Basis: LB-41.',
    })
    async recordRepresentations(
      @Ctx() ask: Ask,
      @Arg('representations', () => [RepresentationInput]) representations: RepresentationInput[],
    ) {
      return batchResult(await recordRepresentations(actOf(ask), ask.hub.crypto, registry, representations));
    }

    @Mutation(() => Representation, {
      description:
        'Ends a representation (代理关系终止). Errors: NOT_FOUND, REPRESENTATION_ENDED, PERIOD_INVALID, DAY_TO_COME. Basis: LB-41.',
    })
    async endRepresentation(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('input', () => RepresentationEndInput) input: RepresentationEndInput,
    ) {
      const id = await endRepresentation(actOf(ask), input);
      return afterCommit(
        ask,
        async (reading) => (await representationsByIds(reading, [id], selectedFields(info))).get(id) ?? null,
      );
    }

    @FieldResolver(() => CourtCase, { nullable: true, description: 'The case (所涉案件).' })
    case(@Root() of: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
      return toOne(ask, info, of.case, casesByIds);
    }

    @FieldResolver(() => LawyerStub, { nullable: true, description: 'The lawyer (代理律师); null for others.' })
    lawyer(@Root() of: Shown) {
      return stubOf(of.lawyer);
    }

    @FieldResolver(() => LawFirmStub, { nullable: true, description: 'His firm on the first day (所在律师事务所).' })
    firm(@Root() of: Shown) {
      return stubOf(of.firm);
    }
  }
  return RepresentationResolver;
}
