import type { Database } from '../../db/handle.js';
import type { Unit, UnitDirectory } from '../../identity/identity.js';
import { type Clock, today } from '../../kernel/clock.js';
import { unitInCharge } from './unit-directory.store.js';

const KNOWN_FOR_MILLIS = 30_000;
const UNKNOWN_FOR_MILLIS = 1_000;
const REMEMBERED = 5_000;

interface Entry {
  readonly unit: Promise<Unit | null>;
  staleAt: number;
}

/**
 * The directory of units from the database, remembered for half a minute and never beyond the day, since areas are
 * dated; an unknown code is looked up at most once a second. `ticks` are milliseconds that only go forwards. Throws
 * DATABASE_UNAVAILABLE.
 */
export function unitDirectory(
  database: Database,
  clock: Clock,
  ticks: () => number = () => performance.now(),
): UnitDirectory {
  const known = new Map<string, Entry>();

  function look(code: string): Promise<Unit | null> {
    const day = today(clock);
    const key = `${day} ${code}`;
    const remembered = known.get(key);
    if (remembered && ticks() < remembered.staleAt) return remembered.unit;
    const entry: Entry = { unit: read(database, code, day), staleAt: ticks() + UNKNOWN_FOR_MILLIS };
    known.delete(key);
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
    known.set(key, entry);
    entry.unit.then(
      (unit) => {
        if (unit) entry.staleAt = ticks() + KNOWN_FOR_MILLIS;
      },
      () => {
        if (known.get(key) === entry) known.delete(key);
      },
    );
    return entry.unit;
  }

  // what no unit can be called is not asked of the database
  return { find: async (code) => (code === '' || code.length > 100 || /\p{Cc}/u.test(code) ? null : look(code)) };
}

async function read(database: Database, code: string, day: string): Promise<Unit | null> {
  const snapshot = await database.snapshot();
  try {
    return await unitInCharge(snapshot.handle, code, day);
  } finally {
    await snapshot.close();
  }
}
