import type { Reading } from '../../operation/reading.js';
import { Fact } from '../../policy/fact.js';
import { declaredRelatives } from '../court/index.js';

/** Which of these lawyers court staff have declared as relatives, as of today, under the hub's own grant. */
export async function relativesAmong(
  reading: Reading,
  lawyerIds: readonly string[],
): Promise<Fact<ReadonlySet<string>>> {
  return new Fact(await declaredRelatives(reading, lawyerIds, reading.grant.asker.today));
}
