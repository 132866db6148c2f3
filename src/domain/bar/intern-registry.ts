import type { WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';
import type { RosterRegistry } from './roster-registry.js';

/** A firm as an internship needs to know it, as of the day asked. */
export interface RegisteredFirm {
  readonly id: string;
  readonly creditCode: string;
  readonly divisionCode: string;
  readonly isStanding: boolean;
}

/** The port to the registers of others for internships: lawyers and courts as for the roster, and firms. */
export interface InternRegistry extends RosterRegistry {
  /** The firms so named, and whether they stand on the day; unknown ones are absent. */
  firms(
    handle: WriteHandle,
    named: { readonly ids: readonly string[]; readonly creditCodes: readonly string[]; readonly on: Day },
  ): Promise<readonly RegisteredFirm[]>;
}
