import { epochNow } from '../../audit/policy-epoch.js';
import type { Database } from '../../db/handle.js';
import type { Standing, StandingBook } from '../../identity/standing.js';
import { type Clock, today } from '../../kernel/clock.js';
import type { Day } from '../../kernel/day.js';
import { standingSeen } from './standing.store.js';

/**
 * The standing from the database, kept until somebody finds the epoch moved, and never beyond the day, since areas are
 * dated: no request asks the database for it, since the statement that makes its line durable does.
 */
export function standingBook(database: Database, clock: Clock): StandingBook {
  let kept: Promise<Standing> | null = null;
  let keptOn: Day | null = null;

  function read(): Promise<Standing> {
    const day = today(clock);
    const reading = standingOn(database, day);
    kept = reading;
    keptOn = day;
    reading.catch(() => {
      if (kept === reading) kept = null;
    });
    return reading;
  }

  const ofToday = () => (keptOn === today(clock) ? kept : null);

  return {
    known: () => ofToday() ?? read(),
    async afresh() {
      const standing = await ofToday()?.catch(() => null);
      if (standing && standing.epoch === (await epochNow(database)).epoch) return standing;
      return read();
    },
  };
}

async function standingOn(database: Database, day: Day): Promise<Standing> {
  const snapshot = await database.snapshot();
  try {
    return await standingSeen(snapshot.handle, day);
  } finally {
    await snapshot.close();
  }
}
