import type { CryptoProvider } from '../../kernel/crypto.js';
import { FOREVER } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import type { CounselRegistry, RegisteredCounsel } from './counsel-registry.js';
import { lockCases } from './court-case-write.store.js';
import {
  type CheckedRepresentation,
  checkAgainstCase,
  checkRepresentation,
  type PushedRepresentation,
} from './representation.rule.js';
import {
  type BookedCase,
  bookedCases,
  insertRepresentations,
  type RepresentationRow,
  type Standing,
  standingIn,
} from './representation-write.store.js';

/** Records the representations of an existing system, item by item; they are refused with what `enterRepresentations` says. */
export function recordRepresentations(
  act: Act,
  crypto: CryptoProvider,
  registry: CounselRegistry,
  items: readonly PushedRepresentation[],
): Promise<ItemAnswer[]> {
  return recordBatch(act, crypto, 'recordRepresentations', items, ['representations'], (fresh) =>
    enterRepresentations(act, crypto, registry, fresh),
  );
}

/**
 * Enters representations in the running transaction; answers each by its place. Items are refused with what
 * `checkRepresentation` and `checkAgainstCase` throw, CASE_UNKNOWN (or out of reach), LAWYER_UNKNOWN, REPRESENTATION_EXISTS.
 */
export async function enterRepresentations(
  act: Act,
  crypto: CryptoProvider,
  registry: CounselRegistry,
  fresh: readonly NewItem<PushedRepresentation>[],
): Promise<Map<number, ItemOutcome>> {
  const { today } = act.grant.asker;
  const outcomes = new Map<number, ItemOutcome>();
  const checks = new Map<number, CheckedRepresentation>();
  for (const { item, index } of fresh)
    byItself(outcomes, index, () => void checks.set(index, checkRepresentation(item, today)));
  const numbers = [...new Set([...checks.values()].map(({ caseNo }) => caseNo))];
  await lockCases(act.handle, numbers);
  const desk = await laidOut(act, registry, numbers, fresh);
  const entered: RepresentationRow[] = [];
  for (const entry of fresh) {
    const check = checks.get(entry.index);
    if (!check) continue;
    byItself(outcomes, entry.index, () => {
      const row = judged(desk, entry, check, crypto);
      desk.standing.push(row);
      entered.push(row);
    });
  }
  await insertRepresentations(act.handle, entered, act.at);
  for (const row of entered)
    act.changed({
      event: 'representation.entered',
      recordId: row.id,
      fields: ['case', 'lawyer', 'firm', 'side', 'capacity', 'category', 'fromOn', 'untilOn'],
    });
  return outcomes;
}

interface CounselDesk {
  readonly cases: ReadonlyMap<string, BookedCase>;
  readonly counsel: ReadonlyMap<string, RegisteredCounsel>;
  readonly standing: Standing[];
}

const keyOf = (certificateNo: string, on: string) => `${certificateNo} ${on}`;

async function laidOut(
  act: Act,
  registry: CounselRegistry,
  numbers: readonly string[],
  fresh: readonly NewItem<PushedRepresentation>[],
): Promise<CounselDesk> {
  const cases = await bookedCases(act, numbers);
  const named = fresh.flatMap(({ item: { certificateNo, fromOn } }) =>
    certificateNo == null ? [] : [{ certificateNo, on: fromOn }],
  );
  const counsel = named.length === 0 ? [] : await registry.counsel(act.handle, named);
  const standing = await standingIn(
    act.handle,
    cases.map(({ id }) => id),
  );
  return {
    cases: new Map(cases.map((known) => [known.caseNo, known])),
    counsel: new Map(counsel.map((lawyer) => [keyOf(lawyer.certificateNo, lawyer.on), lawyer])),
    standing,
  };
}

function judged(
  desk: CounselDesk,
  { item, id }: NewItem<PushedRepresentation>,
  { caseNo, agent }: CheckedRepresentation,
  crypto: CryptoProvider,
): RepresentationRow {
  const known = desk.cases.get(caseNo);
  if (!known) throw new Refusal('CASE_UNKNOWN', ['caseNo']);
  const lawyer = item.certificateNo == null ? null : desk.counsel.get(keyOf(item.certificateNo, item.fromOn));
  if (lawyer === undefined) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
  const untilOn = checkAgainstCase(item, known);
  const number = agent?.citizenIdNumber ?? null;
  const row: RepresentationRow = {
    id,
    case_id: known.id,
    court_id: known.courtId,
    lawyer_id: lawyer?.id ?? null,
    firm_id: lawyer?.firmId ?? null,
    agent_name: agent?.fullName ?? null,
    citizen_id_hash: number && crypto.match(number),
    citizen_id_sealed: number && crypto.seal(number),
    side: item.side,
    capacity: item.capacity,
    category: item.category,
    relation: item.relation ?? null,
    is_relation_proved: item.isRelationProved ?? null,
    is_chosen_by_party: item.isChosenByParty ?? null,
    is_interested: item.isInterested ?? null,
    is_party_employer: item.isPartyEmployer ?? null,
    from_on: item.fromOn,
    until_on: untilOn,
    end_reason: untilOn === null || untilOn === item.untilOn ? null : 'CASE_CLOSED',
  };
  if (desk.standing.some((other) => isSame(other, row)))
    throw new Refusal('REPRESENTATION_EXISTS', [lawyer ? 'certificateNo' : 'agent']);
  return row;
}

/** Whether somebody acts on that side of the case already, on a day that both have. */
function isSame(other: Standing, row: Standing): boolean {
  if (other.case_id !== row.case_id || other.side !== row.side) return false;
  if ((other.until_on ?? FOREVER) < row.from_on || (row.until_on ?? FOREVER) < other.from_on) return false;
  if (row.lawyer_id !== null) return other.lawyer_id === row.lawyer_id;
  if (row.citizen_id_hash !== null) return other.citizen_id_hash === row.citizen_id_hash;
  return other.lawyer_id === null && other.citizen_id_hash === null && other.agent_name === row.agent_name;
}
