import { at } from '../../kernel/at.js';
import { type Day, FOREVER } from '../../kernel/day.js';
import { type FaultPath, Refusal } from '../../kernel/refusal.js';
import type { Change } from '../../outbox/change.store.js';
import { type BookedCourt, courtIn, stands } from './court-book.store.js';
import type { StaffFiles } from './court-staff-book.store.js';
import type { PersonnelRow } from './personnel-write.store.js';
import { checkTimeline, endOf, type TimelineDeparture, type TimelineService } from './service-timeline.rule.js';
import type { StaffCategory } from './staff.terms.js';
import type { PushedPlace, PushedStaff } from './staff-input.terms.js';
import { approvalRow, departureRow, laterPostRow, organOf, type Place, pledgeRow, serviceRow } from './staff-rows.js';

/** What an item files: records entered, those annulled or brought up to date, and the changes to be told. */
export interface Filed {
  readonly entered: Readonly<Record<keyof StaffFiles, PersonnelRow[]>>;
  readonly updated: Readonly<Record<keyof StaffFiles, PersonnelRow[]>>;
  readonly changes: Change[];
}

/** Who files, for whom, when. */
export interface Filing {
  readonly staffId: string;
  readonly courts: ReadonlyMap<string, BookedCourt>;
  /** Divisions in the writer's area, of those named. */
  readonly divisions: ReadonlySet<string>;
  readonly at: Date;
  /** Makes the id of a new record. */
  readonly newId: () => string;
}

/**
 * Files what an item brings beside what is on record; a record sent again as it stands is left alone. Throws
 * COURT_UNKNOWN, OUT_OF_REACH, COURT_NOT_STANDING, STAFF_RECORD_UNKNOWN, STAFF_RECORD_SUPERSEDED, PERIOD_INVALID and
 * what `checkTimeline` throws.
 */
export function filed(before: StaffFiles, item: PushedStaff, filing: Filing): { filed: Filed; after: StaffFiles } {
  const folder = new Folder(before, filing);
  (item.services ?? []).forEach((service, index) => {
    at(['services', index], () => {
      const place = folder.placeOf(service, { court: service.from, until: service.until });
      folder.correct('services', 'court-service', serviceRow(folder.base(), place, service), index);
    });
  });
  (item.departures ?? []).forEach((departure, index) => {
    at(['departures', index], () => {
      const place = folder.placeOf(departure, {});
      folder.correct('departures', 'departure', departureRow(folder.base(), place, departure), index);
    });
  });
  (item.annulments ?? []).forEach((annulment, index) => {
    at(['annulments', index], () =>
      folder.annul(annulment.departure, annulment.annulledOn, annulment.annulmentNo ?? null),
    );
  });
  folder.checkTimeline();
  for (const post of item.laterPosts ?? []) folder.keep('laterPosts', laterPostRow(folder.base(), post));
  for (const approval of item.approvals ?? []) folder.keep('approvals', approvalRow(folder.base(), approval));
  for (const pledge of item.pledges ?? []) folder.keep('pledges', pledgeRow(folder.base(), pledge));
  return folder.close();
}

/** Columns that do not make two records of a kind different: their own, not what they say. */
const own = ['id', 'recorded_at', 'supersedes'];
const sameAs = (row: PersonnelRow) => (other: PersonnelRow) =>
  Object.keys(row).every((column) => own.includes(column) || row[column] === (other[column] ?? null));

/** What names a record that is brought up to date when it is sent again, and the event that tells of it. */
const kept = {
  laterPosts: { by: ['organ_name', 'from_on'], event: 'later-public-post.recorded' },
  approvals: { by: ['document_no'], event: 'staff-approval.recorded' },
  pledges: { by: ['kind', 'due_on'], event: 'staff-pledge.recorded' },
} as const;

const empty = () => ({ services: [], departures: [], laterPosts: [], approvals: [], pledges: [] });

/** One person's files while an item is filed. */
class Folder {
  readonly #files: Record<keyof StaffFiles, PersonnelRow[]>;
  readonly #filed: Filed = { entered: empty(), updated: empty(), changes: [] };
  readonly #places = new Map<string, FaultPath>();

  constructor(
    before: StaffFiles,
    private readonly filing: Filing,
  ) {
    const { services, departures, laterPosts, approvals, pledges } = before;
    this.#files = {
      services: [...services],
      departures: [...departures],
      laterPosts: [...laterPosts],
      approvals: [...approvals],
      pledges: [...pledges],
    };
  }

  /** What every record of the person begins with. */
  base() {
    return { id: this.filing.newId(), staff_id: this.filing.staffId, recorded_at: this.filing.at.toISOString() };
  }

  /** Where a record belongs: a court that stands on the days, by the fields at fault; or another organ. In the writer's area. */
  placeOf(place: PushedPlace, days: Readonly<Record<string, Day | null | undefined>>): Place {
    const { courts, divisions } = this.filing;
    if (place.court == null) {
      const division = String(place.organDivisionCode);
      if (!divisions.has(division)) throw new Refusal('OUT_OF_REACH', ['organDivisionCode']);
      const [kind, name] = [String(place.organKind), String(place.organName)];
      return { organ_kind: kind, court_id: null, organ_name: name, organ_division_code: division };
    }
    const found = courtIn(courts, place.court, 'court');
    for (const [field, on] of Object.entries(days))
      if (on != null && !stands(found, on)) throw new Refusal('COURT_NOT_STANDING', [field]);
    return { organ_kind: 'COURT', court_id: found.id, organ_name: null, organ_division_code: null };
  }

  /** Files a service or departure, perhaps in the place of one it corrects. */
  correct(
    part: 'services' | 'departures',
    event: 'court-service' | 'departure',
    row: PersonnelRow,
    index: number,
  ): void {
    const known = this.#files[part];
    // one corrected or annulled meanwhile is on record too: pushed again, it does not come back
    if (row.supersedes === null && known.some(sameAs(row))) return;
    if (row.supersedes !== null) this.#standing(part, String(row.supersedes), 'supersedes');
    known.push(row);
    this.#filed.entered[part].push(row);
    this.#places.set(row.id, [part, index]);
    const word = row.supersedes === null ? 'recorded' : 'corrected';
    this.#tell(`${event}.${word}`, row);
  }

  /** Annuls a departure that stands; it stays on record. */
  annul(id: string, on: string, no: string | null): void {
    const row = this.#standing('departures', id, 'departure');
    if (on < String(row.effective_on)) throw new Refusal('PERIOD_INVALID', ['annulledOn']);
    const annulled = { ...row, annulled_on: on, annulment_no: no };
    this.#files.departures = this.#files.departures.map((other) => (other.id === row.id ? annulled : other));
    this.#filed.updated.departures.push({ id: row.id, annulled_on: on, annulment_no: no });
    this.#filed.changes.push({
      event: 'departure.annulled',
      recordId: row.id,
      fields: ['annulledOn', 'annulmentNo'],
    });
  }

  /** Files a record, or brings the one it names up to date. */
  keep(part: keyof typeof kept, row: PersonnelRow): void {
    const { by, event } = kept[part];
    const known = this.#files[part].find((other) => by.every((column) => other[column] === row[column]));
    if (!known) {
      this.#files[part].push(row);
      this.#filed.entered[part].push(row);
      this.#tell(event, row);
      return;
    }
    const differ = Object.keys(row).filter((column) => !own.includes(column) && row[column] !== known[column]);
    if (differ.length === 0) return;
    const now = { ...row, id: known.id };
    this.#files[part] = this.#files[part].map((other) => (other.id === known.id ? now : other));
    this.#filed.updated[part].push(now);
    this.#filed.changes.push({ event, recordId: known.id, fields: differ.map(fieldNamed) });
  }

  /** Holds all that stands to what one person can have done, and derives where departures ended services. */
  checkTimeline(): void {
    const standing = (part: 'services' | 'departures') => this.#files[part].filter((row) => this.#stands(part, row));
    const placed = ({ id }: PersonnelRow) => this.#places.get(id) ?? null;
    const services = standing('services').map((row) => ({ ...timelineService(row), at: placed(row) }));
    const departures = standing('departures').map((row) => ({
      organ: organOf(row),
      on: String(row.effective_on),
      at: placed(row),
    }));
    checkTimeline(services, departures, ['annulments']);
    this.#files.services = this.#files.services.map((row) => this.#ended(row, departures));
  }

  /** The service with the day of the departure that ended it. */
  #ended(row: PersonnelRow, departures: readonly TimelineDeparture[]): PersonnelRow {
    const end =
      row.until_on === null && this.#stands('services', row) ? endOf(timelineService(row), departures) : FOREVER;
    const ended_on = end === FOREVER ? null : end;
    if ((row.ended_on ?? null) === ended_on) return row;
    const entered = this.#filed.entered.services.findIndex(({ id }) => id === row.id);
    if (entered >= 0) this.#filed.entered.services[entered] = { ...row, ended_on };
    else this.#filed.updated.services.push({ id: row.id, ended_on });
    return { ...row, ended_on };
  }

  close(): { filed: Filed; after: StaffFiles } {
    return { filed: this.#filed, after: this.#files };
  }

  #stands(part: 'services' | 'departures', { id, annulled_on }: PersonnelRow): boolean {
    return annulled_on == null && !this.#files[part].some(({ supersedes }) => supersedes === id);
  }

  #standing(part: 'services' | 'departures', id: string, field: string): PersonnelRow {
    const row = this.#files[part].find((other) => other.id === id.toLowerCase());
    if (!row) throw new Refusal('STAFF_RECORD_UNKNOWN', [field]);
    if (row.is_writable === false) throw new Refusal('OUT_OF_REACH', [field]);
    if (!this.#stands(part, row)) throw new Refusal('STAFF_RECORD_SUPERSEDED', [field]);
    return row;
  }

  #tell(event: Change['event'], row: PersonnelRow): void {
    const given = Object.keys(row).filter((column) => !['id', 'staff_id', 'recorded_at'].includes(column));
    this.#filed.changes.push({
      event,
      recordId: row.id,
      fields: given.filter((column) => row[column] !== null).map(fieldNamed),
    });
  }
}

const timelineService = (row: PersonnelRow): TimelineService => ({
  organ: organOf(row),
  category: row.category as StaffCategory,
  isInPost: row.is_in_post as boolean | null,
  from: String(row.from_on),
  until: row.until_on as Day | null,
  at: null,
});

/** The GraphQL field behind a column. */
const fieldNamed = (column: string): string => {
  const words: Readonly<Record<string, string>> = { from_on: 'from', until_on: 'until', court_id: 'court' };
  return words[column] ?? column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
};
