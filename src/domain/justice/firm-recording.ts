import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import { changedFields } from '../../operation/changed-fields.js';
import type { LoadMode } from './enums.type.js';
import { checkFirm, type PushedFirm } from './firm-input.rule.js';
import { type FirmRow, recordedFirms, upsertFirms } from './firm-write.store.js';
import { bookedFirms, divisionsWritable, takeWritersTurn } from './licence-book.store.js';
import { checkLoad } from './load-mode.js';

/**
 * Records firms, item by item. The credit code names the firm: known, it is brought up to date, and keeps its id. A
 * bureau writes firms of its own area; a firm that moves between areas is moved by the department above both.
 */
export async function recordFirms(
  act: Act,
  crypto: CryptoProvider,
  firms: readonly PushedFirm[],
  load: LoadMode,
): Promise<ItemAnswer[]> {
  checkLoad(act, load, 'recordFirms');
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordFirms', firms, ['firms'], async (fresh) => {
    const divisions = await divisionsWritable(act, [...new Set(fresh.map(({ item }) => item.divisionCode))]);
    const known = await bookedFirms(
      act,
      [],
      fresh.map(({ item }) => item.unifiedSocialCreditCode),
    );
    const before = await recordedFirms(
      act.handle,
      known.map((firm) => firm.unifiedSocialCreditCode),
    );
    const others = new Set(known.filter((firm) => !firm.writable).map((firm) => firm.unifiedSocialCreditCode));
    const isWritable = (item: PushedFirm) =>
      divisions.has(item.divisionCode) && !others.has(item.unifiedSocialCreditCode);
    const outcomes = new Map<number, ItemOutcome>();
    const rows = new Map<string, FirmRow>();
    for (const entry of fresh) {
      byItself(outcomes, entry.index, () => {
        const recorded = rows.get(entry.item.unifiedSocialCreditCode) ?? before.get(entry.item.unifiedSocialCreditCode);
        const row = judged(entry, load, isWritable, recorded);
        rows.set(row.unified_social_credit_code, row);
        if (recorded) outcomes.set(entry.index, { recordId: recorded.id });
      });
    }
    await upsertFirms(act.handle, [...rows.values()], act.at);
    for (const row of rows.values()) {
      const known = before.get(row.unified_social_credit_code);
      const fields = changedFields(fieldOf, known, row);
      if (fields.length > 0) act.changed({ event: 'firm.recorded', recordId: row.id, fields });
    }
    return outcomes;
  });
}

const fieldOf = {
  name: 'name',
  credit_code_fails: 'creditCodeFails',
  practice_licence_no: 'practiceLicenceNo',
  division_code: 'divisionCode',
  address: 'address',
  person_in_charge: 'personInCharge',
  person_in_charge_mobile: 'personInChargeMobile',
  opened_on: 'openedOn',
  closed_on: 'closedOn',
} as const satisfies Partial<Record<keyof FirmRow, string>>;

function judged(
  { item, id }: NewItem<PushedFirm>,
  load: LoadMode,
  isWritable: (item: PushedFirm) => boolean,
  recorded: FirmRow | undefined,
): FirmRow {
  // a code kept from the initial load although its check character fails still names its firm
  const { creditCodeFails } = checkFirm(item, load === 'INITIAL_LOAD' || recorded?.credit_code_fails === true);
  if (!isWritable(item)) throw new Refusal('OUT_OF_REACH', ['divisionCode']);
  if (recorded && Date.parse(item.asOf) < Date.parse(recorded.as_of)) throw new Refusal('STALE_VALUE', ['asOf']);
  return {
    id: recorded?.id ?? id,
    name: item.name.normalize('NFC').trim(),
    unified_social_credit_code: item.unifiedSocialCreditCode,
    credit_code_fails: creditCodeFails,
    practice_licence_no: item.practiceLicenceNo ?? null,
    division_code: item.divisionCode,
    address: item.address ?? null,
    person_in_charge: item.personInCharge ?? null,
    person_in_charge_mobile: item.personInChargeMobile ?? null,
    opened_on: item.openedOn,
    closed_on: item.closedOn ?? null,
    source: item.source ?? 'justice-department',
    as_of: item.asOf,
    source_status_code: item.sourceStatusCode ?? null,
    source_status_text: item.sourceStatusText ?? null,
  };
}
