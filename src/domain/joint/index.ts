import type { Subgraph } from '../../operation/subgraph.js';
import { AlertDoorResolver } from './alert-door.resolver.js';
import { alertConcernPolicy, alertDecisionPolicy, alertFollowUpPolicy } from './alert-file.policy.js';
import { AvailabilityResolver } from './availability.resolver.js';
import { DeclaredRelativeResolver } from './declared-relative.resolver.js';
import { licenceAlertPolicy } from './licence-alert.policy.js';
import { LicenceAlertResolver } from './licence-alert.resolver.js';
import { RestrictionConstraintEdges, RestrictionResolver } from './restriction.resolver.js';
import { restrictionAlertPolicy } from './restriction-alert.policy.js';
import { RestrictionAlertResolver } from './restriction-alert.resolver.js';

/** What two institutions own together. */
export const jointSubgraph: Subgraph = {
  name: 'joint',
  resolvers: [
    LicenceAlertResolver,
    AvailabilityResolver,
    DeclaredRelativeResolver,
    RestrictionResolver,
    RestrictionConstraintEdges,
    RestrictionAlertResolver,
    AlertDoorResolver,
  ],
  references: {},
  policies: [licenceAlertPolicy, restrictionAlertPolicy, alertDecisionPolicy, alertFollowUpPolicy, alertConcernPolicy],
};

export { counselRegistry } from './counsel-registry.js';
export { internRegistry } from './intern-registry.js';
export { jointReactions } from './reactions.js';
export { type OnReviewed, type Review, reviewOpen } from './reviewing.js';
