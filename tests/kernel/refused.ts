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

/** The code and the path with which an act is refused; null when it is not. */
export function refusalOf(act: () => unknown): [code: string, at: readonly (string | number)[]] | null {
  try {
    act();
    return null;
  } catch (thrown) {
    if (thrown instanceof Refusal) return [thrown.code, thrown.at];
    throw thrown;
  }
}
