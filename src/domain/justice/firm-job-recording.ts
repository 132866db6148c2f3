import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import { changedFields } from '../../operation/changed-fields.js';
import { checkJob, type PushedJob, rolesOfLawyers } from './firm-job.rule.js';
import { type JobRow, jobKey, recordedJobs, upsertJobs } from './firm-job-write.store.js';
import { takeWritersTurn } from './licence-book.store.js';
import type { CheckedPerson } from './named-person.rule.js';
import { type PersonDesk, personsLaidOut, writableFirm } from './person-desk.js';

/**
 * Records jobs in firms, item by item. Person, firm, role and first day name a job: known, it is brought up to date and
 * keeps its id. Items are refused with what `checkJob` throws, LAWYER_UNKNOWN, FIRM_UNKNOWN, OUT_OF_REACH, FIRM_CLOSED,
 * STALE_VALUE.
 */
export async function recordFirmJobs(
  act: Act,
  crypto: CryptoProvider,
  jobs: readonly PushedJob[],
): Promise<ItemAnswer[]> {
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordFirmJobs', jobs, ['jobs'], async (fresh) => {
    const outcomes = new Map<number, ItemOutcome>();
    const people = new Map<number, CheckedPerson>();
    for (const { item, index } of fresh)
      byItself(outcomes, index, () => void people.set(index, checkJob(item, act.grant.asker.today)));
    const good = fresh.filter(({ index }) => people.has(index));
    const desk = await personsLaidOut(
      act,
      crypto,
      [...people.values()],
      good.map(({ item }) => item),
    );
    const before = await recordedJobs(act.handle, [...desk.firmsById.keys()]);
    const rows = new Map<string, JobRow>();
    for (const entry of good)
      byItself(outcomes, entry.index, () => {
        const row = judged(desk, entry, people.get(entry.index) as CheckedPerson);
        const known = rows.get(jobKey(row)) ?? before.get(jobKey(row));
        if (known && Date.parse(row.as_of) < Date.parse(known.as_of)) throw new Refusal('STALE_VALUE', ['asOf']);
        rows.set(jobKey(row), { ...row, id: known?.id ?? row.id });
        if (known) outcomes.set(entry.index, { recordId: known.id });
      });
    await upsertJobs(act.handle, [...rows.values()], act.at);
    for (const [key, row] of rows) {
      const fields = changedFields(fieldOf, before.get(key), row);
      if (fields.length > 0) act.changed({ event: 'firm-job.recorded', recordId: row.id, fields });
    }
    return outcomes;
  });
}

function judged(desk: PersonDesk, { item, id }: NewItem<PushedJob>, named: CheckedPerson): JobRow {
  const person = desk.personOf(named);
  if (person.lawyer_id === null && rolesOfLawyers.includes(item.role)) throw new Refusal('LAWYER_UNKNOWN', ['person']);
  const firm = writableFirm(desk, item, item.fromOn);
  return {
    id,
    ...person,
    firm_id: firm.id,
    role: item.role,
    office_division_code: item.officeDivisionCode ?? null,
    from_on: item.fromOn,
    until_on: item.untilOn ?? null,
    source: item.source ?? 'justice-department',
    as_of: item.asOf,
  };
}

const fieldOf = {
  person_name: 'personName',
  lawyer_id: 'lawyer',
  firm_id: 'firm',
  role: 'role',
  office_division_code: 'officeDivisionCode',
  from_on: 'fromOn',
  until_on: 'untilOn',
} as const satisfies Partial<Record<keyof JobRow, string>>;
