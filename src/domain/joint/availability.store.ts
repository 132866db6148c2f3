import type { Reading } from '../../operation/reading.js';
import { told } from '../../policy/fact.js';
import { rosterEntriesByIds } from '../bar/index.js';
import { standingsOf } from './availability.facts.js';
import { isAvailable, type RosterStanding } from './availability.rule.js';

type Entry = RosterStanding & { readonly id: string; readonly lawyer: string };

/**
 * Whether the entries within reach are available today, declassified as yes or no; the trail names the lawyers whose
 * status it was of. Two statements for a level, by keys, so that bar and justice need not share a database.
 */
export async function availabilityOf(reading: Reading, entryIds: readonly string[]): Promise<Map<string, boolean>> {
  const { today } = reading.grant.asker;
  const found = await rosterEntriesByIds(reading, entryIds, ['lawyer', 'state', 'listedOn', 'listedUntil']);
  const entries = [...found.values()] as unknown as Entry[];
  const lawyers = [...new Set(entries.map(({ lawyer }) => lawyer))];
  reading.tells('Lawyer', lawyers);
  return told(
    await standingsOf(reading, lawyers),
    'MediatorRosterEntry.available',
    (statuses) =>
      new Map(entries.map((entry) => [entry.id, isAvailable(entry, statuses.get(entry.lawyer) ?? null, today)])),
  );
}
