import type { Day } from '../../../kernel/day.js';
import type { RelationKind } from '../../../kernel/relation-kind.js';
import type { Service } from './service.terms.js';

export { type RelationKind as Relation, relationKinds as relations } from '../../../kernel/relation-kind.js';

/** A declared kinship of the one asked about with a member of staff. Divorce and adoption end it (E19). */
export interface Kinship {
  readonly id: string;
  readonly staffPersonId: string;
  /** What the one asked about is to the member of staff; null when only "a relative" is known. */
  readonly relation: RelationKind | null;
  readonly from: Day;
  readonly until: Day | null;
  /** The day the member of staff declared it (法发〔2020〕13号 art. 1); null when he did not. */
  readonly declaredOn: Day | null;
  /** Services of the member of staff; one that he left has its `until`. */
  readonly services: readonly Service[];
}

/** What makes somebody guardian or near relative of the party he acts for (监护人、近亲属), with its proof. */
export interface TieToParty {
  readonly id: string;
  /** `GUARDIAN`: 民法典 27, 28. Otherwise what he is to the party; null when not known. */
  readonly kind: 'GUARDIAN' | RelationKind | null;
  readonly from: Day;
  readonly until: Day | null;
  /** Whether proof was shown (户口簿、结婚证、监护证明); null when nobody looked. */
  readonly proven: boolean | null;
}
