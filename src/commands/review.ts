import 'reflect-metadata';
import { progressBar } from '../../seeds/progress.js';
import type { Config } from '../config.js';
import { reviewOpen } from '../domain/joint/index.js';
import { systemClock } from '../kernel/clock.js';
import { databaseOf } from './open.js';

/** `lushu review`: judges all that is open by the rules of today; for every day, and after a rule pack was announced. */
export async function review(config: Config): Promise<void> {
  const database = await databaseOf(config);
  try {
    const { judged, raised } = await reviewOpen(database, systemClock, progressBar('representations'));
    console.log(`${judged} representations judged, ${raised} alerts raised`);
  } finally {
    await database.close();
  }
}
