import type { WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';

/** A lawyer as a representation names him: by a number he has or had, on a day. */
export interface NamedCounsel {
  readonly certificateNo: string;
  readonly on: Day;
}

/** A lawyer so named, and his firm on that day. */
export interface RegisteredCounsel extends NamedCounsel {
  readonly id: string;
  readonly firmId: string | null;
}

/** The port to the register of the justice department, which the court does not see; `joint` answers it. */
export interface CounselRegistry {
  /** The lawyers so named; unknown ones are absent. */
  counsel(handle: WriteHandle, named: readonly NamedCounsel[]): Promise<readonly RegisteredCounsel[]>;
}
