import { type FaultPath, Refusal } from './refusal.js';

/** Runs a check and puts its place before the path of the refusal it may throw. */
export function at<T>(place: FaultPath, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof Refusal ? error.under(...place) : error;
  }
}
