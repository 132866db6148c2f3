import type { Reading } from '../../operation/reading.js';
import { told } from '../../policy/fact.js';
import { relativesAmong } from './declared-relative.facts.js';

/** Whether court staff have declared these lawyers: yes or no of each; the trail names whom it was told of. */
export async function declaredOnes(reading: Reading, lawyerIds: readonly string[]): Promise<Map<string, boolean>> {
  reading.tells('Lawyer', lawyerIds);
  return told(
    await relativesAmong(reading, lawyerIds),
    'Lawyer.isDeclaredRelative',
    (relatives) => new Map(lawyerIds.map((id) => [id, relatives.has(id)])),
  );
}
