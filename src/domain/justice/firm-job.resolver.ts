import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { firmsByIds } from './firm.store.js';
import { LawFirm } from './firm.type.js';
import { countJobs, JOB_ORDER, listJobs } from './firm-job.store.js';
import { FirmJob, FirmJobConnection, FirmJobInput } from './firm-job.type.js';
import { recordFirmJobs } from './firm-job-recording.js';
import { lawyersByIds } from './lawyer.store.js';
import { Lawyer } from './lawyer.type.js';

/** Who works in which firm, in what role. Basis: LB-42. */
@Resolver(() => FirmJob)
export class FirmJobResolver {
  @Query(() => FirmJobConnection, {
    description:
      'Jobs in law firms within reach, those entered last first (律所从业). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-42.',
  })
  async firmJobs(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('firmId', () => ID, { nullable: true }) firmId?: string | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listJobs(reading, firmId ?? null, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countJobs(reading, firmId ?? null) : undefined;
    return connectionOf(rows, page, JOB_ORDER, total);
  }

  @Mutation(() => BatchResult, {
    description:
      'Records jobs in law firms (律所从业登记), up to 1,000; a known job is brought up to date. Per item: FIELD_REQUIRED, FIELD_NOT_ALLOWED, LAWYER_UNKNOWN, FIRM_UNKNOWN, OUT_OF_REACH, FIRM_CLOSED, CERTIFICATE_NO_INVALID, CITIZEN_ID_INVALID, DIVISION_INVALID, PERIOD_INVALID, STALE_VALUE, TEXT_INVALID, KEY_CONFLICT. Basis: LB-42.',
  })
  async recordFirmJobs(@Ctx() ask: Ask, @Arg('jobs', () => [FirmJobInput]) jobs: FirmJobInput[]) {
    return batchResult(await recordFirmJobs(actOf(ask), ask.hub.crypto, jobs));
  }

  @FieldResolver(() => Lawyer, { nullable: true, description: 'The lawyer he is, when he is one (律师).' })
  lawyer(@Root() job: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, job.lawyer, lawyersByIds);
  }

  @FieldResolver(() => LawFirm, { nullable: true, description: 'The firm (律师事务所).' })
  firm(@Root() job: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, job.firm, firmsByIds);
  }
}
