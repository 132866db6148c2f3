import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import { selectedFields } from '../../operation/selection.js';
import type { InternRegistry } from './intern-registry.js';
import { internshipById, opinionById } from './internship.store.js';
import {
  FormerCourtOpinion,
  FormerCourtOpinionInput,
  Internship,
  InternshipDecisionInput,
  InternshipEndInput,
  InternshipInput,
} from './internship.type.js';
import { decideInternship, endInternship, giveOpinion, requestOpinion } from './internship-deciding.js';
import { recordInternships } from './internship-recording.js';

const written = (ask: Ask, info: GraphQLResolveInfo, id: string) =>
  afterCommit(ask, (reading) => internshipById(reading, id, selectedFields(info)));

/** Makes the resolver that writes internships; `registry` answers who the firms, lawyers and courts are. */
export function internshipDoor(registry: InternRegistry) {
  @Resolver()
  class InternshipDoor {
    @Mutation(() => BatchResult, {
      description:
        'Records applications for registration as an intern (实习登记申请), up to 1,000; the courts one declares are asked at once. Per item: TEXT_INVALID, CITIZEN_ID_INVALID, FIELD_REQUIRED, FIRM_UNKNOWN, FIRM_CLOSED, LAWYER_UNKNOWN, LAWYER_NOT_PRACTISING, MENTOR_ELSEWHERE, COURT_UNKNOWN, DAY_TO_COME, INTERNSHIP_EXISTS, KEY_CONFLICT. Basis: LB-43.',
    })
    async recordInternships(
      @Ctx() ask: Ask,
      @Arg('internships', () => [InternshipInput]) internships: InternshipInput[],
    ) {
      return batchResult(await recordInternships(actOf(ask), ask.hub.crypto, registry, internships));
    }

    @Mutation(() => Internship, {
      description:
        'Asks a former court before registration (征求原任职法院意见). Errors: NOT_FOUND, COURT_UNKNOWN, OPINION_REQUESTED, INTERNSHIP_STATE_INVALID. Basis: LB-44.',
    })
    async requestFormerCourtOpinion(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('internship', () => ID) internship: string,
      @Arg('court', () => String, { description: "The court's own code (法院代字)." }) court: string,
    ) {
      return written(ask, info, await requestOpinion(actOf(ask), registry, internship, court));
    }

    @Mutation(() => FormerCourtOpinion, {
      description:
        'Gives the opinion of a former court, by its personnel department (反馈意见); once given it stands. Errors: NOT_FOUND, OPINION_ON_FILE, FIELD_REQUIRED, TEXT_INVALID. Basis: LB-44.',
    })
    async giveFormerCourtOpinion(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('input', () => FormerCourtOpinionInput) input: FormerCourtOpinionInput,
    ) {
      const id = await giveOpinion(actOf(ask), input);
      return afterCommit(ask, (reading) => opinionById(reading, id, selectedFields(info)));
    }

    @Mutation(() => Internship, {
      description:
        'Registers an intern or refuses to (实习登记决定). Errors: NOT_FOUND, INTERNSHIP_STATE_INVALID, OPINION_MISSING, OPINION_OBJECTS, FIELD_REQUIRED, FIELD_NOT_ALLOWED, PERIOD_INVALID, TEXT_INVALID. Basis: LB-44.',
    })
    async decideInternship(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('input', () => InternshipDecisionInput) input: InternshipDecisionInput,
    ) {
      return written(ask, info, await decideInternship(actOf(ask), input));
    }

    @Mutation(() => Internship, {
      description:
        'Ends an internship (实习结束). Errors: NOT_FOUND, INTERNSHIP_STATE_INVALID, PERIOD_INVALID, DAY_TO_COME. Basis: LB-43.',
    })
    async endInternship(
      @Ctx() ask: Ask,
      @Info() info: GraphQLResolveInfo,
      @Arg('input', () => InternshipEndInput) input: InternshipEndInput,
    ) {
      return written(ask, info, await endInternship(actOf(ask), input));
    }
  }
  return InternshipDoor;
}
