import type { Reading } from '../../operation/reading.js';
import { Fact } from '../../policy/fact.js';
import { licenceStatusesOn } from '../justice/index.js';

/** The licence status of lawyers today, under the hub's own grant. Who had no licence yet is absent. */
export async function standingsOf(
  reading: Reading,
  lawyerIds: readonly string[],
): Promise<Fact<ReadonlyMap<string, string>>> {
  return new Fact(await licenceStatusesOn(reading, lawyerIds, reading.grant.asker.today));
}
