import type { ReadHandle, WriteHandle } from '../../db/handle.js';
import { type Day, FOREVER } from '../../kernel/day.js';
import { isUuid } from '../../kernel/uuid.js';
import { Fact, ofTheHub } from '../../policy/fact.js';
import { courtNames } from '../court/index.js';
import { packFacts } from '../hub/index.js';
import { Bench } from './bench.rule.js';
import { colleaguesOf } from './colleagues.facts.js';
import { packsInUse } from './packs-in-use.js';
import { personFacts } from './person.facts.js';
import { organNameOf } from './person-of-registers.js';
import type { Names } from './restriction/explain.rule.js';
import type { PersonFacts } from './restriction/facts.terms.js';
import type { Question } from './restriction/question.terms.js';
import type { Verdict } from './restriction/verdict.terms.js';
import type { Subject } from './subject.terms.js';

type Handle = ReadHandle | WriteHandle;

/** A question about somebody, and the courts it is about beside those of his career. */
export interface Inquest {
  readonly subject: Subject;
  readonly question: Question;
}

/** What was found on a question: the verdict, and whom it is about. */
export interface Finding {
  readonly verdict: Verdict;
  readonly lawyerId: string | null;
  /** Names of the courts and other organs that it is about, by id. */
  readonly names: Names;
  /** He holds a certificate that stands on the day, or the job asked about. */
  readonly isLicensed: boolean;
}

/** Judges questions by the registers and rules of now, under the hub's own grant: a fact, of which an answer tells what is declared. */
export async function verdictsOn(handle: Handle, inquests: readonly Inquest[]): Promise<Fact<readonly Finding[]>> {
  const subjects = new Map(inquests.map(({ subject }) => [keyOf(subject), subject]));
  const courtIds = inquests.flatMap(({ question }) =>
    question.action === 'ACT_IN_CASE' && question.case.courtId !== null ? [question.case.courtId] : [],
  );
  const known = ofTheHub(await personFacts(handle, [...subjects.values()], [...new Set(courtIds)]));
  const packs = packsInUse(ofTheHub(await packFacts(handle)));
  const places = new Map([...subjects.keys()].map((key, i) => [key, i]));
  const bench = new Bench(packs, known.map);
  const found = inquests.map(({ subject, question }) => {
    const i = places.get(keyOf(subject)) as number;
    const person = known.persons[i] as PersonFacts;
    return {
      verdict: bench.judge(person, question),
      lawyerId: known.lawyerIds[i] ?? null,
      isLicensed: isLicensed(person, question.on),
    };
  });
  const names = await namesOf(
    handle,
    found.map(({ verdict }) => verdict),
  );
  return new Fact(found.map((one) => ({ ...one, names })));
}

const keyOf = ({ lawyerId, citizenIdHash, fullName }: Subject): string =>
  lawyerId ?? citizenIdHash ?? `name ${fullName}`;

const HELD = ['PRACTISING', 'SUSPENDED', 'PAUSED'];

const isLicensed = ({ licences }: PersonFacts, on: Day): boolean =>
  licences?.some(({ from, until, status }) => from <= on && (until ?? FOREVER) >= on && HELD.includes(status)) ?? false;

/** Names of the organs that constraints are about; what is no court has its name in its id. */
export async function namesOf(handle: Handle, verdicts: readonly Verdict[]): Promise<Names> {
  const scopes = verdicts.flatMap(({ constraints }) => constraints.map(({ scope }) => scope));
  const ids = [...new Set(scopes.filter(({ kind }) => ORGANS.includes(kind)).flatMap((scope) => scope.ids))];
  const courts = ofTheHub(await courtNames(handle, ids.filter(isUuid)));
  return Object.fromEntries(ids.map((id) => [id, courts.get(id) ?? organNameOf(id)]));
}

const ORGANS = ['COURTS', 'PROCURATORATES', 'SUPERVISION_ORGANS', 'AREA'];

/** Former staff in the firms of counsel on a day, by firm. */
export const colleaguesOn = (handle: Handle, firmIds: readonly (string | null)[], on: Day) =>
  colleaguesOf(handle, firmIds, on);
