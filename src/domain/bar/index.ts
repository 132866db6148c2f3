import type { Subgraph } from '../../operation/subgraph.js';
import type { InternRegistry } from './intern-registry.js';
import { formerCourtOpinionPolicy, internshipPolicy } from './internship.policy.js';
import { FormerCourtOpinionEdges, InternshipResolver } from './internship.resolver.js';
import { internshipDoor } from './internship-door.resolver.js';
import { journalArticlePolicy, journalIssuePolicy, journalPolicy } from './journal.policy.js';
import { JournalArticleEdges, JournalResolver } from './journal.resolver.js';
import { JournalPublishingResolver } from './journal-publishing.resolver.js';
import { rosterPolicy } from './roster.policy.js';
import { MediatorEntriesOfLawyer, MediatorsOfCourt, RosterEntryResolver } from './roster.resolver.js';
import { rosterEntriesByIds } from './roster.store.js';
import { rosterDoor } from './roster-door.resolver.js';

/** The bar's part of the graph; `registry` answers what it needs to know of lawyers, firms and courts. */
export const barSubgraph = (registry: InternRegistry): Subgraph => ({
  name: 'bar',
  resolvers: [
    JournalResolver,
    JournalArticleEdges,
    JournalPublishingResolver,
    RosterEntryResolver,
    MediatorEntriesOfLawyer,
    MediatorsOfCourt,
    rosterDoor(registry),
    InternshipResolver,
    FormerCourtOpinionEdges,
    internshipDoor(registry),
  ],
  references: { MediatorRosterEntry: { id: rosterEntriesByIds } },
  policies: [
    journalPolicy,
    journalIssuePolicy,
    journalArticlePolicy,
    rosterPolicy,
    internshipPolicy,
    formerCourtOpinionPolicy,
  ],
});

// what joint and hub may use
export { type ApplicantFact, waitingApplicantIds, waitingApplicants } from './applicant.facts.js';
export type { InternRegistry, RegisteredFirm } from './intern-registry.js';
export { bookedInternship } from './internship-write.store.js';
export { type OpinionFact, opinionFacts } from './opinion.facts.js';
export { type ListedLawyer, rosterEntriesOfLawyers } from './roster.facts.js';
export { rosterEntriesByIds } from './roster.store.js';
export type { RegisteredCourt, RegisteredLawyer, RosterRegistry } from './roster-registry.js';
export { takeRosterTurn } from './roster-write.store.js';
