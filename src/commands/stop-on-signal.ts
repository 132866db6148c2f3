import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What is given to closing the database and sending the last traces. */
const LAST_WORK_SECONDS = 10;

/**
 * Stops the hub when the process is asked to end: exit 0 when all of it came to rest, 1 when something could not within
 * `seconds`, or answers had to be cut. A second signal ends the process at once, with the status that a shell gives to that signal.
 */
export function stopOnSignal(stop: () => Promise<void>, seconds: number): void {
  let isStopping = false;
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (isStopping) process.exit(128 + constants.signals[signal]);
      isStopping = true;
      setTimeout(() => process.exit(1), (seconds + LAST_WORK_SECONDS) * 1000).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}
