import { Refusal } from '../../kernel/refusal.js';
import type { BookedFirm } from './licence-book.store.js';

/** How an item names a firm. */
export interface FirmNaming {
  readonly firmId?: string | null;
  readonly firmCreditCode?: string | null;
}

/** The firms that a batch names. */
export interface FirmShelf {
  readonly firmsById: ReadonlyMap<string, BookedFirm>;
  readonly firmsByCode: ReadonlyMap<string, BookedFirm>;
}

/** Which field names the firm. */
export const firmPath = ({ firmId }: FirmNaming) => (firmId != null ? 'firmId' : 'firmCreditCode');

/** The firm that is named; null when none is. Throws FIRM_UNKNOWN. */
export function firmNamed({ firmsById, firmsByCode }: FirmShelf, naming: FirmNaming): BookedFirm | null {
  if (naming.firmId == null && naming.firmCreditCode == null) return null;
  const firm =
    naming.firmId != null
      ? firmsById.get(naming.firmId.toLowerCase())
      : firmsByCode.get(naming.firmCreditCode as string);
  if (!firm) throw new Refusal('FIRM_UNKNOWN', [firmPath(naming)]);
  return firm;
}
