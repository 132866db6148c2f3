import type { Subgraph } from '../../operation/subgraph.js';
import { journalArticlePolicy, journalIssuePolicy, journalPolicy } from './journal.policy.js';
import { JournalArticleEdges, JournalResolver } from './journal.resolver.js';
import { JournalPublishingResolver } from './journal-publishing.resolver.js';
import { rosterPolicy } from './roster.policy.js';
import { MediatorEntriesOfLawyer, MediatorsOfCourt, RosterEntryResolver } from './roster.resolver.js';
import { rosterEntriesByIds } from './roster.store.js';
import { rosterDoor } from './roster-door.resolver.js';
import type { RosterRegistry } from './roster-registry.js';

/** The bar's part of the graph; `registry` answers what the roster needs to know of lawyers and courts. */
export const barSubgraph = (registry: RosterRegistry): Subgraph => ({
  name: 'bar',
  resolvers: [
    JournalResolver,
    JournalArticleEdges,
    JournalPublishingResolver,
    RosterEntryResolver,
    MediatorEntriesOfLawyer,
    MediatorsOfCourt,
    rosterDoor(registry),
  ],
  references: { MediatorRosterEntry: { id: rosterEntriesByIds } },
  policies: [journalPolicy, journalIssuePolicy, journalArticlePolicy, rosterPolicy],
});

// what joint and hub may use
export { type ListedLawyer, rosterEntriesOfLawyers } from './roster.facts.js';
export { rosterEntriesByIds } from './roster.store.js';
export type { RegisteredCourt, RegisteredLawyer, RosterRegistry } from './roster-registry.js';
export { takeRosterTurn } from './roster-write.store.js';
