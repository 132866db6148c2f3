import { epochNow } from '../../audit/policy-epoch.js';
import type { Database } from '../../db/handle.js';
import type { Standing, StandingBook } from '../../identity/standing.js';
import { type Clock, today } from '../../kernel/clock.js';
import { standingSeen } from './standing.store.js';

/**
 * The standing from the database, kept until somebody finds the epoch moved: no request asks the database for it, since
 * the statement that makes its line durable does.
 */
export function standingBook(database: Database, clock: Clock): StandingBook {
  let kept: Promise<Standing> | null = null;

  function read(): Promise<Standing> {
    const reading = standingNow(database, clock);
    kept = reading;
    reading.catch(() => {
      if (kept === reading) kept = null;
    });
    return reading;
  }

  return {
    known: () => kept ?? read(),
    async afresh() {
      const standing = await kept?.catch(() => null);
      if (standing && standing.epoch === (await epochNow(database)).epoch) return standing;
      return read();
    },
  };
}

async function standingNow(database: Database, clock: Clock): Promise<Standing> {
  const snapshot = await database.snapshot();
  try {
    return await standingSeen(snapshot.handle, today(clock));
  } finally {
    await snapshot.close();
  }
}
