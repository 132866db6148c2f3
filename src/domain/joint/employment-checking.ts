import type { WriteHandle } from '../../db/handle.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import type { Day } from '../../kernel/day.js';
import type { FirmRole } from '../../kernel/firm-role.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { ofTheHub, told } from '../../policy/fact.js';
import type { Declassified } from '../../policy/matrix/declassifications.js';
import { type ApplicantFact, bookedInternship, waitingApplicants } from '../bar/index.js';
import {
  type ApplicationFact,
  checkPerson,
  counselOn,
  type EmploymentFact,
  firmOfBureau,
  isApplicationWithin,
  lawyersByCitizenIds,
  type NamedPerson,
  openApplications,
} from '../justice/index.js';
import type { Asker } from './restriction/duty.terms.js';
import type { JoinFirm } from './restriction/question.terms.js';
import { keepCheck } from './restriction-check.store.js';
import type { Subject } from './subject.terms.js';
import { verdictsOn } from './verdict.store.js';
import type { RestrictionVerdict } from './verdict.type.js';
import { shownVerdict } from './verdict-shown.js';

const EVER = '1900-01-01';

/** The question whether somebody may work in a firm, or begin to. */
export const joinFirm = (
  action: JoinFirm['action'],
  { firmId, role, officeDivisionCode }: Pick<EmploymentFact, 'firmId' | 'role' | 'officeDivisionCode'>,
  on: Day,
  heldSince: Day | null = null,
): JoinFirm => ({
  action,
  on,
  firm: {
    id: firmId,
    office: [{ divisionCode: officeDivisionCode, from: EVER, until: null }],
    deskDivisionCode: null,
    form: null,
  },
  role,
  heldSince,
});

/** What an application asks: a change of firm or category keeps the certificate, everything else asks for one. */
export const applicationAction = ({ kind }: ApplicationFact): JoinFirm['action'] =>
  kind === 'CHANGE_OF_FIRM' || kind === 'CHANGE_OF_CATEGORY' ? 'CHANGE_FIRM' : 'RECEIVE_LICENCE';

/** Whom an application or a job is about. */
export const subjectOfEmployment = ({ lawyerId, citizenIdHash, personName }: EmploymentFact): Subject => ({
  lawyerId,
  citizenIdHash,
  fullName: personName,
});

/** What somebody of the department or the bar is told on a question, kept as he was told it (legal-rules 11). */
async function answered(
  act: Act,
  { subject, question }: { readonly subject: Subject; readonly question: JoinFirm },
  asker: Asker,
  coordinate: Declassified,
): Promise<RestrictionVerdict> {
  const found = await verdictsOn(act.handle, [{ subject, question }]);
  const [finding] = ofTheHub(found);
  if (!finding) throw new Error('A question has no verdict.');
  if (subject.lawyerId) act.noted('Lawyer', [subject.lawyerId]);
  await keepCheck(act, subject, question, finding.verdict);
  return told(found, coordinate, ([{ verdict, isLicensed, names } = finding]) =>
    shownVerdict(verdict, { asker, reader: 'OUTSIDER', isLicensed, names }),
  );
}

/**
 * The verdict on an application that is not decided (W2). Throws NOT_FOUND: unknown, out of reach or decided. Legal basis:
 * 000 art. 9; 司发通〔2021〕61号 art. 7, 12.
 */
export async function checkApplication(act: Act, id: string): Promise<RestrictionVerdict> {
  const [known] = (await isApplicationWithin(act, id))
    ? ofTheHub(await openApplications(act.handle, { ids: [id] }))
    : [];
  if (!known) throw new Refusal('NOT_FOUND', ['id']);
  act.noted('LicenceApplication', [known.id]);
  const question = joinFirm(applicationAction(known), known, act.grant.asker.today);
  const subject = subjectOfEmployment(known);
  return answered(act, { subject, question }, 'JUSTICE', 'Mutation.checkLicenceApplication');
}

/** A job that somebody is to have. */
export interface PlannedJob extends NamedPerson {
  readonly firmCreditCode: string;
  readonly role: FirmRole;
  readonly officeDivisionCode?: string | null;
  readonly on?: Day | null;
}

/**
 * The verdict on a job in a firm of the asker's area (W2). Throws FIRM_UNKNOWN (out of reach too), LAWYER_UNKNOWN and what
 * the forms throw. Legal basis: 司发通〔2021〕61号 art. 4, 5, 12.
 */
export async function checkJob(act: Act, crypto: CryptoProvider, job: PlannedJob): Promise<RestrictionVerdict> {
  const on = job.on ?? act.grant.asker.today;
  const firm = await firmOfBureau(act, job.firmCreditCode);
  if (!firm) throw new Refusal('FIRM_UNKNOWN', ['firmCreditCode']);
  const subject = await subjectNamed(act, crypto, job, on);
  const officeDivisionCode = job.officeDivisionCode ?? firm.divisionCode;
  const question = joinFirm('TAKE_FIRM_JOB', { firmId: firm.id, role: job.role, officeDivisionCode }, on);
  return answered(act, { subject, question }, 'JUSTICE', 'Mutation.checkFirmJob');
}

async function subjectNamed({ handle }: Act, crypto: CryptoProvider, job: PlannedJob, on: Day): Promise<Subject> {
  const { certificateNo, person } = checkPerson(job, on);
  if (person === null) {
    const [lawyer] = await counselOn(handle, [{ certificateNo, on }]);
    if (!lawyer) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
    return { lawyerId: lawyer.id, citizenIdHash: null, fullName: null };
  }
  const citizenIdHash = crypto.match(person.citizenIdNumber);
  const lawyerId = ofTheHub(await lawyersByCitizenIds(handle, [citizenIdHash])).get(citizenIdHash) ?? null;
  return { lawyerId, citizenIdHash, fullName: person.fullName };
}

/** The verdict on an applicant for registration as an intern: nothing of a file. Throws NOT_FOUND. Legal basis: 司发通〔2021〕61号 art. 7. */
export async function checkIntern(act: Act, id: string): Promise<RestrictionVerdict> {
  const within = isUuid(id) ? await bookedInternship(act, id) : null;
  const [known] = within ? ofTheHub(await waitingApplicants(act.handle, { ids: [within.id] })) : [];
  if (!known) throw new Refusal('NOT_FOUND', ['id']);
  act.noted('Internship', [known.id]);
  return answered(
    act,
    await internQuestion(act.handle, known, act.grant.asker.today),
    'BAR',
    'Mutation.checkInternRegistration',
  );
}

/** What is asked of an applicant for registration. */
export async function internQuestion(
  handle: WriteHandle,
  { firmId, divisionCode, citizenIdHash, fullName }: ApplicantFact,
  on: Day,
): Promise<{ subject: Subject; question: JoinFirm }> {
  const job = { firmId, role: 'INTERN' as const, officeDivisionCode: divisionCode };
  const lawyerId = ofTheHub(await lawyersByCitizenIds(handle, [citizenIdHash])).get(citizenIdHash) ?? null;
  return { subject: { lawyerId, citizenIdHash, fullName }, question: joinFirm('REGISTER_INTERN', job, on) };
}
