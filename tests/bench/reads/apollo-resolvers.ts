import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import {
  PeerEvent,
  PeerFirm,
  PeerFirmFilter,
  PeerFirmPage,
  PeerLawyer,
  PeerLawyerFilter,
  PeerLawyerPage,
  PeerSanction,
} from './apollo-types.js';
import type { PeerLoaders } from './peer-loaders.js';
import type { Row } from './peer-rows.js';
import type { LawyerPage, roots } from './peer-schema.js';

/** What the resolvers of one request work with. */
export interface PeerContext {
  readonly root: ReturnType<typeof roots>;
  readonly loaders: PeerLoaders;
}

@Resolver()
class PeerQueries {
  @Query(() => PeerLawyer, { nullable: true })
  lawyer(@Ctx() { root }: PeerContext, @Arg('certificateNo', () => String) certificateNo: string) {
    return root.lawyer(certificateNo);
  }

  @Query(() => [PeerLawyer], { nullable: 'items' })
  lawyersByCertificateNo(
    @Ctx() { root }: PeerContext,
    @Arg('certificateNos', () => [String]) certificateNos: string[],
  ) {
    return root.lawyersByCertificateNo(certificateNos);
  }

  @Query(() => PeerLawyerPage)
  lawyers(
    @Ctx() { root }: PeerContext,
    @Arg('filter', () => PeerLawyerFilter) { namePrefix }: PeerLawyerFilter,
    @Arg('first', () => Int) first: number,
  ) {
    return root.lawyers(namePrefix, first);
  }

  @Query(() => PeerFirmPage)
  lawFirms(
    @Ctx() { root }: PeerContext,
    @Arg('filter', () => PeerFirmFilter) { divisionCode }: PeerFirmFilter,
    @Arg('first', () => Int) first: number,
  ) {
    return root.lawFirms(divisionCode, first);
  }
}

@Resolver(() => PeerLawyer)
class PeerLawyerEdges {
  @FieldResolver(() => PeerFirm, { nullable: true })
  practisingFirm(@Root() { firmId }: Row, @Ctx() { loaders }: PeerContext) {
    return firmId === null ? null : loaders.firms.load(firmId as string);
  }

  @FieldResolver(() => [PeerSanction])
  sanctions(@Root() { id }: Row, @Ctx() { loaders }: PeerContext) {
    return loaders.sanctions.load(id as string);
  }

  @FieldResolver(() => [PeerEvent])
  licenceHistory(@Root() { id }: Row, @Ctx() { loaders }: PeerContext) {
    return loaders.histories.load(id as string);
  }
}

@Resolver(() => PeerFirm)
class PeerFirmEdges {
  @FieldResolver(() => PeerLawyerPage)
  async lawyers(@Root() { id }: Row, @Ctx() { loaders }: PeerContext, @Arg('first', () => Int) first: number) {
    return { nodes: await loaders.lawyers(first).load(id as string) };
  }
}

@Resolver(() => PeerLawyerPage)
class PeerLawyerPageCount {
  @FieldResolver(() => Int)
  totalCount(@Root() page: LawyerPage) {
    return page.count?.();
  }
}

/** Everything the schema is built from. */
export const peerResolvers = [PeerQueries, PeerLawyerEdges, PeerFirmEdges, PeerLawyerPageCount] as const;
