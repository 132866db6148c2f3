import { registerEnumType } from 'type-graphql';
import { disclosures, journalReaders, publishers } from './journal.terms.js';
import { rosterStates, rosterSteps } from './roster.terms.js';

type Terms = Readonly<Record<string, string>>;

/** Declares a GraphQL enum whose values are the keys of a table of Chinese terms. */
function enumOf<T extends Terms>(name: string, description: string, terms: T): { [K in keyof T]: K } {
  const values = Object.fromEntries(Object.keys(terms).map((key) => [key, key])) as { [K in keyof T]: K };
  const valuesConfig = Object.fromEntries(Object.entries(terms).map(([key, zh]) => [key, { description: zh }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

export const PublisherEnum = enumOf('Publisher', 'The institution that publishes a journal (主办单位).', publishers);
export const JournalReaderEnum = enumOf('JournalReader', 'A reader that an audience names (读者范围).', journalReaders);
export const DisclosureEnum = enumOf('Disclosure', 'The disclosure decision on an article (公开属性).', disclosures);
export const RosterStateEnum = enumOf('RosterState', 'State of a roster entry (名册状态).', rosterStates);
export const RosterStepEnum = enumOf('RosterStep', 'A step that adjusts a roster entry (名册调整).', rosterSteps);
