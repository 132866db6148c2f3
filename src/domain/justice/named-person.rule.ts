import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import type { Day } from '../../kernel/day.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';

/** A person as a firm or an applicant is named by: a lawyer by his number, anybody by name and citizen ID. */
export interface NamedPerson {
  readonly certificateNo?: string | null;
  readonly person?: { readonly fullName: string; readonly citizenIdNumber: string } | null;
}

/** A person so named, in the forms that are stored and compared. */
export type CheckedPerson =
  | { readonly certificateNo: string; readonly person: null }
  | { readonly certificateNo: null; readonly person: { readonly fullName: string; readonly citizenIdNumber: string } };

/** Checks how a person is named: one way, and well. Throws FIELD_REQUIRED, FIELD_NOT_ALLOWED and what the forms throw. */
export function checkPerson({ certificateNo, person }: NamedPerson, today: Day): CheckedPerson {
  if (certificateNo != null && person != null) throw new Refusal('FIELD_NOT_ALLOWED', ['person']);
  if (certificateNo != null)
    return {
      certificateNo: at(['certificateNo'], () => parseCertificateNo(certificateNo, today).number),
      person: null,
    };
  if (person == null) throw new Refusal('FIELD_REQUIRED', ['person']);
  return {
    certificateNo: null,
    person: {
      fullName: at(['person', 'fullName'], () => parsePersonName(person.fullName)),
      citizenIdNumber: at(['person', 'citizenIdNumber'], () => parseCitizenId(person.citizenIdNumber)),
    },
  };
}
