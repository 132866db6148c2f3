import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { actOf } from '../../operation/operation.js';
import { CourtAreaInput, CourtLineageInput } from './court-area-input.type.js';
import { recordCourtAreas, recordCourtLineage } from './court-area-recording.js';
import { CourtStaffInput } from './court-staff-input.type.js';
import { recordCourtStaff } from './court-staff-recording.js';
import { KinshipInput } from './kinship-input.type.js';
import { recordKinships } from './kinship-recording.js';

/** What the personnel departments of the courts push: batches of up to 1,000, answered item by item. */
@Resolver()
export class PersonnelRecordingResolver {
  @Mutation(() => BatchResult, {
    description:
      'Records court staff with services, departures, later posts, approvals and pledges, up to 1,000 (法院工作人员登记). What is on record already is left alone; a service or departure is corrected by one that supersedes it, a departure annulled, and the history stays. Whole-batch errors: BATCH_EMPTY, BATCH_TOO_LARGE. Per item: CITIZEN_ID_INVALID, COURT_UNKNOWN, COURT_NOT_STANDING, ORGAN_INVALID, OUT_OF_REACH, RANK_UNKNOWN, PERIOD_INVALID, SERVICE_OVERLAPS, DEPARTURE_BEFORE_SERVICE, DEPARTURE_EXISTS, SERVICE_OUTLASTS_DEPARTURE, STAFF_RECORD_UNKNOWN, STAFF_RECORD_SUPERSEDED, STAFF_ACCOUNT_TAKEN, PERSON_MISMATCH, STALE_VALUE, FIELD_REQUIRED, TEXT_INVALID, KEY_CONFLICT. Basis: LB-30.',
  })
  async recordCourtStaff(@Ctx() ask: Ask, @Arg('staff', () => [CourtStaffInput]) staff: CourtStaffInput[]) {
    return batchResult(await recordCourtStaff(actOf(ask), ask.hub.crypto, staff));
  }

  @Mutation(() => BatchResult, {
    description:
      'Records relatives whom court staff declare, up to 1,000 (近亲属申报登记). Per item: STAFF_UNKNOWN, OUT_OF_REACH, KINSHIP_WITH_ONESELF, KINSHIP_EXISTS, STAFF_RECORD_UNKNOWN, STAFF_RECORD_SUPERSEDED, CITIZEN_ID_INVALID, PERIOD_INVALID, FIELD_REQUIRED, TEXT_INVALID, KEY_CONFLICT. Basis: LB-31.',
  })
  async recordKinships(@Ctx() ask: Ask, @Arg('kinships', () => [KinshipInput]) kinships: KinshipInput[]) {
    return batchResult(await recordKinships(actOf(ask), ask.hub.crypto, kinships));
  }

  @Mutation(() => BatchResult, {
    description:
      'Records the areas of courts as dated explicit lists, up to 1,000 (法院辖区登记). Per item: COURT_UNKNOWN, OUT_OF_REACH, COURT_NOT_STANDING, AREA_GAP, AREA_EMPTY, DIVISION_INVALID, PERIOD_INVALID, FIELD_REQUIRED, KEY_CONFLICT. Basis: LB-30.',
  })
  async recordCourtAreas(@Ctx() ask: Ask, @Arg('areas', () => [CourtAreaInput]) areas: CourtAreaInput[]) {
    return batchResult(await recordCourtAreas(actOf(ask), ask.hub.crypto, areas));
  }

  @Mutation(() => BatchResult, {
    description:
      'Records what became of courts, up to 1,000 (法院沿革登记). Per item: COURT_UNKNOWN, OUT_OF_REACH, COURT_NOT_STANDING, LINEAGE_CYCLE, LINEAGE_EXISTS, FIELD_REQUIRED, TEXT_INVALID, KEY_CONFLICT. Basis: LB-30.',
  })
  async recordCourtLineage(@Ctx() ask: Ask, @Arg('steps', () => [CourtLineageInput]) steps: CourtLineageInput[]) {
    return batchResult(await recordCourtLineage(actOf(ask), ask.hub.crypto, steps));
  }
}
