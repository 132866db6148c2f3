import type { Subgraph } from '../../operation/subgraph.js';
import { AvailabilityResolver } from './availability.resolver.js';
import { licenceAlertPolicy } from './licence-alert.policy.js';
import { LicenceAlertResolver } from './licence-alert.resolver.js';

/** What two institutions own together. */
export const jointSubgraph: Subgraph = {
  name: 'joint',
  resolvers: [LicenceAlertResolver, AvailabilityResolver],
  references: {},
  policies: [licenceAlertPolicy],
};

export { counselRegistry } from './counsel-registry.js';
export { internRegistry } from './intern-registry.js';
export { jointReactions } from './reactions.js';
