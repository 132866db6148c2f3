import { addDays, type Day, FOREVER } from '../../../kernel/day.js';
import type { PersonFacts } from './facts.terms.js';
import { type LeavingDay, leavingDayOf } from './leaving.rule.js';
import type { Switches } from './pack.terms.js';
import { isCivilServant, type Post, postOf, strongestPost } from './post.rule.js';
import type { Departure, Organ, Service } from './service.terms.js';
import { isDuring } from './stretch.rule.js';

/** One leaving of one organ, with the services that came before it. */
export interface Leaving {
  readonly organ: Organ;
  readonly organId: string;
  readonly on: Day;
  readonly kind: LeavingDay['kind'] | 'SERVICE_END';
  readonly isUncertain: boolean;
  /** Null when a service ended and no departure is recorded. */
  readonly departure: Departure | null;
  readonly services: readonly Service[];
  readonly post: Post;
  /** Civil-servant status when leaving; null when not known. */
  readonly civilServant: boolean | null;
  readonly facts: readonly string[];
}

/** Services and departures of a person, as of a day. */
export interface Career {
  readonly serving: readonly Service[];
  /** In order of their days. */
  readonly leavings: readonly Leaving[];
  /** Departures of which no day is known. */
  readonly undated: readonly Departure[];
}

interface Stint {
  readonly departure: Departure;
  readonly services: readonly Service[];
  readonly day: LeavingDay | null;
}

/** What a person's services and departures amount to on a day; annulled departures do not count (E28). */
export function careerOn(person: PersonFacts, on: Day, choice: Switches['leavingDay'] | undefined): Career {
  const counting = person.departures.filter(({ annulledOn }) => annulledOn === null || on < annulledOn);
  const stints = counting.map((departure) => stintOf(departure, counting, person.services, choice));
  const closed = stints.filter(({ day }) => day !== null && day.on <= on);
  const gone = new Set(closed.flatMap(({ services }) => services));
  const open = person.services.filter((service) => service.from <= on && !gone.has(service));
  const ended = open.filter((service) => !isDuring(service, on) && !goesOn(service, person.services));
  return {
    serving: open.filter((service) => isDuring(service, on)),
    leavings: [...closed.map(left), ...ended.map(ceased)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    undated: stints.filter(({ day }) => day === null).map(({ departure }) => departure),
  };
}

/** The services that a departure ended: those of its organ that began after the departure before it (E4, E5). */
function stintOf(
  departure: Departure,
  all: readonly Departure[],
  services: readonly Service[],
  choice: Switches['leavingDay'] | undefined,
): Stint {
  const isHere = (record: { organ: Organ; organId: string }) =>
    record.organ === departure.organ && record.organId === departure.organId;
  const own = lastDay(departure);
  const before = all.filter((other) => other !== departure && isHere(other)).map(lastDay);
  const since = before.filter((day) => day < own).reduce((a, b) => (a > b ? a : b), '');
  const ended = services.filter((service) => isHere(service) && service.from <= own && service.from > since);
  return { departure, services: ended, day: leavingDayOf(departure, ended, choice) };
}

const lastDay = ({ days }: Departure): Day =>
  days
    .map(({ on }) => on)
    .sort()
    .at(-1) ?? FOREVER;

/** A change of post within one organ is no leaving. */
function goesOn({ organ, organId, until }: Service, services: readonly Service[]): boolean {
  const next = addDays(until as Day, 1);
  return services.some(
    (other) =>
      other.organ === organ &&
      other.organId === organId &&
      other.from <= next &&
      (other.until === null || other.until > (until as Day)),
  );
}

function left({ departure, services, day }: Stint): Leaving {
  const { organ, organId } = departure;
  const last = lastService(services);
  const { kind, on, isUncertain } = day as LeavingDay;
  return {
    organ,
    organId,
    on,
    kind,
    isUncertain,
    departure,
    services,
    post: strongestPost(services),
    civilServant: departure.civilServant ?? (last ? isCivilServant(last) : null),
    facts: [departure.id, ...services.map(({ id }) => id)],
  };
}

function ceased(service: Service): Leaving {
  return {
    organ: service.organ,
    organId: service.organId,
    on: service.until as Day,
    kind: 'SERVICE_END',
    isUncertain: false,
    departure: null,
    services: [service],
    post: postOf(service),
    civilServant: isCivilServant(service),
    facts: [service.id],
  };
}

/** The service he held when leaving: the one that began last. */
export function lastService(services: readonly Service[]): Service | undefined {
  return services.reduce<Service | undefined>((last, one) => (last && last.from >= one.from ? last : one), undefined);
}
