import type { WriteHandle } from '../../db/handle.js';
import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { ofTheHub, told } from '../../policy/fact.js';
import {
  bookedCases,
  type CaseFact,
  caseFacts,
  checkAgainstCase,
  checkRepresentation,
  type PushedRepresentation,
} from '../court/index.js';
import { counselOn } from '../justice/index.js';
import { type Acting, actIn } from './question-of-case.js';
import { keepCheck } from './restriction-check.store.js';
import type { Subject } from './subject.terms.js';
import { colleaguesOn, verdictsOn } from './verdict.store.js';
import type { RestrictionVerdict } from './verdict.type.js';
import { shownVerdict } from './verdict-shown.js';

/** Counsel as he is named at the window. */
export type NamedCounsel = Omit<PushedRepresentation, 'key' | 'untilOn'>;

/** How counsel acts, as the rules ask for it. */
export const actingAs = (id: string, item: NamedCounsel): Acting => ({
  id,
  capacity: item.capacity,
  category: item.category,
  relation: item.relation ?? null,
  isRelationProved: item.isRelationProved ?? null,
  isChosenByParty: item.isChosenByParty ?? null,
  isInterested: item.isInterested ?? null,
  isPartyEmployer: item.isPartyEmployer ?? null,
});

/**
 * The verdict on somebody who is to act in a case of the asker's court; tells nothing of a personnel file. What was asked
 * and answered is kept (legal-rules 11). Throws CASE_UNKNOWN, LAWYER_UNKNOWN and what `checkRepresentation` and
 * `checkAgainstCase` throw. Legal basis: 000 art. 9; 法官法 art. 36; 司发通〔2021〕61号 art. 9.
 */
export async function checkCounsel(act: Act, crypto: CryptoProvider, item: NamedCounsel): Promise<RestrictionVerdict> {
  // a day to come may be asked about: a hearing is set ahead
  const { caseNo, agent } = checkRepresentation({ ...item, key: '' }, item.fromOn);
  const [booked] = await bookedCases(act, [caseNo]);
  if (!booked) throw new Refusal('CASE_UNKNOWN', ['caseNo']);
  checkAgainstCase({ ...item, key: '' }, { ...booked, closedOn: null });
  const known = ofTheHub(await caseFacts(act.handle, { ids: [booked.id] }, item.fromOn))[0] as CaseFact;
  const { firmId, ...subject } = await subjectOf(act.handle, crypto, item, agent);
  const colleagues = ofTheHub(await colleaguesOn(act.handle, [firmId], item.fromOn));
  const question = actIn(known, actingAs(known.id, item), colleagues.get(firmId ?? '') ?? [], item.fromOn);
  const found = await verdictsOn(act.handle, [{ subject, question }]);
  const [finding] = ofTheHub(found);
  if (!finding) throw new Error('A question has no verdict.');
  act.noted('CourtCase', [known.id]);
  if (subject.lawyerId) act.noted('Lawyer', [subject.lawyerId]);
  await keepCheck(act, subject, question, finding.verdict);
  return told(found, 'Mutation.checkRepresentation', ([{ verdict, isLicensed, names } = finding]) =>
    shownVerdict(verdict, { asker: 'COURT', reader: 'OUTSIDER', isLicensed, names }),
  );
}

async function subjectOf(
  handle: WriteHandle,
  crypto: CryptoProvider,
  { certificateNo, fromOn }: NamedCounsel,
  agent: { readonly fullName: string; readonly citizenIdNumber: string | null } | null,
): Promise<Subject & { readonly firmId: string | null }> {
  if (certificateNo == null) {
    const number = agent?.citizenIdNumber ?? null;
    const citizenIdHash = number && crypto.match(number);
    return { lawyerId: null, citizenIdHash, fullName: agent?.fullName ?? null, firmId: null };
  }
  const { number } = at(['certificateNo'], () => parseCertificateNo(certificateNo, fromOn));
  const [lawyer] = await counselOn(handle, [{ certificateNo: number, on: fromOn }]);
  if (!lawyer) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
  return { lawyerId: lawyer.id, citizenIdHash: null, fullName: null, firmId: lawyer.firmId };
}
