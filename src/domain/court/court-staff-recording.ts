import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import {
  byItself,
  type ItemAnswer,
  type ItemOutcome,
  type Keyed,
  type NewItem,
  recordBatch,
} from '../../operation/batch.js';
import { type BookedCourt, bookedCourts, divisionsInArea } from './court-book.store.js';
import { courtStaff } from './court-staff.table.js';
import { type BookedStaff, bookedStaff, fileTables, noFiles, type StaffFiles } from './court-staff-book.store.js';
import { insertRecords, type PersonnelRow, takePersonnelTurn, updateRecords } from './personnel-write.store.js';
import { type Filed, filed } from './staff-filing.js';
import { checkStaff } from './staff-input.rule.js';
import type { PushedStaff } from './staff-input.terms.js';

type Item = PushedStaff & Keyed;

/**
 * Records court staff with their services, departures and what follows them, item by item. The citizen ID names the
 * person: known, he is brought up to date and keeps his id; what is on record already is left alone. A unit writes of
 * courts in its area.
 */
export async function recordCourtStaff(
  act: Act,
  crypto: CryptoProvider,
  staff: readonly Item[],
): Promise<ItemAnswer[]> {
  await takePersonnelTurn(act.handle);
  return recordBatch(act, crypto, 'recordCourtStaff', staff, ['staff'], async (fresh) => {
    const desk = await laidOut(act, crypto, fresh);
    const outcomes = new Map<number, ItemOutcome>();
    const done: Judged[] = [];
    for (const entry of fresh)
      byItself(outcomes, entry.index, () => {
        const judged = judge(act, desk, entry);
        desk.lay(judged);
        done.push(judged);
        if (judged.row.id !== entry.id) outcomes.set(entry.index, { recordId: judged.row.id });
      });
    await enter(act, done);
    return outcomes;
  });
}

/** What an item came to: the person, whether he is new or changed, and what was filed. */
interface Judged {
  readonly row: PersonnelRow;
  readonly isNew: boolean;
  readonly changed: readonly string[];
  readonly filed: Filed;
  readonly files: StaffFiles;
}

/** Everything a batch names, and what its earlier items came to. */
class Desk {
  readonly #staff = new Map<string, BookedStaff>();
  readonly #accounts = new Map<string, string>();

  constructor(
    readonly courts: ReadonlyMap<string, BookedCourt>,
    readonly divisions: ReadonlySet<string>,
    readonly crypto: CryptoProvider,
    booked: readonly BookedStaff[],
  ) {
    for (const one of booked) this.#put(one);
  }

  staffWith(hash: string): BookedStaff | undefined {
    return this.#staff.get(hash);
  }

  /** The member of staff who uses an account. */
  holderOf(issuer: string, subject: string): string | undefined {
    return this.#accounts.get(JSON.stringify([issuer, subject]));
  }

  lay({ row, files }: Judged): void {
    this.#put({ row, isWritable: true, ...files });
  }

  #put(one: BookedStaff): void {
    this.#staff.set(String(one.row.citizen_id_hash), one);
    if (one.row.account_subject != null)
      this.#accounts.set(JSON.stringify([one.row.account_issuer, one.row.account_subject]), one.row.id);
  }
}

async function laidOut(act: Act, crypto: CryptoProvider, fresh: readonly NewItem<Item>[]): Promise<Desk> {
  const places = fresh.flatMap(({ item }) => [...(item.services ?? []), ...(item.departures ?? [])]);
  const courts = await bookedCourts(
    act,
    places.flatMap(({ court }) => (court == null ? [] : [court])),
  );
  const divisions = await divisionsInArea(
    act,
    places.flatMap(({ organDivisionCode: code }) => (code == null ? [] : [code])),
  );
  const hashes = fresh.map(({ item }) => crypto.match(item.citizenIdNumber.toUpperCase()));
  const accounts = fresh.flatMap(({ item }) => (item.accountSubject == null ? [] : [item.accountSubject]));
  return new Desk(courts, divisions, crypto, await bookedStaff(act, hashes, accounts));
}

function judge(act: Act, desk: Desk, { item, id }: NewItem<Item>): Judged {
  const { today } = act.grant.asker;
  const { fullName, citizenIdNumber } = checkStaff(item, today);
  const hash = desk.crypto.match(citizenIdNumber);
  const known = desk.staffWith(hash);
  // whether somebody out of reach is known is not told: he is entered, or taken over, with a service
  if (!known?.isWritable && (item.services ?? []).length === 0) throw new Refusal('FIELD_REQUIRED', ['services']);
  const before = known ?? { ...noFiles, row: { id }, isWritable: true };
  const files = filed(before, item, {
    staffId: before.row.id,
    courts: desk.courts,
    divisions: desk.divisions,
    at: act.at,
    newId: uuidv7,
  });
  const holder =
    item.accountSubject == null ? undefined : desk.holderOf(String(item.accountIssuer), item.accountSubject);
  if (holder !== undefined && holder !== before.row.id) throw new Refusal('STAFF_ACCOUNT_TAKEN', ['accountSubject']);
  const person = {
    full_name: fullName,
    personnel_file_no: item.personnelFileNo ?? before.row.personnel_file_no ?? null,
    account_issuer: item.accountIssuer ?? before.row.account_issuer ?? null,
    account_subject: item.accountSubject ?? before.row.account_subject ?? null,
  };
  const changed = Object.keys(person).filter((column) => before.row[column] !== person[column as keyof typeof person]);
  if (known && changed.length > 0) {
    if (!known.isWritable) throw new Refusal('PERSON_MISMATCH', ['fullName']);
    if (Date.parse(item.asOf) < Date.parse(String(known.row.as_of))) throw new Refusal('STALE_VALUE', ['asOf']);
  }
  const row = {
    ...before.row,
    ...person,
    citizen_id_hash: hash,
    citizen_id_sealed: known?.row.citizen_id_sealed ?? desk.crypto.seal(citizenIdNumber),
    source: item.source ?? act.grant.asker.identity.unit?.name ?? 'court',
    as_of: item.asOf,
    updated_at: act.at.toISOString(),
  };
  const isNew = !known;
  return { row, isNew, changed, filed: files.filed, files: files.after };
}

const fieldOf: Readonly<Record<string, string>> = {
  full_name: 'fullName',
  personnel_file_no: 'personnelFileNo',
  account_issuer: 'accountIssuer',
  account_subject: 'accountSubject',
};

const columnsOfPerson = [...Object.keys(fieldOf), 'source', 'as_of', 'updated_at'];

/** A record may have been brought up to date by several items: the last one counts. */
const lastOfEach = (rows: readonly PersonnelRow[]): PersonnelRow[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** Writes what the items came to, set by set, and notes every change. */
async function enter(act: Act, done: readonly Judged[]): Promise<void> {
  const created = new Set(done.filter(({ isNew }) => isNew).map(({ row }) => row.id));
  const last = new Map(done.map((judged) => [judged.row.id, judged.row]));
  const changed = new Map<string, Set<string>>();
  for (const judged of done)
    if (judged.isNew || judged.changed.length > 0)
      changed.set(judged.row.id, new Set([...(changed.get(judged.row.id) ?? []), ...judged.changed]));
  await insertRecords(
    act.handle,
    courtStaff,
    [...last.values()].filter(({ id }) => created.has(id)),
  );
  await updateRecords(
    act.handle,
    courtStaff,
    [...last.values()]
      .filter(({ id }) => changed.has(id) && !created.has(id))
      .map((row) => ({ id: row.id, ...Object.fromEntries(columnsOfPerson.map((column) => [column, row[column]])) })),
  );
  for (const [recordId, columns] of changed)
    act.changed({
      event: 'court-staff.recorded',
      recordId,
      fields: [...columns].map((column) => fieldOf[column] as string),
    });
  for (const part of Object.keys(fileTables) as (keyof StaffFiles)[])
    await insertRecords(
      act.handle,
      fileTables[part],
      done.flatMap((judged) => judged.filed.entered[part]),
    );
  for (const part of Object.keys(fileTables) as (keyof StaffFiles)[])
    await updateRecords(act.handle, fileTables[part], lastOfEach(done.flatMap((judged) => judged.filed.updated[part])));
  for (const judged of done) for (const change of judged.filed.changes) act.changed(change);
}
