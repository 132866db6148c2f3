/** Somebody asked about: a lawyer by his record, anybody by keyed hash of the citizen ID, or by name only. */
export interface Subject {
  readonly lawyerId: string | null;
  readonly citizenIdHash: string | null;
  readonly fullName: string | null;
}
