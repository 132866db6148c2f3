import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toMany } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { InternshipStateEnum } from './enums.type.js';
import { countInternships, INTERNSHIP_ORDER, internshipById, listInternships, opinionsOn } from './internship.store.js';
import type { InternshipState } from './internship.terms.js';
import { FormerCourtOpinion, Internship, InternshipConnection } from './internship.type.js';
import { CourtStub, LawFirmStub, LawyerStub } from './stubs.type.js';

const stubOf = (id: unknown) => (typeof id === 'string' ? { id } : null);

/** Internships, and whom and what they name. Basis: LB-43. */
@Resolver(() => Internship)
export class InternshipResolver {
  @Query(() => Internship, {
    nullable: true,
    description: 'One internship; null when unknown or out of reach. Basis: LB-43.',
  })
  async internship(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return internshipById(await ask.reading(), id, selectedFields(info));
  }

  @Query(() => InternshipConnection, {
    description:
      'Internships within reach, those entered last first (实习人员). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-43.',
  })
  async internships(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => InternshipStateEnum, { nullable: true }) state?: InternshipState | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listInternships(reading, state ?? null, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countInternships(reading, state ?? null) : undefined;
    return connectionOf(rows, page, INTERNSHIP_ORDER, total);
  }

  @FieldResolver(() => LawFirmStub, { nullable: true, description: 'The firm (接收实习的律师事务所).' })
  firm(@Root() of: Shown) {
    return stubOf(of.firm);
  }

  @FieldResolver(() => LawyerStub, { nullable: true, description: 'The mentor (指导律师).' })
  mentor(@Root() of: Shown) {
    return stubOf(of.mentor);
  }

  @FieldResolver(() => [FormerCourtOpinion], {
    description: 'What former courts were asked and answered, within reach, in order of asking (原任职法院意见).',
  })
  opinions(@Root() of: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, of.id, opinionsOn);
  }
}

@Resolver(() => FormerCourtOpinion)
export class FormerCourtOpinionEdges {
  @FieldResolver(() => CourtStub, { nullable: true, description: 'The court that is asked (被征求意见的法院).' })
  court(@Root() of: Shown) {
    return stubOf(of.court);
  }
}
