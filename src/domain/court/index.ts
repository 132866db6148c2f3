import type { Subgraph } from '../../operation/subgraph.js';
import { courtPolicy } from './court.policy.js';
import { CourtResolver } from './court.resolver.js';
import { courtsByCode, courtsByIds } from './court.store.js';
import { PersonnelCategoryResolver } from './personnel-category.resolver.js';

/** The court's part of the graph. */
export const courtSubgraph: Subgraph = {
  name: 'court',
  resolvers: [CourtResolver, PersonnelCategoryResolver],
  references: { Court: { id: courtsByIds, code: courtsByCode } },
  policies: [courtPolicy],
};

// what joint and hub may use
export { courtIdsBelow, courtIdsInDivisions, courtsByCodes, type NamedCourt } from './court.facts.js';
