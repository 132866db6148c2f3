import { enumOf } from '../../operation/enum.type.js';
import { internshipOutcomes, internshipStates } from './internship.terms.js';
import { disclosures, journalReaders, publishers } from './journal.terms.js';
import { rosterStates, rosterSteps } from './roster.terms.js';

export const PublisherEnum = enumOf('Publisher', 'The institution that publishes a journal (主办单位).', publishers);
export const JournalReaderEnum = enumOf('JournalReader', 'A reader that an audience names (读者范围).', journalReaders);
export const DisclosureEnum = enumOf('Disclosure', 'The disclosure decision on an article (公开属性).', disclosures);
export const RosterStateEnum = enumOf('RosterState', 'State of a roster entry (名册状态).', rosterStates);
export const RosterStepEnum = enumOf('RosterStep', 'A step that adjusts a roster entry (名册调整).', rosterSteps);
export const InternshipStateEnum = enumOf(
  'InternshipState',
  'State of an internship (实习登记状态).',
  internshipStates,
);
export const InternshipOutcomeEnum = enumOf(
  'InternshipOutcome',
  'How a registered internship ends (实习结果).',
  internshipOutcomes,
);
