import type { WriteHandle } from '../src/db/handle.js';
import { courtStaff } from '../src/domain/court/court-staff.table.js';
import { fileTables, noFiles, type StaffFiles } from '../src/domain/court/court-staff-book.store.js';
import { kinshipDeclaration } from '../src/domain/court/kinship.table.js';
import type { RelationKind } from '../src/domain/court/kinship.terms.js';
import { insertRecords, type PersonnelRow } from '../src/domain/court/personnel-write.store.js';
import { filed } from '../src/domain/court/staff-filing.js';
import { checkStaff } from '../src/domain/court/staff-input.rule.js';
import { addDays } from '../src/kernel/day.js';
import { courtStaffOf, type SeedStaff, staffIdOf } from './court-careers.js';
import { courts } from './courts.js';
import { SINCE } from './ground.js';
import type { GeneratedLawyer } from './lawyers.js';
import { idsOf } from './random.js';
import type { Making } from './rows.js';

const recordIdOf = idsOf('lushu', 'personnel-record');
const kinshipIdOf = idsOf('lushu', 'kinship');

/** Who declared a persona's lawyer as a relative: the place among the staff, the lawyer, and what he is. */
const declared: readonly (readonly [staff: number, lawyer: number, relation: RelationKind])[] = [
  [4 + 40, 2, 'SPOUSE'],
  [4 + 42, 3, 'CHILD'],
  [4 + 43, 24, 'SIBLING'],
  [4 + 60, 25, 'SPOUSE'],
  [4 + 2, 27, 'COUSIN'],
];
/** A lawyer who served in a court declared one of its clerks' relatives, when he served. */
const OWN_DECLARATION = [0, 4] as const;

/**
 * Enters the staff of the personas' courts, serving and former, some of them lawyers now and some lawyers' relatives, by
 * the very rules by which personnel pushes them.
 */
export async function enterCourtStaff(
  handle: WriteHandle,
  { crypto, today }: Making,
  lawyers: readonly GeneratedLawyer[],
  at: Date,
): Promise<void> {
  const staff = courtStaffOf(today, (n) => lawyers[n] as GeneratedLawyer);
  const known = new Map(
    courts.map(({ code, id }) => [code, { id, code, validFrom: SINCE, validUntil: null, isWritable: true }]),
  );
  const divisions = new Set(
    staff.flatMap(({ services }) => (services ?? []).map((one) => String(one.organDivisionCode))),
  );
  let records = 0;
  const people: PersonnelRow[] = [];
  const entered: Record<keyof StaffFiles, PersonnelRow[]> = {
    services: [],
    departures: [],
    laterPosts: [],
    approvals: [],
    pledges: [],
  };
  staff.forEach((item, n) => {
    const { fullName, citizenIdNumber } = checkStaff(item, today);
    const filing = { staffId: staffIdOf(n), courts: known, divisions, at, newId: () => recordIdOf(records++) };
    const files = filed(noFiles, item, filing).filed.entered;
    for (const part of Object.keys(entered) as (keyof StaffFiles)[]) entered[part].push(...files[part]);
    people.push(
      personRow(
        item,
        { id: staffIdOf(n), fullName, hash: crypto.match(citizenIdNumber), sealed: crypto.seal(citizenIdNumber) },
        lawyers,
        at,
      ),
    );
  });
  await insertRecords(handle, courtStaff, people);
  for (const part of Object.keys(entered) as (keyof StaffFiles)[])
    await insertRecords(handle, fileTables[part], entered[part]);
  const kinships = [...declared, [...OWN_DECLARATION, 'UNCLE_AUNT'] as const].map(([place, lawyer, relation], n) => {
    const relative = lawyers[lawyer] as GeneratedLawyer;
    return {
      id: kinshipIdOf(n),
      staff_id: staffIdOf(place),
      relative_name: relative.fullName,
      relative_id_hash: crypto.match(relative.citizenIdNumber),
      relative_id_sealed: crypto.seal(relative.citizenIdNumber),
      relative_lawyer_id: relative.id,
      relation,
      declared_on: addDays(today, -400 + n),
      from_on: relation === 'SPOUSE' ? '2012-05-20' : null,
      until_on: null,
      supersedes: null,
      recorded_at: at.toISOString(),
    };
  });
  await insertRecords(handle, kinshipDeclaration, kinships);
}

interface Known {
  readonly id: string;
  readonly fullName: string;
  readonly hash: string;
  readonly sealed: string;
}

const personRow = (
  item: SeedStaff,
  { id, fullName, hash, sealed }: Known,
  lawyers: readonly GeneratedLawyer[],
  at: Date,
): PersonnelRow => ({
  id,
  full_name: fullName,
  citizen_id_hash: hash,
  citizen_id_sealed: sealed,
  personnel_file_no: item.personnelFileNo ?? null,
  account_issuer: item.accountIssuer ?? null,
  account_subject: item.accountSubject ?? null,
  lawyer_id: item.lawyer === null ? null : (lawyers[item.lawyer]?.id ?? null),
  source: item.source,
  as_of: item.asOf,
  updated_at: at.toISOString(),
});
