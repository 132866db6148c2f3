import { at } from '../../kernel/at.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { type ContactField, contactOwners } from './contact.terms.js';

/** Contact values as they come in; absent stays, null clears. */
export interface ContactValues {
  readonly mobile?: string | null;
  readonly email?: string | null;
  readonly officeAddress?: string | null;
  readonly homeAddress?: string | null;
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,63}$/;
const ADDRESS_LENGTH = 200;

/** One contact value, checked and trimmed; throws PHONE_INVALID, EMAIL_INVALID, TEXT_INVALID. */
export function parseContact(field: ContactField, value: string): string {
  const text = value.trim();
  if (field === 'MOBILE') {
    if (!MOBILE.test(text) && !LANDLINE.test(text)) throw new Refusal('PHONE_INVALID');
    return text;
  }
  if (field === 'EMAIL') {
    if (!EMAIL.test(text)) throw new Refusal('EMAIL_INVALID');
    return text;
  }
  return plainText(text, ADDRESS_LENGTH);
}

/** The fields given, checked; throws the refusal of the first bad one with its path. */
export function parseContacts(values: ContactValues): Map<ContactField, string | null> {
  const given = new Map<ContactField, string | null>();
  for (const [field, { input }] of Object.entries(contactOwners) as [ContactField, { input: keyof ContactValues }][]) {
    const value = values[input];
    if (value === undefined) continue;
    given.set(field, value === null ? null : at([input], () => parseContact(field, value)));
  }
  return given;
}
