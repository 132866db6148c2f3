import { at } from '../../kernel/at.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import { type Day, FOREVER } from '../../kernel/day.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RelationKind } from './kinship.terms.js';

/** A relative as a member of staff declares him and personnel pushes it; the staff by id or by citizen ID. */
export interface PushedKinship {
  readonly staff?: string | null;
  readonly staffCitizenIdNumber?: string | null;
  readonly relativeName: string;
  readonly relativeCitizenIdNumber?: string | null;
  readonly relation: RelationKind;
  readonly declaredOn: Day;
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly supersedes?: string | null;
}

/** A declaration found good by itself, normalised. */
export interface CheckedKinship {
  readonly relativeName: string;
  readonly relativeCitizenId: string | null;
  readonly staffCitizenId: string | null;
}

/** Checks a declaration by itself. Throws FIELD_REQUIRED, TEXT_INVALID, CITIZEN_ID_INVALID, PERIOD_INVALID. */
export function checkKinship(item: PushedKinship, today: Day): CheckedKinship {
  const { staff, staffCitizenIdNumber, relativeCitizenIdNumber, declaredOn, from, until } = item;
  if (staff == null && staffCitizenIdNumber == null) throw new Refusal('FIELD_REQUIRED', ['staff']);
  if (declaredOn > today) throw new Refusal('PERIOD_INVALID', ['declaredOn']);
  if (from != null && until != null && until < from) throw new Refusal('PERIOD_INVALID', ['until']);
  const number = (text: string | null | undefined, field: string) =>
    text == null ? null : at([field], () => parseCitizenId(text));
  return {
    relativeName: at(['relativeName'], () => parsePersonName(item.relativeName)),
    relativeCitizenId: number(relativeCitizenIdNumber, 'relativeCitizenIdNumber'),
    staffCitizenId: number(staffCitizenIdNumber, 'staffCitizenIdNumber'),
  };
}

/** A declaration that stands, as far as another may repeat it. */
export interface DeclaredKinship {
  readonly relativeName: string;
  /** Keyed hash of the relative's citizen ID; null when not known. */
  readonly relativeIdHash: string | null;
  readonly relation: string;
  readonly from: Day | null;
  readonly until: Day | null;
}

const BEGINNING: Day = '0000-01-01';

/** Whether two declarations say the same of one person for some day; without numbers the name tells who is meant. */
export function repeats(one: DeclaredKinship, other: DeclaredKinship): boolean {
  const isSame =
    one.relativeIdHash !== null && other.relativeIdHash !== null
      ? one.relativeIdHash === other.relativeIdHash
      : one.relativeName === other.relativeName;
  const begins = ({ from }: DeclaredKinship) => from ?? BEGINNING;
  const ends = ({ until }: DeclaredKinship) => until ?? FOREVER;
  return isSame && one.relation === other.relation && begins(one) <= ends(other) && begins(other) <= ends(one);
}
