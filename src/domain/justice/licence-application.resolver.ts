import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { ApplicationStateEnum } from './enums.type.js';
import { firmsByIds } from './firm.store.js';
import { LawFirm } from './firm.type.js';
import { lawyersByIds } from './lawyer.store.js';
import { Lawyer } from './lawyer.type.js';
import { APPLICATION_ORDER, countApplications, listApplications } from './licence-application.store.js';
import type { ApplicationState } from './licence-application.terms.js';
import {
  LicenceApplication,
  LicenceApplicationConnection,
  LicenceApplicationInput,
} from './licence-application.type.js';
import { recordLicenceApplications } from './licence-application-recording.js';

/** Applications for a certificate or a change of firm. Basis: LB-07. */
@Resolver(() => LicenceApplication)
export class LicenceApplicationResolver {
  @Query(() => LicenceApplicationConnection, {
    description:
      'Applications within reach, those entered last first (执业申请). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-07.',
  })
  async licenceApplications(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => ApplicationStateEnum, { nullable: true }) state?: ApplicationState | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listApplications(reading, state ?? null, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countApplications(reading, state ?? null) : undefined;
    return connectionOf(rows, page, APPLICATION_ORDER, total);
  }

  @Mutation(() => BatchResult, {
    description:
      'Records applications (执业申请登记), up to 1,000; a known number is brought up to date until it is decided. Per item: FIELD_REQUIRED, FIELD_NOT_ALLOWED, LAWYER_UNKNOWN, FIRM_UNKNOWN, OUT_OF_REACH, FIRM_CLOSED, APPLICATION_MISMATCH, APPLICATION_DECIDED, CERTIFICATE_NO_INVALID, CITIZEN_ID_INVALID, DIVISION_INVALID, VALUE_UNKNOWN, PERIOD_INVALID, DAY_TO_COME, STALE_VALUE, TEXT_INVALID, KEY_CONFLICT. Basis: LB-07.',
  })
  async recordLicenceApplications(
    @Ctx() ask: Ask,
    @Arg('applications', () => [LicenceApplicationInput]) applications: LicenceApplicationInput[],
  ) {
    return batchResult(await recordLicenceApplications(actOf(ask), ask.hub.crypto, applications));
  }

  @FieldResolver(() => Lawyer, { nullable: true, description: 'The lawyer he is already, when he is one (律师).' })
  lawyer(@Root() application: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, application.lawyer, lawyersByIds);
  }

  @FieldResolver(() => LawFirm, { nullable: true, description: 'The firm he would join (拟入律师事务所).' })
  firm(@Root() application: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, application.firm, firmsByIds);
  }
}
