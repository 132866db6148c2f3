import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import { parseCitizenId } from '../../kernel/citizen-id.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { parsePersonName } from '../../kernel/person-name.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { told } from '../../policy/fact.js';
import { lawyerWithAllFacts } from './identity-verification.facts.js';
import { insertVerification } from './identity-verification.store.js';

/** The three facts shown, as they come in. */
export interface ShownIdentity {
  readonly fullName: string;
  readonly certificateNo: string;
  readonly citizenIdNumber: string;
}

/** Verifies and records the result; answers the id of the verification. The citizen ID leaves this function as a keyed hash only. */
export async function verifyIdentity(act: Act, crypto: CryptoProvider, shown: ShownIdentity): Promise<string> {
  const { today } = act.grant.asker;
  const facts = {
    fullName: at(['input', 'fullName'], () => parsePersonName(shown.fullName)),
    certificateNo: at(['input', 'certificateNo'], () => parseCertificateNo(shown.certificateNo, today).number),
    citizenIdHash: crypto.match(at(['input', 'citizenIdNumber'], () => parseCitizenId(shown.citizenIdNumber))),
  };
  const found = await lawyerWithAllFacts(act.handle, facts, today);
  const matched = told(found, 'Mutation.verifyLawyerIdentity', (lawyer) => lawyer);
  const id = uuidv7();
  await insertVerification(act, id, matched);
  if (matched) act.noted('Lawyer', [matched.lawyerId]);
  act.changed({ event: 'identity.verified', recordId: id, fields: ['result', 'licenceStatus'] });
  return id;
}
