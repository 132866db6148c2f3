import { Refusal } from '../../src/kernel/refusal.js';

/** The code with which an act is refused; fails when it is not refused, or breaks in another way. */
export function refusalCodeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code;
    throw thrown;
  }
  throw new Error('was not refused');
}
