import type { WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';
import { isUuid } from '../../kernel/uuid.js';
import { ofTheHub } from '../../policy/fact.js';
import { waitingApplicants } from '../bar/index.js';
import { type EmploymentFact, type EmploymentsOf, firmFacts, heldJobs, openApplications } from '../justice/index.js';
import { applicationAction, internQuestion, joinFirm, subjectOfEmployment } from './employment-checking.js';
import type { Verdict } from './restriction/verdict.terms.js';
import type { AlertSubject } from './restriction-alert.terms.js';
import type { RestrictionAlertRow } from './restriction-alert-write.store.js';
import { alertsDue } from './restriction-alerts.js';
import { type Inquest, verdictsOn } from './verdict.store.js';

/** Which applications, jobs and applicants are looked at again. */
export interface EmploymentsConcerned extends EmploymentsOf {
  readonly applicantIds?: readonly string[];
}

interface Open {
  readonly subject: AlertSubject;
  readonly of: Pick<EmploymentFact, 'id' | 'firmId' | 'lawyerId'>;
  readonly inquest: Inquest;
}

/** Judges the applications, jobs and applicants that are open on a day, and gives the alerts that are due (W2). */
export async function employmentAlerts(
  handle: WriteHandle,
  of: EmploymentsConcerned,
  on: Day,
  isDetectedLate: boolean,
): Promise<RestrictionAlertRow[]> {
  const open = await openOnes(handle, of, on);
  if (open.length === 0) return [];
  const firms = ofTheHub(await firmFacts(handle, { ids: [...new Set(open.map((one) => one.of.firmId))] }));
  const divisions = new Map(firms.map(({ id, divisionCode }) => [id, divisionCode]));
  const found = ofTheHub(
    await verdictsOn(
      handle,
      open.map(({ inquest }) => inquest),
    ),
  );
  return open.flatMap(({ subject, of: { id, firmId }, inquest }, i) => {
    const finding = found[i];
    if (!finding) return [];
    const place = {
      subject,
      subjectId: id,
      lawyerId: finding.lawyerId ?? inquest.subject.lawyerId,
      firmId,
      caseId: null,
      caseNo: null,
      // the court once served, whose personnel department is told too
      courtId: courtOf(finding.verdict),
      divisionCode: divisions.get(firmId) ?? null,
    };
    return alertsDue('EMPLOYMENT', place, finding.verdict, isDetectedLate);
  });
}

const courtOf = ({ constraints }: Verdict): string | null =>
  constraints
    .flatMap(({ scope }) => (scope.kind === 'COURTS' || scope.kind === 'AREA' ? scope.ids : []))
    .find(isUuid) ?? null;

async function openOnes(handle: WriteHandle, of: EmploymentsConcerned, on: Day): Promise<Open[]> {
  const applications = ofTheHub(await openApplications(handle, of));
  const jobs = ofTheHub(await heldJobs(handle, of, on));
  const hashes = of.citizenIdHashes ?? [];
  const applicants =
    hashes.length + (of.applicantIds?.length ?? 0) === 0
      ? []
      : ofTheHub(await waitingApplicants(handle, { ids: of.applicantIds ?? [], citizenIdHashes: hashes }));
  const interns: Open[] = [];
  for (const one of applicants)
    interns.push({
      subject: 'INTERNSHIP',
      of: { id: one.id, firmId: one.firmId, lawyerId: null },
      inquest: await internQuestion(handle, one, on),
    });
  return [
    ...applications.map(
      (one): Open => ({
        subject: 'LICENCE_APPLICATION',
        of: one,
        inquest: { subject: subjectOfEmployment(one), question: joinFirm(applicationAction(one), one, on) },
      }),
    ),
    ...jobs.map(
      (one): Open => ({
        subject: 'FIRM_JOB',
        of: one,
        inquest: { subject: subjectOfEmployment(one), question: joinFirm('TAKE_FIRM_JOB', one, on, one.from) },
      }),
    ),
    ...interns,
  ];
}
