import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { courtServicePolicy } from '../../../src/domain/court/court-service.policy.js';
import { courtService } from '../../../src/domain/court/court-service.table.js';
import { courtStaffPolicy } from '../../../src/domain/court/court-staff.policy.js';
import { courtStaff } from '../../../src/domain/court/court-staff.table.js';
import { departurePolicy } from '../../../src/domain/court/departure.policy.js';
import { departure } from '../../../src/domain/court/departure.table.js';
import { kinshipDeclaration } from '../../../src/domain/court/kinship.table.js';
import type { Grant } from '../../../src/policy/grant.js';
import type { RecordPolicy } from '../../../src/policy/record-policy.js';
import { otherRows } from './columns.js';
import type { Way } from './ways.js';

/** Staff whom the asker reaches in no record of theirs. */
const strangers = (grant: Grant): SQL =>
  sql`(select ${courtStaff.id} from ${courtStaff} where (${grant.rows(courtStaffPolicy)}) is not true)`;

/** Each record has another follow it: of a type that is closed to the asker. */
const followed =
  (table: PgTable): Way =>
  () => [
    sql`update ${table} set supersedes = null`,
    sql`update ${table} t set supersedes = n.next from (select id, lead(id) over (order by id) as next from ${table}) n
      where t.id = n.id and n.next is not null`,
  ];

/**
 * Who is out of reach is so by all of his services: none of them is taken away, or he might be taken for one who left.
 * Copies are put beside the records of strangers; what was corrected or annulled of others is changed where it stands.
 */
const besides =
  (policy: RecordPolicy, table: PgTable, word: SQL): Way =>
  (grant, salt) => [
    sql`insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('id', md5(t.id::text || ${salt}::text)::uuid, 'supersedes', null))).*
      from ${table} t where t.staff_id in ${strangers(grant)} on conflict do nothing`,
    sql`update ${table} set ${word} = ${word} || ${salt}::text, recorded_at = recorded_at + interval '1 day'
      where (${grant.rows(policy)}) is not true`,
  ];

/** How the personnel register is varied where more depends on a value than its own field. */
export const personnelWays: Readonly<Record<string, Way>> = {
  'CourtStaff.standing': () => [
    sql`update ${courtService} set ended_on = case when ended_on is null then date '2020-02-02' end`,
  ],
  'CourtService.until': () => [
    sql`update ${courtService} set until_on = coalesce(until_on, ended_on, date '2021-03-03') + 3`,
  ],
  'CourtService.supersededBy': followed(courtService),
  'Departure.supersededBy': followed(departure),
  'KinshipDeclaration.supersededBy': followed(kinshipDeclaration),
  // a copy without services would have left every court: for those who reach who left, staff only goes
  'CourtStaff rows': (grant, salt) => {
    const marks = sql`jsonb_build_object('citizen_id_hash', md5(citizen_id_hash || ${salt}::text), 'account_subject', null, 'lawyer_id', null)`;
    const both = otherRows(courtStaffPolicy, grant, false, marks, salt);
    return grant.rights.reach('CourtStaff') === 'former' ? both.slice(0, 1) : both;
  },
  'CourtService rows': besides(courtServicePolicy, courtService, sql`post`),
  'Departure rows': besides(departurePolicy, departure, sql`effective_by`),
};
