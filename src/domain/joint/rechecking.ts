import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import type { Day } from '../../kernel/day.js';
import { Fact, ofTheHub } from '../../policy/fact.js';
import {
  type CaseFact,
  caseFacts,
  openRepresentations,
  type RepresentationFact,
  type RepresentationsOf,
} from '../court/index.js';
import { firmFacts } from '../justice/index.js';
import { actIn } from './question-of-case.js';
import type { RestrictionAlertRow } from './restriction-alert-write.store.js';
import { type AlertPlace, alertsDue } from './restriction-alerts.js';
import { colleaguesOn, type Finding, verdictsOn } from './verdict.store.js';

type Handle = ReadHandle | WriteHandle;

/** A representation judged, and the alerts that are due on it. */
export interface Rechecked extends Finding {
  readonly representation: RepresentationFact;
  readonly place: AlertPlace;
  due(isDetectedLate: boolean): RestrictionAlertRow[];
}

/** Judges the representations named that run on a day, by the registers of now. A fixed number of statements. */
export async function checkOpen(handle: Handle, of: RepresentationsOf, on: Day): Promise<Fact<readonly Rechecked[]>> {
  return judgeRepresentations(handle, ofTheHub(await openRepresentations(handle, of, on)), on);
}

/** Judges representations; former staff in the firms of counsel are looked for when asked, since they bar nobody. */
export async function judgeRepresentations(
  handle: Handle,
  open: readonly RepresentationFact[],
  on: Day,
  withColleagues = true,
): Promise<Fact<readonly Rechecked[]>> {
  if (open.length === 0) return new Fact([]);
  const cases = new Map(
    ofTheHub(await caseFacts(handle, { ids: [...new Set(open.map(({ caseId }) => caseId))] }, on)).map((one) => [
      one.id,
      one,
    ]),
  );
  const firmIds = [...new Set(open.map(({ firmId }) => firmId))];
  const colleagues = ofTheHub(await colleaguesOn(handle, withColleagues ? firmIds : [], on));
  const firms = ofTheHub(await firmFacts(handle, { ids: firmIds.filter((id) => id !== null) }));
  const divisions = new Map(firms.map(({ id, divisionCode }) => [id, divisionCode]));
  const inquests = open.map((one) => ({
    subject: { lawyerId: one.lawyerId, citizenIdHash: one.citizenIdHash, fullName: one.agentName },
    question: actIn(cases.get(one.caseId) as CaseFact, one, colleagues.get(one.firmId ?? '') ?? [], on),
  }));
  const found = ofTheHub(await verdictsOn(handle, inquests));
  return new Fact(
    found.map((finding, i) => {
      const representation = open[i] as RepresentationFact;
      const { id, lawyerId, firmId, caseId, courtId } = representation;
      const place = {
        subject: 'REPRESENTATION' as const,
        subjectId: id,
        lawyerId,
        firmId,
        caseId,
        caseNo: cases.get(caseId)?.caseNo ?? null,
        courtId,
        divisionCode: divisions.get(firmId ?? '') ?? null,
      };
      return {
        ...finding,
        representation,
        place,
        due: (isDetectedLate) => alertsDue('COUNSEL', place, finding.verdict, isDetectedLate),
      };
    }),
  );
}
