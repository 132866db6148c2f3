import type { Subgraph } from '../../operation/subgraph.js';
import { DictionaryResolver } from './dictionary.resolver.js';
import { unitPolicy } from './unit.policy.js';
import { UnitResolver } from './unit.resolver.js';
import { viewerPolicy } from './viewer.policy.js';
import { ViewerResolver } from './viewer.resolver.js';

/** The hub's own part of the graph: who asks, the units, the code lists. */
export const hubSubgraph: Subgraph = {
  name: 'hub',
  resolvers: [ViewerResolver, UnitResolver, DictionaryResolver],
  references: {},
  policies: [viewerPolicy, unitPolicy],
};

export { unitDirectory } from './unit-directory.js';
