import type { Subgraph } from '../../operation/subgraph.js';
import { administratorPolicy, disabledAccountPolicy } from './account.policy.js';
import { AccountResolver } from './account.resolver.js';
import { administrationActPolicy } from './administration-act.policy.js';
import { AdministrationActResolver } from './administration-act.resolver.js';
import { AdministratorResolver } from './administrator.resolver.js';
import { clientKeyPolicy, clientLockPolicy, clientPolicy } from './client.policy.js';
import { ClientResolver } from './client.resolver.js';
import { ClientAdministrationResolver } from './client-administration.resolver.js';
import { clientOperationPolicy, operationLimitPolicy } from './client-operation.policy.js';
import { ClientOperationResolver } from './client-operation.resolver.js';
import { DictionaryResolver } from './dictionary.resolver.js';
import { OperationLimitResolver } from './operation-limit.resolver.js';
import { rulePackPolicy } from './rule-pack.policy.js';
import { RulePackResolver } from './rule-pack.resolver.js';
import { unitPolicy } from './unit.policy.js';
import { UnitResolver } from './unit.resolver.js';
import { viewerPolicy } from './viewer.policy.js';
import { ViewerResolver } from './viewer.resolver.js';

/** The hub's own part of the graph: who asks, the units, the code lists, clients and accounts. */
export const hubSubgraph: Subgraph = {
  name: 'hub',
  resolvers: [
    ViewerResolver,
    UnitResolver,
    DictionaryResolver,
    ClientResolver,
    ClientAdministrationResolver,
    ClientOperationResolver,
    OperationLimitResolver,
    AccountResolver,
    AdministratorResolver,
    AdministrationActResolver,
    RulePackResolver,
  ],
  references: {},
  policies: [
    viewerPolicy,
    unitPolicy,
    clientPolicy,
    clientKeyPolicy,
    clientLockPolicy,
    clientOperationPolicy,
    operationLimitPolicy,
    disabledAccountPolicy,
    administratorPolicy,
    administrationActPolicy,
    rulePackPolicy,
  ],
};

// what the operator's commands use
export { issuerText, ownName } from './account-name.rule.js';
export type { Account } from './account-write.store.js';
export { type Command, endOffice, enterOffice, securityAdministratorsOf, standingOffice } from './appointing.js';
export { ClientAuthentication, type ProvenClient } from './client-authentication.js';
export { openConsole } from './console-opening.js';
export { operationBook } from './operation-book.js';
export { type PackFact, packFacts } from './rule-pack.facts.js';
export { standingBook } from './standing-book.js';
export { unitDirectory } from './unit-directory.js';
export { unitInCharge } from './unit-directory.store.js';
export { type UnitPlace, unitPlaces } from './unit-place.facts.js';
