import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import { changedFields } from '../../operation/changed-fields.js';
import { checkApplication, checkFollows, type PushedApplication } from './licence-application.rule.js';
import {
  type ApplicationRow,
  applicationKey,
  recordedApplications,
  upsertApplications,
} from './licence-application-write.store.js';
import { takeWritersTurn } from './licence-book.store.js';
import type { CheckedPerson } from './named-person.rule.js';
import { type PersonDesk, personsLaidOut, writableFirm } from './person-desk.js';

/**
 * Records applications, item by item. Number and firm name one: known, it is brought up to date and keeps its id, until it is
 * decided. Items are refused with what `checkApplication` and `checkFollows` throw, LAWYER_UNKNOWN, FIRM_UNKNOWN,
 * OUT_OF_REACH, FIRM_CLOSED, STALE_VALUE.
 */
export async function recordLicenceApplications(
  act: Act,
  crypto: CryptoProvider,
  applications: readonly PushedApplication[],
): Promise<ItemAnswer[]> {
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordLicenceApplications', applications, ['applications'], async (fresh) => {
    const outcomes = new Map<number, ItemOutcome>();
    const people = new Map<number, CheckedPerson>();
    for (const { item, index } of fresh)
      byItself(outcomes, index, () => void people.set(index, checkApplication(item, act.grant.asker.today)));
    const good = fresh.filter(({ index }) => people.has(index));
    const desk = await personsLaidOut(
      act,
      crypto,
      [...people.values()],
      good.map(({ item }) => item),
    );
    const before = await recordedApplications(
      act.handle,
      [...desk.firmsById.keys()],
      good.map(({ item }) => item.applicationNo.normalize('NFC').trim()),
    );
    const rows = new Map<string, ApplicationRow>();
    for (const entry of good)
      byItself(outcomes, entry.index, () => {
        const row = judged(desk, entry, people.get(entry.index) as CheckedPerson);
        const key = applicationKey(row);
        const known = rows.get(key) ?? before.get(key);
        if (known) follow(known, row);
        rows.set(key, { ...row, id: known?.id ?? row.id });
        if (known) outcomes.set(entry.index, { recordId: known.id });
      });
    await upsertApplications(act.handle, [...rows.values()], act.at);
    for (const [key, row] of rows) {
      const fields = changedFields(fieldOf, before.get(key), row);
      if (fields.length > 0) act.changed({ event: 'licence-application.recorded', recordId: row.id, fields });
    }
    return outcomes;
  });
}

function follow(known: ApplicationRow, row: ApplicationRow): void {
  const standing = ({ kind, state, citizen_id_hash: citizenIdHash }: ApplicationRow) => ({
    kind,
    state,
    citizenIdHash,
  });
  checkFollows(standing(known), standing(row));
  if (Date.parse(row.as_of) < Date.parse(known.as_of)) throw new Refusal('STALE_VALUE', ['asOf']);
}

function judged(desk: PersonDesk, { item, id }: NewItem<PushedApplication>, named: CheckedPerson): ApplicationRow {
  const firm = writableFirm(desk, item, item.filedOn);
  return {
    id,
    application_no: item.applicationNo.normalize('NFC').trim(),
    ...desk.personOf(named),
    kind: item.kind,
    firm_id: firm.id,
    role: item.role ?? 'LAWYER',
    office_division_code: item.officeDivisionCode ?? null,
    filed_on: item.filedOn,
    state: item.state,
    decided_on: item.decidedOn ?? null,
    source: item.source ?? 'justice-department',
    as_of: item.asOf,
  };
}

const fieldOf = {
  application_no: 'applicationNo',
  person_name: 'personName',
  lawyer_id: 'lawyer',
  kind: 'kind',
  firm_id: 'firm',
  role: 'role',
  office_division_code: 'officeDivisionCode',
  filed_on: 'filedOn',
  state: 'state',
  decided_on: 'decidedOn',
} as const satisfies Partial<Record<keyof ApplicationRow, string>>;
