import type { Subgraph } from '../../operation/subgraph.js';
import type { CounselRegistry } from './counsel-registry.js';
import { courtPolicy } from './court.policy.js';
import { CourtResolver } from './court.resolver.js';
import { courtsByCode, courtsByIds } from './court.store.js';
import { courtCasePolicy, panelMemberPolicy } from './court-case.policy.js';
import { CourtCaseResolver } from './court-case.resolver.js';
import { PersonnelCategoryResolver } from './personnel-category.resolver.js';
import { representationPolicy } from './representation.policy.js';
import { representationDoor } from './representation.resolver.js';

/** The court's part of the graph; `registry` answers what representations need to know of lawyers. */
export const courtSubgraph = (registry: CounselRegistry): Subgraph => ({
  name: 'court',
  resolvers: [CourtResolver, PersonnelCategoryResolver, CourtCaseResolver, representationDoor(registry)],
  references: { Court: { id: courtsByIds, code: courtsByCode } },
  policies: [courtPolicy, courtCasePolicy, panelMemberPolicy, representationPolicy],
});

// what joint and hub may use
export type { CounselRegistry } from './counsel-registry.js';
export { courtIdsBelow, courtIdsInDivisions, courtsByCodes, type NamedCourt } from './court.facts.js';
export type { CaseStage, PanelRole, Procedure } from './court-case.terms.js';
export type { PushedRepresentation } from './representation.rule.js';
export type { AgentCategory, Capacity, PartyRelation, PartySide } from './representation.terms.js';
export { endRepresentation } from './representation-ending.js';
export { enterRepresentations } from './representation-entering.js';
