import type { LicenceFact } from '../src/domain/justice/licence.terms.js';
import { citizenIdCheck } from '../src/kernel/citizen-id.js';
import { type Day, lastDayOfTerm } from '../src/kernel/day.js';
import { dayNumber, dayOfNumber } from './calendar.js';
import { Chronicle } from './chronicle.js';
import { fullDivisionName } from './divisions.js';
import { creditCodeOf, type GeneratedFirm } from './firms.js';
import type { Province } from './growth.js';
import type { GeneratedLawyer } from './lawyers.js';
import { contactOf, inventHome } from './people.js';
import { idsOf, Random } from './random.js';

const NAMESPACE = 'lushu-personas';
const firmIdOf = idsOf(NAMESPACE, 'firm');
const lawyerIdOf = idsOf(NAMESPACE, 'lawyer');
const [eventIdOf, sanctionIdOf] = [idsOf(NAMESPACE, 'event'), idsOf(NAMESPACE, 'sanction')];
const FACTS_A_LAWYER = 32;
/** Beyond every generated index, so that no decision gets a number twice. */
const FIRST_INDEX = 1_000_000;
const [HANGZHOU, NINGBO] = ['330106', '330212'];

/** The firm that the persona `firm` acts for: 24 lawyers in 杭州西湖, whatever the size of the province. */
export const personaFirmId = firmIdOf(0);
/** The firm of `firm@rival`: six lawyers in 宁波鄞州. */
export const rivalFirmId = firmIdOf(1);
/** The lawyer of `self`, practising in the persona firm since 2015. */
export const selfLawyerId = lawyerIdOf(1);
/** The lawyer of `self@suspended`, of the same firm; the suspension began 45 days before the seeding and lasts six months. */
export const suspendedLawyerId = lawyerIdOf(2);
/** How many firms and lawyers there are; the certificate number of lawyer n ends in n + 1. */
export const [PERSONA_FIRMS, PERSONA_LAWYERS] = [2, 30];
const OF_PERSONA_FIRM = 24;

/** Written by hand where the story needs it; the others are called as chance has it. */
const NAMES: Readonly<Record<number, string>> = { 0: '顾怀瑾', 1: '沈知微', 2: '贺兰舟', 24: '闻人岳' };

/** The two firms and thirty lawyers whom tokens speak for: the same in every province and nation, of every seed and size. */
export function personaRecords(today: Day): Province {
  const lawyers = Array.from({ length: PERSONA_LAWYERS }, (_, n) => lawyer(n, today));
  const firms = [
    firm(0, '浙江启枢律师事务所', HANGZHOU, '文三路100号12层', '1996-05-08', lawyers[0] as GeneratedLawyer),
    firm(
      1,
      '浙江泊舟律师事务所',
      NINGBO,
      '中山东路200号8层',
      '1999-03-15',
      lawyers[OF_PERSONA_FIRM] as GeneratedLawyer,
    ),
  ];
  return { firms, lawyers };
}

function firm(
  n: number,
  name: string,
  divisionCode: string,
  street: string,
  openedOn: Day,
  head: GeneratedLawyer,
): GeneratedFirm {
  const serial = String(n + 1).padStart(6, '0');
  return {
    id: firmIdOf(n),
    name,
    unifiedSocialCreditCode: creditCodeOf(divisionCode, `MD${serial}`),
    practiceLicenceNo: `2${divisionCode.slice(0, 4)}${openedOn.slice(0, 4)}10${serial}`,
    divisionCode,
    address: fullDivisionName(divisionCode) + street,
    personInCharge: head.fullName,
    personInChargeMobile: head.mobile,
    openedOn,
    closedOn: null,
  };
}

function lawyer(n: number, today: Day): GeneratedLawyer {
  const random = new Random(NAMESPACE, 'lawyer', n);
  const contact = contactOf(NAMESPACE, n);
  const fullName = NAMES[n] ?? contact.fullName;
  const home = n < OF_PERSONA_FIRM ? HANGZHOU : NINGBO;
  const granted = n === 1 ? dayNumber('2015-06-18') : dayNumber(`${2001 + (n % 20)}-03-01`) + random.int(0, 250);
  const year = Number(dayOfNumber(granted).slice(0, 4));
  const chronicle = new Chronicle(random, {
    index: FIRST_INDEX + n,
    name: fullName,
    eventId: (ordinal) => eventIdOf(n * FACTS_A_LAWYER + ordinal),
    sanctionId: (ordinal) => sanctionIdOf(n * FACTS_A_LAWYER + ordinal),
  });
  tell(
    chronicle,
    n,
    granted,
    dayNumber(today),
    `1${home.slice(0, 4)}${year}1${n % 2}${String(n + 1).padStart(6, '0')}`,
  );
  return {
    id: lawyerIdOf(n),
    fullName,
    formerNames: n in NAMES ? [] : contact.formerNames,
    citizenIdNumber: citizenIdOf(n, home, year - 27),
    mobile: contact.mobile,
    email: `persona-${n + 1}@example.invalid`,
    officeAddress: `${fullDivisionName(home)}${n < OF_PERSONA_FIRM ? '文三路100号12层' : '中山东路200号8层'}`,
    homeAddress: fullDivisionName(home) + inventHome(random),
    divisionCode: home,
    firstPractisedOn: dayOfNumber(granted),
    facts: chronicle.facts,
    eventNotes: chronicle.notes,
    sanctions: chronicle.sanctions,
  };
}

/** Most have practised here from the first day; every fifth of the persona firm came from the rival; one is suspended. */
function tell(chronicle: Chronicle, n: number, granted: number, today: number, certificateNo: string): void {
  const isHere = n < OF_PERSONA_FIRM;
  const came = isHere && n > 2 && n % 5 === 0;
  const grant: Partial<LicenceFact> = { category: 'FULL_TIME', certificateNo };
  const first = isHere && !came;
  chronicle.divisionCode = first ? HANGZHOU : NINGBO;
  chronicle.license('GRANTED', granted, { ...grant, firmId: first ? personaFirmId : rivalFirmId });
  if (came) {
    chronicle.divisionCode = HANGZHOU;
    chronicle.license('FIRM_CHANGED', granted + 700, { firmId: personaFirmId });
  }
  if (n % 7 === 1) chronicle.note('CONTACT_CHANGED', granted + 1000);
  if (n !== 2) return;
  const from = today - 45;
  chronicle.suspend('LAWYERS_LAW_48', from, lastDayOfTerm(dayOfNumber(from), 6));
}

/** Born on a 31 December, on which nobody is generated to be born. Odd sequence: male, and digit 11 of the certificate 0. */
function citizenIdOf(n: number, divisionCode: string, bornIn: number): string {
  const first17 = `${divisionCode}${bornIn}1231${String(101 + n).padStart(3, '0')}`;
  return first17 + citizenIdCheck(first17);
}
