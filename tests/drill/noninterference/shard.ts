import 'reflect-metadata';
import { seedIds } from './hub.js';
import { type RunOptions, run } from './run.js';

/** Runs its part in a process of its own, started by `processes.ts` with `replace-ids.js` loaded before it. */
process.once('message', (options: RunOptions) => {
  seedIds();
  run(options).then(
    (report) => process.send?.({ report }, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
