import type { LicenceFact, PractitionerCategory } from '../src/domain/justice/licence.terms.js';
import type { Day } from '../src/kernel/day.js';
import { dayNumber, dayOfNumber } from './calendar.js';
import { drawEnding, type Ending, practising, tellEnding, tellMiddle } from './careers.js';
import { Chronicle, type EventNote } from './chronicle.js';
import { countiesOf, fullDivisionName, provinces } from './divisions.js';
import { dayOfGrant, headsLife, type Stay, workingLife } from './employment.js';
import type { Market } from './market.js';
import { contactOf, inventHome, inventStreet, marksOf, type SeedMarks } from './people.js';
import { idsOf, Random } from './random.js';
import type { SeedSanction } from './sanctions.js';

/** A lawyer (律师) with the whole licence history. Synthetic: any likeness to a living person is chance. */
export interface GeneratedLawyer {
  readonly id: string;
  readonly fullName: string;
  readonly formerNames: readonly string[];
  readonly citizenIdNumber: string;
  readonly mobile: string;
  readonly email: string;
  readonly officeAddress: string;
  readonly homeAddress: string;
  readonly divisionCode: string;
  readonly firstPractisedOn: Day;
  /** In order of recording. */
  readonly facts: readonly LicenceFact[];
  /** By fact id; every fact has one. */
  readonly eventNotes: Readonly<Record<string, EventNote>>;
  readonly sanctions: readonly SeedSanction[];
}

/** Of a thousand lawyers who are nobody's head; the digit of the certificate number follows this order from 1. */
const CATEGORIES: readonly (readonly [PractitionerCategory, number])[] = [
  ['FULL_TIME', 862],
  ['PART_TIME', 18],
  ['HONG_KONG', 2],
  ['MACAO', 1],
  ['TAIWAN', 1],
  ['GOVERNMENT', 75],
  ['IN_HOUSE', 35],
  ['LEGAL_AID', 5],
  ['ARMY', 1],
];
const OUTSIDE_FIRMS: readonly PractitionerCategory[] = ['GOVERNMENT', 'IN_HOUSE', 'LEGAL_AID', 'ARMY'];
/** Certificates of 12 digits were given before the one day and had been exchanged by the other. */
const [LAST_LEGACY, FIRST_EXCHANGE] = [dayNumber('2008-01-01'), dayNumber('2010-06-01')];
const GOVERNMENT_LAWYERS_SINCE = dayNumber('2003-01-02');
const FACTS_A_LAWYER = 32;
const counties = provinces.flatMap(({ code }) => countiesOf(code));

/** Gives lawyer `index` of a seed and a market, the same whichever came before; the first ones head the firms. */
export function lawyersOf(seed: string, market: Market, today: Day): (index: number) => GeneratedLawyer {
  const idOf = idsOf(seed, 'lawyer');
  const [eventIdOf, sanctionIdOf] = [idsOf(seed, 'event'), idsOf(seed, 'sanction')];
  const marks = marksOf(seed);
  const now = dayNumber(today);
  return (index) => {
    const random = new Random(seed, 'lawyer', index);
    const contact = contactOf(seed, index);
    const headed = market.employers[index];
    const category = headed ? 'FULL_TIME' : random.draw(CATEGORIES, ([, share]) => share)[0];
    const isEmployed = !OUTSIDE_FIRMS.includes(category);
    const ending = headed ? practising(now) : drawEnding(random, now, isEmployed);
    const stays = headed
      ? headsLife(random, market, headed, now)
      : isEmployed
        ? lifeInFirms(random, market, ending, now)
        : [];
    const first = stays[0] ?? { from: dayOfGrant(random, GOVERNMENT_LAWYERS_SINCE, ending.freeUntil), employer: null };
    const place = (stays.at(-1)?.employer ?? market.hire(random, null, now, now)).firm;
    const home = random.chance(0.8) ? place.divisionCode : random.pick(counties).code;
    const mark = marks(
      index,
      home,
      Number(dayOfNumber(first.from).slice(0, 4)) - 24 - Math.floor(random.next() ** 2 * 14),
    );
    const chronicle = new Chronicle(random, {
      index,
      name: contact.fullName,
      eventId: (ordinal) => eventIdOf(index * FACTS_A_LAWYER + ordinal),
      sanctionId: (ordinal) => sanctionIdOf(index * FACTS_A_LAWYER + ordinal),
    });
    chronicle.divisionCode = first.employer?.firm.divisionCode ?? place.divisionCode;
    tell(chronicle, { stays, granted: first.from, category, mark, ending });
    return {
      id: idOf(index),
      ...contact,
      citizenIdNumber: mark.citizenIdNumber,
      officeAddress: stays.length > 0 ? place.address : fullDivisionName(place.divisionCode) + inventStreet(random),
      homeAddress: fullDivisionName(place.divisionCode) + inventHome(random),
      divisionCode: place.divisionCode,
      firstPractisedOn: dayOfNumber(first.from),
      facts: chronicle.facts,
      eventNotes: chronicle.notes,
      sanctions: chronicle.sanctions,
    };
  };
}

interface Life {
  readonly stays: readonly Stay[];
  readonly granted: number;
  readonly category: PractitionerCategory;
  readonly mark: SeedMarks;
  readonly ending: Ending;
}

function lifeInFirms(random: Random, market: Market, ending: Ending, now: number): Stay[] {
  const isAlive = ending.status === 'PAUSED' || ending.status === 'SUSPENDED';
  return workingLife(random, market, ending, isAlive ? now : ending.from);
}

function tell(chronicle: Chronicle, { stays, granted, category, mark, ending }: Life): void {
  const { random } = chronicle;
  const [year, area] = [dayOfNumber(granted).slice(0, 4), chronicle.divisionCode.slice(0, 4)];
  const digit = CATEGORIES.findIndex(([name]) => name === category) + 1;
  const certificateNo = `1${area}${year}${digit}${mark.sexDigit}${mark.serial}`;
  const exchange = stays.slice(1).find(({ from }) => from >= FIRST_EXCHANGE);
  const isLegacy = exchange !== undefined && granted < LAST_LEGACY && random.chance(0.75);
  const firmId = stays[0]?.employer.firm.id ?? null;
  const legacyNo = `${area}${year.slice(2)}${mark.serial}`;
  chronicle.license('GRANTED', granted, { category, firmId, certificateNo: isLegacy ? legacyNo : certificateNo });
  for (const stay of stays.slice(1)) move(chronicle, stay, isLegacy && stay === exchange ? certificateNo : null);
  const last = stays.at(-1);
  const regrant = { category, certificateNo, firmId: last?.employer.firm.id ?? null };
  tellMiddle(chronicle, (last?.from ?? granted) + 60, ending.freeUntil, regrant);
  tellEnding(chronicle, ending);
}

/** A change of firm; one in fifty was first recorded a day late and then corrected. */
function move(chronicle: Chronicle, { employer, from }: Stay, certificateNo: string | null): void {
  const { id: firmId, divisionCode } = employer.firm;
  const details = certificateNo === null ? { firmId } : { firmId, certificateNo };
  chronicle.divisionCode = divisionCode;
  if (chronicle.random.chance(0.02)) {
    chronicle.license('FIRM_CHANGED', from + 1, details);
    chronicle.license('FIRM_CHANGED', from, { ...details, supersedes: chronicle.facts.at(-1)?.id }, '更正生效日期');
  } else {
    chronicle.license('FIRM_CHANGED', from, details);
  }
}
