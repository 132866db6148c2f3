import type { Day } from '../../kernel/day.js';
import type { Act } from '../../operation/act.js';
import { Ledger } from '../../operation/ledger.js';
import { Reading, type Shown } from '../../operation/reading.js';
import type { ReferenceReader } from '../../operation/subgraph.js';
import { justiceSubgraph } from '../justice/index.js';

const lawyersByIds = justiceSubgraph.references.Lawyer?.id as ReferenceReader;

/**
 * First day of the present licence status of lawyers, by the owner's own reader on the running transaction. Nothing is
 * disclosed by it, so the trail does not name them; a lawyer whose writer may not see that day is absent.
 */
export async function statusSince(act: Act, lawyerIds: readonly string[]): Promise<Map<string, Day>> {
  const reading = new Reading(act.handle, act.grant, new Ledger());
  const found = await lawyersByIds(reading, lawyerIds, ['licenceStatusSince']);
  return new Map([...found.values()].flatMap((lawyer) => dated(lawyer)));
}

const dated = ({ id, licenceStatusSince: day }: Shown): [string, Day][] => (typeof day === 'string' ? [[id, day]] : []);
