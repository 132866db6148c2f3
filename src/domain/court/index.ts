import type { Subgraph } from '../../operation/subgraph.js';
import type { CounselRegistry } from './counsel-registry.js';
import { courtPolicy } from './court.policy.js';
import { CourtResolver } from './court.resolver.js';
import { courtsByCode, courtsByIds } from './court.store.js';
import { courtAreaPolicy, courtLineagePolicy } from './court-area.policy.js';
import { courtCasePolicy, panelMemberPolicy } from './court-case.policy.js';
import { CourtCaseResolver } from './court-case.resolver.js';
import { courtServicePolicy } from './court-service.policy.js';
import { courtStaffPolicy } from './court-staff.policy.js';
import { CourtStaffResolver } from './court-staff.resolver.js';
import { courtStaffByIds } from './court-staff.store.js';
import {
  CourtHistoryEdges,
  CourtLineageEdges,
  CourtServiceEdges,
  CourtStaffEdges,
  CourtStaffOfLawyer,
  DepartureEdges,
  KinshipEdges,
} from './court-staff-edges.resolver.js';
import { departurePolicy } from './departure.policy.js';
import { kinshipPolicy } from './kinship.policy.js';
import { PersonnelCategoryResolver } from './personnel-category.resolver.js';
import { PersonnelRecordingResolver } from './personnel-recording.resolver.js';
import { representationPolicy } from './representation.policy.js';
import { representationDoor } from './representation.resolver.js';
import { laterPublicPostPolicy, staffApprovalPolicy, staffPledgePolicy } from './staff-file.policy.js';

/** The court's part of the graph; `registry` answers what representations need to know of lawyers. */
export const courtSubgraph = (registry: CounselRegistry): Subgraph => ({
  name: 'court',
  resolvers: [
    CourtResolver,
    CourtHistoryEdges,
    CourtLineageEdges,
    PersonnelCategoryResolver,
    CourtStaffResolver,
    CourtStaffEdges,
    CourtServiceEdges,
    DepartureEdges,
    KinshipEdges,
    CourtStaffOfLawyer,
    PersonnelRecordingResolver,
    CourtCaseResolver,
    representationDoor(registry),
  ],
  references: { Court: { id: courtsByIds, code: courtsByCode }, CourtStaff: { id: courtStaffByIds } },
  policies: [
    courtPolicy,
    courtAreaPolicy,
    courtLineagePolicy,
    courtStaffPolicy,
    courtServicePolicy,
    departurePolicy,
    laterPublicPostPolicy,
    staffApprovalPolicy,
    staffPledgePolicy,
    kinshipPolicy,
    courtCasePolicy,
    panelMemberPolicy,
    representationPolicy,
  ],
});

// what joint and hub may use
export {
  type CaseFact,
  caseFacts,
  countOpenRepresentations,
  openCasesOfFirms,
  openRepresentations,
  openRepresentationsOfNext,
  openRepresentationsOfOthers,
  type RepresentationFact,
  type RepresentationsOf,
} from './case.facts.js';
export type { CounselRegistry } from './counsel-registry.js';
export { courtIdsBelow, courtIdsInDivisions, courtNames, courtsByCodes, type NamedCourt } from './court.facts.js';
export { type AreaFact, areaFacts, type LineageFact, lineageFacts } from './court-area.facts.js';
export type { CaseStage, PanelRole, Procedure } from './court-case.terms.js';
export {
  type ApprovalFact,
  type DepartureFact,
  type LaterPostFact,
  type PledgeFact,
  registerDay,
  type ServiceFact,
  type StaffFacts,
  staffFacts,
  staffOfCourts,
  staffOfRecords,
  staffWhoAreLawyers,
  staffWithCertificates,
} from './court-staff.facts.js';
export { AgentCategoryEnum, CapacityEnum, PartyRelationEnum, PartySideEnum } from './enums.type.js';
export { type KinshipFact, kinshipFacts } from './kinship.facts.js';
export { declaredRelatives } from './kinship-link.store.js';
export { citizenIdHashesIn, knownToPersonnel, linkLawyers } from './lawyer-link.store.js';
export { takePersonnelTurn } from './personnel-write.store.js';
export { type OverduePledge, overduePledges } from './pledge.facts.js';
export { checkAgainstCase, checkRepresentation, type PushedRepresentation } from './representation.rule.js';
export type { AgentCategory, Capacity, PartyRelation, PartySide } from './representation.terms.js';
export { endRepresentation } from './representation-ending.js';
export { enterRepresentations } from './representation-entering.js';
export { bookedCases } from './representation-write.store.js';
export { neededColumns, staffColumns, staffOfRow } from './staff-row.rule.js';
