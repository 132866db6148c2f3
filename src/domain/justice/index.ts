import type { Subgraph } from '../../operation/subgraph.js';
import { ContactResolver } from './contact.resolver.js';
import { contactProposalPolicy } from './contact-proposal.policy.js';
import { firmPolicy } from './firm.policy.js';
import { FirmResolver } from './firm.resolver.js';
import { firmsByIds } from './firm.store.js';
import { firmJobPolicy } from './firm-job.policy.js';
import { FirmJobResolver } from './firm-job.resolver.js';
import { identityVerificationPolicy } from './identity-verification.policy.js';
import { IdentityVerificationResolver } from './identity-verification.resolver.js';
import { lawyerPolicy } from './lawyer.policy.js';
import { LawyerResolver } from './lawyer.resolver.js';
import { lawyersByCertificateNo, lawyersByIds } from './lawyer.store.js';
import {
  AffiliationEdges,
  ContactProposalEdges,
  LawyerEdges,
  LicenceEventEdges,
  SanctionEdges,
} from './lawyer-edges.resolver.js';
import { licenceApplicationPolicy } from './licence-application.policy.js';
import { LicenceApplicationResolver } from './licence-application.resolver.js';
import { affiliationPolicy, certificatePolicy, licenceEventPolicy } from './licence-event.policy.js';
import { PractitionerCategoryResolver } from './practitioner-category.resolver.js';
import { RecordingResolver } from './recording.resolver.js';
import { sanctionPolicy } from './sanction.policy.js';

/** The justice department's part of the graph. */
export const justiceSubgraph: Subgraph = {
  name: 'justice',
  resolvers: [
    LawyerResolver,
    LawyerEdges,
    FirmResolver,
    AffiliationEdges,
    LicenceEventEdges,
    SanctionEdges,
    ContactProposalEdges,
    RecordingResolver,
    ContactResolver,
    IdentityVerificationResolver,
    FirmJobResolver,
    LicenceApplicationResolver,
    PractitionerCategoryResolver,
  ],
  references: { Lawyer: { id: lawyersByIds, certificateNo: lawyersByCertificateNo }, LawFirm: { id: firmsByIds } },
  policies: [
    lawyerPolicy,
    firmPolicy,
    licenceEventPolicy,
    sanctionPolicy,
    certificatePolicy,
    affiliationPolicy,
    contactProposalPolicy,
    identityVerificationPolicy,
    firmJobPolicy,
    licenceApplicationPolicy,
  ],
};

// what joint and hub may use
export {
  type ApplicationFact,
  type EmploymentFact,
  type EmploymentsOf,
  type HeldJobFact,
  heldJobs,
  openApplications,
  openEmploymentIds,
} from './application.facts.js';
export { citizenIdsOfLawyers, lawyersByCitizenIds } from './citizen-id.facts.js';
export {
  type CounselFacts,
  counselFacts,
  type FirmFact,
  type FirmJobFact,
  firmFacts,
  firmJobFacts,
  firmsOfLawyers,
  type LicencePenaltyFact,
  lawyersOfFirms,
} from './counsel.facts.js';
export { FirmRoleEnum, LicenceStatusEnum } from './enums.type.js';
export { firmOfBureau } from './firm-job-write.store.js';
export { firmsNamed } from './firm-naming.store.js';
export { verificationsForAlert } from './identity-verification.store.js';
export type { LicenceStatus } from './licence.terms.js';
export { isApplicationWithin } from './licence-application-write.store.js';
export {
  counselOn,
  lawyersForRoster,
  licenceStatusesToday,
  statusesOn as licenceStatusesOn,
} from './licence-status.store.js';
export { checkPerson, type NamedPerson } from './named-person.rule.js';
export { knownHistories } from './status-told.facts.js';
