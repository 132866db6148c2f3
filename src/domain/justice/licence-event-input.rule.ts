import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import type { Day } from '../../kernel/day.js';
import { parseDivision } from '../../kernel/division.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';
import { hasCreditCodeForm } from '../../kernel/social-credit-code.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import { type ContactValues, parseContacts } from './contact.rule.js';
import type { ContactField } from './contact.terms.js';
import type { AuthorityLevel, LicenceEventKind, PenaltyBasis, PractitionerCategory } from './licence.terms.js';
import { checkPenalty } from './licence-penalty.rule.js';

/** A pushed event as it comes in. */
export interface PushedEvent {
  readonly key: string;
  readonly kind: LicenceEventKind;
  readonly lawyerId?: string | null;
  readonly certificateNo?: string | null;
  readonly effectiveOn: Day;
  readonly decidedBy: string;
  readonly decidedByLevel: AuthorityLevel;
  readonly decisionNo?: string | null;
  readonly legalBasis?: PenaltyBasis | null;
  readonly suspendedFrom?: Day | null;
  readonly suspendedUntil?: Day | null;
  readonly firmId?: string | null;
  readonly firmCreditCode?: string | null;
  readonly category?: PractitionerCategory | null;
  readonly newCertificateNo?: string | null;
  readonly divisionCode?: string | null;
  readonly person?: PushedPerson | null;
  readonly contact?: ContactValues | null;
  readonly reason?: string | null;
  readonly supersedes?: string | null;
  readonly source?: string | null;
  readonly asOf: string;
  readonly sourceStatusCode?: string | null;
  readonly sourceStatusText?: string | null;
}

/** The person of a grant as it comes in. */
export interface PushedPerson {
  readonly fullName: string;
  readonly formerNames?: readonly string[] | null;
  readonly citizenIdNumber: string;
  readonly firstPractisedOn?: Day | null;
  readonly mergedCertificateNos?: readonly string[] | null;
  readonly contact?: ContactValues | null;
}

/** What of a pushed event is normalised by the check; the rest is taken as it came. */
export interface CheckedEvent {
  readonly contacts: ReadonlyMap<ContactField, string | null>;
  readonly personContacts: ReadonlyMap<ContactField, string | null>;
  readonly person:
    | (PushedPerson & { readonly formerNames: readonly string[]; readonly mergedCertificateNos: readonly string[] })
    | null;
}

type Field = keyof PushedEvent;

/** Fields that belong to a kind beyond those every event has: needed, and possible. */
const belongs: Readonly<
  Record<LicenceEventKind, { readonly needed: readonly Field[]; readonly possible: readonly Field[] }>
> = {
  GRANTED: { needed: ['certificateNo', 'category', 'person'], possible: ['firmId', 'firmCreditCode', 'divisionCode'] },
  FIRM_CHANGED: { needed: [], possible: ['firmId', 'firmCreditCode', 'newCertificateNo'] },
  CONTACT_CHANGED: { needed: ['contact'], possible: [] },
  CATEGORY_CHANGED: { needed: ['category'], possible: ['newCertificateNo'] },
  SUSPENDED: { needed: ['suspendedFrom', 'suspendedUntil', 'decisionNo', 'legalBasis'], possible: [] },
  SUSPENSION_ENDED: { needed: [], possible: [] },
  PAUSED: { needed: [], possible: ['reason'] },
  RESUMED: { needed: [], possible: [] },
  DEREGISTERED: { needed: [], possible: ['reason'] },
  RESCINDED: { needed: [], possible: ['reason'] },
  REVOKED: { needed: ['decisionNo', 'legalBasis'], possible: [] },
  DECEASED: { needed: [], possible: [] },
  PENALTY_ANNULLED: { needed: [], possible: [] },
};
const special: readonly Field[] = [
  'category',
  'person',
  'firmId',
  'firmCreditCode',
  'divisionCode',
  'newCertificateNo',
  'contact',
  'suspendedFrom',
  'suspendedUntil',
  'legalBasis',
  'reason',
];

/**
 * Checks one event by itself, before any record is looked at: form of every identifier, which fields belong, the law on
 * penalties (legal-rules 7.3). Throws a refusal with the path of the field at fault.
 */
export function checkEvent(event: PushedEvent, today: Day): CheckedEvent {
  checkFields(event);
  checkIdentifiers(event, today);
  checkTexts(event);
  if (event.kind === 'SUSPENDED' && (event.suspendedFrom as Day) < event.effectiveOn)
    throw new Refusal('PERIOD_INVALID', ['suspendedFrom']);
  if (event.kind === 'CONTACT_CHANGED' && event.effectiveOn > today)
    throw new Refusal('PERIOD_INVALID', ['effectiveOn']);
  if (event.kind === 'SUSPENDED' || event.kind === 'REVOKED') checkPenaltyOf(event);
  const contacts = at(['contact'], () => parseContacts(event.contact ?? {}));
  const { person } = event;
  return {
    contacts,
    personContacts: at(['person'], () => at(['contact'], () => parseContacts(person?.contact ?? {}))),
    person: person ? at(['person'], () => checkPerson(person, today)) : null,
  };
}

function checkFields(event: PushedEvent): void {
  const { needed, possible } = belongs[event.kind];
  for (const field of needed) if (event[field] == null) throw new Refusal('FIELD_REQUIRED', [field]);
  for (const field of special)
    if (event[field] != null && !needed.includes(field) && !possible.includes(field))
      throw new Refusal('FIELD_NOT_ALLOWED', [field]);
  if (event.kind !== 'GRANTED' && event.lawyerId == null && event.certificateNo == null)
    throw new Refusal('FIELD_REQUIRED', ['certificateNo']);
  if (event.kind === 'FIRM_CHANGED' && event.firmId == null && event.firmCreditCode == null)
    throw new Refusal('FIELD_REQUIRED', ['firmCreditCode']);
  if (event.kind === 'GRANTED' && event.firmId == null && event.firmCreditCode == null && event.divisionCode == null)
    throw new Refusal('FIELD_REQUIRED', ['divisionCode']);
}

function checkIdentifiers(event: PushedEvent, today: Day): void {
  if (event.certificateNo != null)
    at(['certificateNo'], () => parseCertificateNo(event.certificateNo as string, today));
  if (event.newCertificateNo != null)
    at(['newCertificateNo'], () => parseCertificateNo(event.newCertificateNo as string, today));
  if (event.firmCreditCode != null && !hasCreditCodeForm(event.firmCreditCode))
    throw new Refusal('CREDIT_CODE_INVALID', ['firmCreditCode']);
  if (event.divisionCode != null) at(['divisionCode'], () => parseDivision(event.divisionCode as string));
  if (event.lawyerId != null && !isUuid(event.lawyerId)) throw new Refusal('LAWYER_UNKNOWN', ['lawyerId']);
  if (event.firmId != null && !isUuid(event.firmId)) throw new Refusal('FIRM_UNKNOWN', ['firmId']);
  if (event.supersedes != null && !isUuid(event.supersedes)) throw new Refusal('EVENT_UNKNOWN', ['supersedes']);
}

const MOST_NAMES = 20;
const TEXT_LIMITS = {
  decidedBy: 100,
  decisionNo: 100,
  reason: 500,
  source: 100,
  sourceStatusCode: 50,
  sourceStatusText: 200,
} as const;

function checkTexts(event: PushedEvent): void {
  for (const [field, limit] of Object.entries(TEXT_LIMITS) as [keyof typeof TEXT_LIMITS, number][]) {
    const text = event[field];
    if (text != null) at([field], () => plainText(text, limit));
  }
}

function checkPenaltyOf(event: PushedEvent): void {
  const refusal = checkPenalty({
    kind: event.kind as 'SUSPENDED' | 'REVOKED',
    suspendedFrom: event.suspendedFrom ?? undefined,
    suspendedUntil: event.suspendedUntil ?? undefined,
    basis: event.legalBasis as PenaltyBasis,
    level: event.decidedByLevel,
  });
  if (refusal) throw new Refusal(refusal.code, [refusal.at]);
}

function checkPerson(person: PushedPerson, today: Day) {
  const numbers = person.mergedCertificateNos ?? [];
  if (numbers.length > MOST_NAMES)
    throw new Refusal('BATCH_TOO_LARGE', ['mergedCertificateNos'], { limit: MOST_NAMES });
  if ((person.formerNames?.length ?? 0) > MOST_NAMES)
    throw new Refusal('BATCH_TOO_LARGE', ['formerNames'], { limit: MOST_NAMES });
  numbers.forEach((number, index) => {
    at(['mergedCertificateNos'], () => at([index], () => parseCertificateNo(number, today)));
  });
  return {
    fullName: at(['fullName'], () => parsePersonName(person.fullName)),
    formerNames: (person.formerNames ?? []).map((name, index) =>
      at(['formerNames'], () => at([index], () => parsePersonName(name))),
    ),
    citizenIdNumber: at(['citizenIdNumber'], () => parseCitizenId(person.citizenIdNumber)),
    firstPractisedOn: person.firstPractisedOn ?? null,
    mergedCertificateNos: numbers,
    contact: person.contact ?? null,
  };
}
