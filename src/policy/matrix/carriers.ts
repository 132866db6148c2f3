import type { Matrix } from './columns.js';

const everybody = ['F', 'F', 'F', 'F', 'F', 'F', 'F', 'F', 'F', 'F', 'LB-14'] as const;

/** Types that carry other records and nothing of their own: pages and answers to the writer. Their nodes have lines. */
export const carriers = [
  'PageInfo',
  'LawyerConnection',
  'LawyerEdge',
  'LawFirmConnection',
  'LawFirmEdge',
  'IdentityVerificationConnection',
  'IdentityVerificationEdge',
  'ContactProposalConnection',
  'ContactProposalEdge',
  'CourtConnection',
  'CourtEdge',
  'CourtStaffConnection',
  'CourtStaffEdge',
  'JournalIssueConnection',
  'JournalIssueEdge',
  'MediatorRosterEntryConnection',
  'MediatorRosterEntryEdge',
  'LicenceAlertConnection',
  'LicenceAlertEdge',
  'ClientConnection',
  'ClientEdge',
  'DisabledAccountConnection',
  'DisabledAccountEdge',
  'AdministratorConnection',
  'AdministratorEdge',
  'AdministrationActConnection',
  'AdministrationActEdge',
  'BatchResult',
  'ItemRecorded',
  'ItemAlreadyRecorded',
  'ItemRefused',
] as const;

/** The wildcard lines of the carriers. */
export const carrierMatrix: Matrix = Object.fromEntries(carriers.map((type) => [`${type}.*`, everybody]));
