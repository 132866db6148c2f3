import { dayOf } from '../../kernel/clock.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import { changedFields } from '../../operation/changed-fields.js';
import { type CheckedCase, checkCase, type PushedCase } from './court-case.rule.js';
import {
  type BookedCourt,
  bookedCourts,
  type CaseRow,
  endWithCases,
  lockCases,
  recordedCases,
  upsertCases,
} from './court-case-write.store.js';
import { type MemberRow, replacePanels } from './panel-write.store.js';

/**
 * Records cases, item by item. The number names the case: known, it is brought up to date and keeps its id. A case that
 * is closed ends the representations in it. Items are refused with what `checkCase` throws, COURT_UNKNOWN, OUT_OF_REACH,
 * COURT_NOT_STANDING (on the day of acceptance), STALE_VALUE.
 */
export async function recordCases(
  act: Act,
  crypto: CryptoProvider,
  cases: readonly PushedCase[],
): Promise<ItemAnswer[]> {
  return recordBatch(act, crypto, 'recordCases', cases, ['cases'], async (fresh) => {
    const { today } = act.grant.asker;
    const outcomes = new Map<number, ItemOutcome>();
    const checks = new Map<number, CheckedCase>();
    for (const { item, index } of fresh)
      byItself(outcomes, index, () => void checks.set(index, checkCase(item, today)));
    const numbers = [...checks.values()].map(({ number }) => number);
    await lockCases(act.handle, numbers);
    const courts = await bookedCourts(act, [...new Set(fresh.map(({ item }) => item.court))]);
    const before = await recordedCases(act.handle, numbers);
    const rows = new Map<string, CaseRow>();
    const panels = new Map<string, MemberRow[]>();
    for (const entry of fresh) {
      const check = checks.get(entry.index);
      if (!check) continue;
      byItself(outcomes, entry.index, () => {
        const known = rows.get(check.number) ?? before.get(check.number);
        const row = judged(entry, check, courts, known);
        rows.set(row.case_no, row);
        if (entry.item.panel != null) panels.set(row.id, membersOf(row.id, entry.item));
        if (known) outcomes.set(entry.index, { recordId: known.id });
      });
    }
    await write(act, rows, panels, before);
    return outcomes;
  });
}

async function write(
  act: Act,
  rows: ReadonlyMap<string, CaseRow>,
  panels: ReadonlyMap<string, readonly MemberRow[]>,
  before: ReadonlyMap<string, CaseRow>,
): Promise<void> {
  await upsertCases(act.handle, [...rows.values()], act.at);
  const said = [...rows.values()].filter(({ id }) => panels.has(id));
  const reseated = await replacePanels(
    act.handle,
    said.map(({ id, as_of }) => ({ case_id: id, on: dayOf(new Date(as_of)) })),
    [...panels.values()].flat(),
  );
  for (const row of rows.values()) {
    const fields = changedFields(fieldOf, before.get(row.case_no), row);
    if (reseated.has(row.id)) fields.push('panel');
    if (fields.length > 0) act.changed({ event: 'case.recorded', recordId: row.id, fields });
  }
  const moved = [...rows.values()].filter((row) => (before.get(row.case_no)?.closed_on ?? null) !== row.closed_on);
  const ended = await endWithCases(
    act.handle,
    moved.map(({ id }) => id),
  );
  for (const id of ended)
    act.changed({ event: 'representation.ended', recordId: id, fields: ['untilOn', 'ended', 'endReason'] });
}

function judged(
  { item, id }: NewItem<PushedCase>,
  { number, earlier }: CheckedCase,
  courts: readonly BookedCourt[],
  known: CaseRow | undefined,
): CaseRow {
  const named = courts.filter(({ code }) => code === item.court);
  if (named.length === 0) throw new Refusal('COURT_UNKNOWN', ['court']);
  const within = named.filter(({ writable }) => writable);
  if (within.length === 0) throw new Refusal('OUT_OF_REACH', ['court']);
  const seat = within.find(
    ({ validFrom, validUntil }) =>
      validFrom <= item.acceptedOn && (validUntil === null || item.acceptedOn <= validUntil),
  );
  if (!seat) throw new Refusal('COURT_NOT_STANDING', ['court']);
  if (known && Date.parse(item.asOf) < Date.parse(known.as_of)) throw new Refusal('STALE_VALUE', ['asOf']);
  return {
    id: known?.id ?? id,
    court_id: known?.court_id ?? seat.id,
    case_no: number,
    procedure: item.procedure,
    stage: item.stage,
    accepted_on: item.acceptedOn,
    closed_on: item.closedOn ?? null,
    procuratorate: item.procuratorate ?? null,
    supervision_organ: item.supervisionOrgan ?? null,
    earlier_case_nos: earlier,
    source: item.source ?? 'court',
    as_of: item.asOf,
  };
}

/** The members said, each once. */
function membersOf(caseId: string, { panel, asOf }: PushedCase): MemberRow[] {
  const from_on = dayOf(new Date(asOf));
  const once = new Map(
    (panel ?? []).map(({ staffId, role }) => [`${staffId.toLowerCase()} ${role}`, { staffId, role }]),
  );
  return [...once.values()].map(({ staffId, role }) => ({
    id: uuidv7(),
    case_id: caseId,
    staff_id: staffId.toLowerCase(),
    role,
    from_on,
  }));
}

const fieldOf = {
  case_no: 'caseNo',
  procedure: 'procedure',
  stage: 'stage',
  accepted_on: 'acceptedOn',
  closed_on: 'closedOn',
  procuratorate: 'procuratorate',
  supervision_organ: 'supervisionOrgan',
  earlier_case_nos: 'earlierCaseNos',
} as const satisfies Partial<Record<keyof CaseRow, string>>;
