import { type Day, FOREVER, isBefore } from '../../kernel/day.js';
import { type FaultPath, Refusal } from '../../kernel/refusal.js';
import type { StaffCategory } from './staff.terms.js';

/** A service that stands, as far as others must agree with it. `at`: its place in the input; null of one on record. */
export interface TimelineService {
  /** The organ, one text each. */
  readonly organ: string;
  readonly category: StaffCategory;
  readonly isInPost: boolean | null;
  readonly from: Day;
  /** As stated; null while it goes on or until a departure ends it. */
  readonly until: Day | null;
  readonly at: FaultPath | null;
}

/** A departure that stands: neither corrected nor annulled. */
export interface TimelineDeparture {
  readonly organ: string;
  readonly on: Day;
  readonly at: FaultPath | null;
}

/** Last day of a service: as stated, or that of the first departure from its organ since it began; `FOREVER` when open. */
export function endOf(service: TimelineService, departures: readonly TimelineDeparture[]): Day {
  if (service.until !== null) return service.until;
  return departures
    .filter(({ organ, on }) => organ === service.organ && !isBefore(on, service.from))
    .reduce((end, { on }) => (on < end ? on : end), FOREVER);
}

/**
 * Whether one person can have had these services and departures. Throws SERVICE_OVERLAPS, DEPARTURE_BEFORE_SERVICE,
 * DEPARTURE_EXISTS, SERVICE_OUTLASTS_DEPARTURE at what is new of the two that disagree; at `otherwise` when both are on
 * record and an annulment or correction brought them together.
 */
export function checkTimeline(
  services: readonly TimelineService[],
  departures: readonly TimelineDeparture[],
  otherwise: FaultPath,
): void {
  for (const departure of departures) checkDeparture(departure, services, departures, otherwise);
  services.forEach((one, i) => {
    for (const other of services.slice(i + 1))
      if (excludes(one, other) && overlaps(one, other, departures))
        throw new Refusal('SERVICE_OVERLAPS', [
          ...(other.at ?? one.at ?? otherwise),
          ...(isNew(one, other) ? ['from'] : []),
        ]);
  });
}

const isNew = (one: TimelineService, other: TimelineService): boolean => one.at !== null || other.at !== null;

/** In post in two places, or twice the same at one place: nobody can be. */
const excludes = (one: TimelineService, other: TimelineService): boolean =>
  (one.isInPost === true && other.isInPost === true) || (one.organ === other.organ && one.category === other.category);

/** The day of a handover may belong to both. */
const overlaps = (one: TimelineService, other: TimelineService, departures: readonly TimelineDeparture[]): boolean =>
  (isBefore(one.from, endOf(other, departures)) && isBefore(other.from, endOf(one, departures))) ||
  one.from === other.from;

function checkDeparture(
  departure: TimelineDeparture,
  services: readonly TimelineService[],
  departures: readonly TimelineDeparture[],
  otherwise: FaultPath,
): void {
  const place = departure.at ?? otherwise;
  const begun = services.filter(({ organ, from }) => organ === departure.organ && !isBefore(departure.on, from));
  const last = begun.reduce<TimelineService | null>(
    (latest, one) => (latest && latest.from > one.from ? latest : one),
    null,
  );
  if (last === null) throw new Refusal('DEPARTURE_BEFORE_SERVICE', [...place, 'effectiveOn']);
  const earlier = departures.find(
    (other) =>
      other !== departure && other.organ === departure.organ && other.on >= last.from && other.on <= departure.on,
  );
  if (earlier) throw new Refusal('DEPARTURE_EXISTS', [...(departure.at ?? earlier.at ?? otherwise), 'effectiveOn']);
  const beyond = begun.find(({ until }) => until !== null && until > departure.on);
  if (beyond)
    throw new Refusal('SERVICE_OUTLASTS_DEPARTURE', beyond.at ? [...beyond.at, 'until'] : [...place, 'effectiveOn']);
}
