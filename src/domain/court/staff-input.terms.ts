import type { Day } from '../../kernel/day.js';
import type {
  ApprovalKind,
  DepartureType,
  LeadingPost,
  OrganKind,
  PledgeKind,
  PublicOrgan,
  StaffCategory,
  Tenure,
} from './staff.terms.js';

/** A court by its own code; or another organ by kind, name and division. */
export interface PushedPlace {
  readonly court?: string | null;
  readonly organKind?: OrganKind | null;
  readonly organName?: string | null;
  readonly organDivisionCode?: string | null;
}

/** A service as personnel pushes it. */
export interface PushedService extends PushedPlace {
  readonly post: string;
  readonly category: StaffCategory;
  readonly rank?: number | null;
  readonly tenure?: Tenure | null;
  readonly isInPost?: boolean | null;
  readonly isCivilServant?: boolean | null;
  readonly isLeadershipMember?: boolean | null;
  readonly isCommitteeMember?: boolean | null;
  readonly leadingPost?: LeadingPost | null;
  readonly triesOrEnforces?: boolean | null;
  readonly from: Day;
  readonly until?: Day | null;
  readonly supersedes?: string | null;
}

/** A departure as personnel pushes it. */
export interface PushedDeparture extends PushedPlace {
  readonly type: DepartureType;
  readonly effectiveOn?: Day | null;
  readonly resignationApprovedOn?: Day | null;
  readonly retirementOrderedOn?: Day | null;
  readonly removedFromOfficeOn?: Day | null;
  readonly civilServantUntil?: Day | null;
  readonly exitedOn?: Day | null;
  readonly postEndedOn?: Day | null;
  readonly wasCivilServant?: boolean | null;
  readonly reason?: string | null;
  readonly disciplineDetail?: string | null;
  readonly decisionNo?: string | null;
  readonly supersedes?: string | null;
}

/** The annulment of a departure on record. */
export interface PushedAnnulment {
  readonly departure: string;
  readonly annulledOn: Day;
  readonly annulmentNo?: string | null;
}

/** A later public post as personnel pushes it. */
export interface PushedLaterPost {
  readonly organName: string;
  readonly organ: PublicOrgan;
  readonly isCivilServant?: boolean | null;
  readonly ledAtCountyLevel?: boolean | null;
  readonly from: Day;
  readonly until?: Day | null;
  readonly leftBy?: DepartureType | null;
  readonly annulledOn?: Day | null;
}

/** An approval as personnel pushes it. */
export interface PushedApproval {
  readonly kind: ApprovalKind;
  readonly grantedOn: Day;
  readonly documentNo: string;
  readonly grantedBy?: string | null;
  readonly firmCreditCode?: string | null;
  readonly relationsMovedOn?: Day | null;
}

/** A pledge or report as personnel pushes it. */
export interface PushedPledge {
  readonly kind: PledgeKind;
  readonly dueOn: Day;
  readonly fulfilledOn?: Day | null;
  readonly destination?: string | null;
}

/** A member of court staff as personnel pushes him. */
export interface PushedStaff {
  readonly citizenIdNumber: string;
  readonly fullName: string;
  readonly personnelFileNo?: string | null;
  readonly accountIssuer?: string | null;
  readonly accountSubject?: string | null;
  readonly services?: readonly PushedService[] | null;
  readonly departures?: readonly PushedDeparture[] | null;
  readonly annulments?: readonly PushedAnnulment[] | null;
  readonly laterPosts?: readonly PushedLaterPost[] | null;
  readonly approvals?: readonly PushedApproval[] | null;
  readonly pledges?: readonly PushedPledge[] | null;
  readonly source?: string | null;
  readonly asOf: string;
}
