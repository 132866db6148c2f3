import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { actOf } from '../../operation/operation.js';
import { type LoadMode, LoadModeEnum } from './enums.type.js';
import { FirmInput } from './firm-input.type.js';
import { recordFirms } from './firm-recording.js';
import { LicenceEventInput } from './licence-event-input.type.js';
import { recordLicenceEvents } from './licence-recording.js';
import { SanctionInput } from './sanction.type.js';
import { recordSanctions } from './sanction-recording.js';

/** What the justice department pushes (and, for discipline, the bar): batches of up to 1,000, answered item by item. */
@Resolver()
export class RecordingResolver {
  @Mutation(() => BatchResult, {
    description:
      'Records law firms (律师事务所登记). Whole-batch errors: BATCH_EMPTY, BATCH_TOO_LARGE. Per item: CREDIT_CODE_INVALID, DIVISION_INVALID, OUT_OF_REACH, PERIOD_INVALID, TEXT_INVALID, KEY_CONFLICT. Basis: LB-02.',
  })
  async recordFirms(
    @Ctx() ask: Ask,
    @Arg('firms', () => [FirmInput]) firms: FirmInput[],
    @Arg('load', () => LoadModeEnum, { defaultValue: 'ENTRY' }) load: LoadMode,
  ) {
    return batchResult(await recordFirms(actOf(ask), ask.hub.crypto, firms, load));
  }

  @Mutation(() => BatchResult, {
    description:
      'Records licence events (执业许可事件登记), up to 1,000, in any order of arrival. Per item: the codes of groups "input" and "licence" of schema/refusals.md, with the path of the field at fault. Basis: LB-02.',
  })
  async recordLicenceEvents(
    @Ctx() ask: Ask,
    @Arg('events', () => [LicenceEventInput]) events: LicenceEventInput[],
    @Arg('load', () => LoadModeEnum, { defaultValue: 'ENTRY' }) load: LoadMode,
  ) {
    return batchResult(await recordLicenceEvents(actOf(ask), ask.hub.crypto, events, load));
  }

  @Mutation(() => BatchResult, {
    description:
      'Records penalties (justice department) or discipline (bar); a known decision sent again with annulledOn is annulled and gives back what it took (处罚处分登记及撤销). Per item: SANCTION_NOT_YOURS, SANCTION_MISMATCH, SANCTION_ANNULLED, SUSPENSION_TOO_LONG, REVOCATION_BELOW_PROVINCE, LAWYER_UNKNOWN, FIRM_UNKNOWN, OUT_OF_REACH. Basis: LB-06.',
  })
  async recordSanctions(@Ctx() ask: Ask, @Arg('sanctions', () => [SanctionInput]) sanctions: SanctionInput[]) {
    return batchResult(await recordSanctions(actOf(ask), ask.hub.crypto, sanctions));
  }
}
