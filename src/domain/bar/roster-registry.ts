import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';

/** A lawyer as the roster needs to know him: every certificate number he has or had, his licence and firm on the day asked. */
export interface RegisteredLawyer {
  readonly id: string;
  readonly numbers: readonly string[];
  readonly isPractising: boolean;
  /** His firm on that day. */
  readonly firmId: string | null;
}

/** A court as the roster needs to know it. */
export interface RegisteredCourt {
  readonly id: string;
  readonly code: string;
}

/** The port to the registers of justice department and court, which the bar does not see; `joint` answers it. */
export interface RosterRegistry {
  /** The lawyers named, and whether their licence is in force on the day; unknown ones are absent. */
  lawyers(
    handle: WriteHandle,
    named: { readonly ids: readonly string[]; readonly certificateNos: readonly string[]; readonly on: Day },
  ): Promise<readonly RegisteredLawyer[]>;
  /** The courts with these codes that stand on the day. */
  courts(handle: ReadHandle | WriteHandle, codes: readonly string[], on: Day): Promise<readonly RegisteredCourt[]>;
}
