import type { Identity } from '../../identity/identity.js';
import type { Role } from '../../identity/roles.js';
import type { JournalReader, Publisher } from './journal.terms.js';

/** The reader that each role is; an editor reads as the institution whose journals he edits. */
const readers: Readonly<Record<Exclude<Role, 'editor'>, JournalReader>> = {
  filing: 'COURT',
  judge: 'COURT',
  personnel: 'COURT',
  supervision: 'COURT',
  justice: 'JUSTICE',
  bar: 'BAR',
  firm: 'MEMBERS',
  self: 'MEMBERS',
  public: 'PUBLIC',
  system: 'PUBLIC',
  security: 'PUBLIC',
  audit: 'PUBLIC',
};

type Reading = Pick<Identity, 'role' | 'institution'>;

/** The institution whose journals the asker edits; null when he is no editor. */
export function editedPublisher({ role, institution }: Reading): Publisher | null {
  if (role !== 'editor') return null;
  return institution === 'COURT' || institution === 'BAR' ? institution : null;
}

/** Which reader of an audience the asker is. */
export function readerOf(identity: Reading): JournalReader {
  if (identity.role !== 'editor') return readers[identity.role];
  return editedPublisher(identity) ?? 'PUBLIC';
}
