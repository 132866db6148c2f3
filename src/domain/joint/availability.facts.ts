import type { Reading } from '../../operation/reading.js';
import { rosterEntriesByIds } from '../bar/index.js';
import { licenceStatusesOn } from '../justice/index.js';
import { isAvailable, type RosterStanding } from './availability.rule.js';

type Entry = RosterStanding & { readonly id: string; readonly lawyer: string };

/**
 * Whether the entries within reach are available today, declassified as yes or no: the licence status behind it is read
 * under the hub's own grant, and the trail names the lawyers it was of. Two statements for a level, by keys, so that bar and justice need not share a database.
 */
export async function availabilityOf(reading: Reading, entryIds: readonly string[]): Promise<Map<string, boolean>> {
  const { today } = reading.grant.asker;
  const found = await rosterEntriesByIds(reading, entryIds, ['lawyer', 'state', 'listedOn', 'listedUntil']);
  const entries = [...found.values()] as unknown as Entry[];
  const lawyers = [...new Set(entries.map(({ lawyer }) => lawyer))];
  reading.tells('Lawyer', lawyers);
  const statuses = await licenceStatusesOn(reading, lawyers, today);
  return new Map(entries.map((entry) => [entry.id, isAvailable(entry, statuses.get(entry.lawyer) ?? null, today)]));
}
