import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { uuidArray } from '../../db/rows.js';
import { grouped, type Reading, type Shown } from '../../operation/reading.js';
import type { RecordPolicy } from '../../policy/record-policy.js';
import { courtArea, courtLineage } from './court.table.js';
import { courtAreaPolicy, courtLineagePolicy } from './court-area.policy.js';
import { courtServicePolicy } from './court-service.policy.js';
import { courtService } from './court-service.table.js';
import { departurePolicy } from './departure.policy.js';
import { departure } from './departure.table.js';
import { kinshipPolicy } from './kinship.policy.js';
import { kinshipDeclaration } from './kinship.table.js';
import { laterPublicPostPolicy, staffApprovalPolicy, staffPledgePolicy } from './staff-file.policy.js';
import { laterPublicPost, staffApproval, staffPledge } from './staff-file.table.js';

type ReadMany = (reading: Reading, ids: readonly string[], wanted: Iterable<string>) => Promise<Map<string, Shown[]>>;

/** Reads the records that belong to others by a column, in an order, within reach; one statement a level. */
const belonging =
  (policy: RecordPolicy, of: PgColumn, order: SQL): ReadMany =>
  async (reading, ids, wanted) => {
    const found = await reading.records(
      policy,
      wanted,
      ({ select, rows }) => sql`select ${select}, ${of} as "ofOwner" from ${of.table}
        where ${of} = any(${uuidArray(ids)}) and ${rows} order by ${order}, ${policy.key}`,
    );
    return grouped(found, 'ofOwner');
  };

/** Services of staff, the oldest first. */
export const servicesOfStaff = belonging(courtServicePolicy, courtService.staffId, sql`${courtService.fromOn}`);
/** Departures of staff, the oldest first. */
export const departuresOfStaff = belonging(departurePolicy, departure.staffId, sql`${departure.effectiveOn}`);
/** Later public posts of staff, the oldest first. */
export const laterPostsOfStaff = belonging(
  laterPublicPostPolicy,
  laterPublicPost.staffId,
  sql`${laterPublicPost.fromOn}`,
);
/** Approvals of staff, the oldest first. */
export const approvalsOfStaff = belonging(staffApprovalPolicy, staffApproval.staffId, sql`${staffApproval.grantedOn}`);
/** Pledges and reports of staff by the day they are owed. */
export const pledgesOfStaff = belonging(staffPledgePolicy, staffPledge.staffId, sql`${staffPledge.dueOn}`);
/** Relatives that staff declared, in order of declaration. */
export const kinshipsOfStaff = belonging(
  kinshipPolicy,
  kinshipDeclaration.staffId,
  sql`${kinshipDeclaration.declaredOn}`,
);
/** The divisions courts served and serve, by day and code. */
export const areaHistoryOfCourts = belonging(
  courtAreaPolicy,
  courtArea.courtId,
  sql`${courtArea.validFrom}, ${courtArea.divisionCode} collate "C"`,
);

/** The steps of lineage a court takes part in, on either side, the oldest first. */
export const lineageOfCourts: ReadMany = async (reading, ids, wanted) => {
  const found = await reading.records(
    courtLineagePolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, of.id as "ofOwner" from ${courtLineage}
      join unnest(${uuidArray(ids)}) of(id) on of.id in (${courtLineage.fromCourtId}, ${courtLineage.toCourtId})
      where ${rows} order by ${courtLineage.onDay}, ${courtLineage.id}`,
  );
  return grouped(found, 'ofOwner');
};
