import { citizenIdCheck } from '../src/kernel/citizen-id.js';
import { inventName } from './names.js';
import { Random } from './random.js';

/** Somebody who is no lawyer: relatives before a court, staff of firms, applicants, interns. */
export interface Stranger {
  readonly fullName: string;
  readonly citizenIdNumber: string;
}

/** Born in a division that does not exist, on days on which no lawyer of the seeds is born there. */
const NOWHERE = '990101';

/** The n-th person of a kind; the same whoever asks. */
export function stranger(kind: string, n: number): Stranger {
  const random = new Random('lushu', kind, n);
  const { fullName } = inventName(random);
  const born = `${random.int(1962, 2001)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}`;
  const first17 = `${NOWHERE}${born}${String(random.int(100, 899)).padStart(3, '0')}`;
  return { fullName, citizenIdNumber: first17 + citizenIdCheck(first17) };
}
