import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Refusal } from '../../kernel/refusal.js';
import type { Ask } from '../../operation/ask.js';
import { actOf } from '../../operation/operation.js';
import { CounselInput, EnteredRepresentation } from './counsel.type.js';
import { checkCounsel } from './counsel-checking.js';
import { enterCounsel } from './counsel-entering.js';
import { checkApplication, checkIntern, checkJob } from './employment-checking.js';
import { FirmJobCheckInput } from './job.type.js';
import { CountedFrom, RestrictionConstraint, RestrictionVerdict } from './verdict.type.js';
import { ConstraintCodeEnum } from './verdict-terms.type.js';

const COUNSEL_ERRORS =
  'Errors: CASE_NO_INVALID, CASE_UNKNOWN, LAWYER_UNKNOWN, FIELD_REQUIRED, FIELD_NOT_ALLOWED, CAPACITY_MISMATCH, CITIZEN_ID_INVALID, TEXT_INVALID';

const underInput = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw error instanceof Refusal ? error.under('input') : error;
  });

/** Verdicts on employment limits, where they are asked for. Basis: LB-07. */
@Resolver(() => RestrictionVerdict)
export class RestrictionResolver {
  @Mutation(() => RestrictionVerdict, {
    description: `Whether somebody may act in a case of the asker's court (代理、辩护限制核查), row C06: the verdict and what to do, nothing of a personnel file. ${COUNSEL_ERRORS}. Basis: LB-07.`,
  })
  async checkRepresentation(@Ctx() ask: Ask, @Arg('input', () => CounselInput) input: CounselInput) {
    return underInput(checkCounsel(actOf(ask), ask.hub.crypto, input));
  }

  @Mutation(() => EnteredRepresentation, {
    description: `Enters counsel in a case and checks him in the same transaction (代理、辩护关系登记并核查), row C06; a hit raises alerts and stops nothing by itself. ${COUNSEL_ERRORS}, DAY_TO_COME, PERIOD_INVALID, REPRESENTATION_EXISTS. Basis: LB-07.`,
  })
  async enterRepresentation(@Ctx() ask: Ask, @Arg('input', () => CounselInput) input: CounselInput) {
    return enterCounsel(actOf(ask), ask.hub.crypto, input);
  }

  @Mutation(() => RestrictionVerdict, {
    description:
      'Whether an application for a certificate or a change of firm meets an employment limit (执业申请限制核查), row C07. Errors: NOT_FOUND. Basis: LB-07.',
  })
  async checkLicenceApplication(@Ctx() ask: Ask, @Arg('id', () => ID) id: string) {
    return checkApplication(actOf(ask), id);
  }

  @Mutation(() => RestrictionVerdict, {
    description:
      'Whether somebody may have a job in a firm (律所任职限制核查), row C07. Errors: FIRM_UNKNOWN, LAWYER_UNKNOWN, FIELD_REQUIRED, FIELD_NOT_ALLOWED, CERTIFICATE_NO_INVALID, CITIZEN_ID_INVALID, TEXT_INVALID. Basis: LB-07.',
  })
  async checkFirmJob(@Ctx() ask: Ask, @Arg('input', () => FirmJobCheckInput) input: FirmJobCheckInput) {
    return underInput(checkJob(actOf(ask), ask.hub.crypto, input));
  }

  @Mutation(() => RestrictionVerdict, {
    description:
      'Whether an applicant may be registered as an intern (实习登记限制核查), row N48: the verdict only. Errors: NOT_FOUND. Basis: LB-07.',
  })
  async checkInternRegistration(@Ctx() ask: Ask, @Arg('id', () => ID) id: string) {
    return checkIntern(actOf(ask), id);
  }
}

/** What a constraint tells of a file: each has a line of its own in the matrix. */
@Resolver(() => RestrictionConstraint)
export class RestrictionConstraintEdges {
  @FieldResolver(() => ConstraintCodeEnum, {
    nullable: true,
    description: 'Kind of constraint (限制事由): tells how somebody left, or of a relative.',
  })
  code(@Root() constraint: RestrictionConstraint) {
    return constraint.code;
  }

  @FieldResolver(() => CountedFrom, {
    nullable: true,
    description: 'The day of leaving that the period counts from (起算日).',
  })
  countedFrom(@Root() constraint: RestrictionConstraint) {
    return constraint.countedFrom;
  }

  @FieldResolver(() => [ID], { nullable: true, description: 'The records it rests on (所依据的记录).' })
  facts(@Root() constraint: RestrictionConstraint) {
    return constraint.facts;
  }
}
