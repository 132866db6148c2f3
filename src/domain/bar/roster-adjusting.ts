import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type Keyed, type NewItem, recordBatch } from '../../operation/batch.js';
import { adjusted, type RosterAdjustment } from './roster.rule.js';
import type { RosterRegistry } from './roster-registry.js';
import {
  type AdjustmentRow,
  type BookedEntry,
  bookedEntries,
  type EntryChange,
  insertAdjustments,
  takeRosterTurn,
  updateEntries,
} from './roster-write.store.js';

/** An adjustment as the bar sends it. */
export interface PushedAdjustment extends RosterAdjustment, Keyed {
  readonly entryId: string;
}

/**
 * Adjusts roster entries item by item, several steps of one entry in their order. Items are refused with
 * ROSTER_ENTRY_UNKNOWN, LAWYER_NOT_PRACTISING (REINSTATE) and what `adjusted` throws.
 */
export async function adjustMediatorRoster(
  act: Act,
  crypto: CryptoProvider,
  registry: RosterRegistry,
  adjustments: readonly PushedAdjustment[],
): Promise<ItemAnswer[]> {
  await takeRosterTurn(act.handle);
  return recordBatch(act, crypto, 'adjustMediatorRoster', adjustments, ['adjustments'], async (fresh) => {
    const entries = await namedEntries(act, fresh);
    const practising = await practisingOf(act, registry, fresh, entries);
    const outcomes = new Map<number, Refusal | undefined>();
    const taken: AdjustmentRow[] = [];
    const changes = new Map<string, EntryChange>();
    for (const { item, id, index } of fresh) {
      byItself(outcomes, index, () => {
        const entry = entries.get(item.entryId.toLowerCase());
        if (!entry) throw new Refusal('ROSTER_ENTRY_UNKNOWN', ['entryId']);
        const { state, reason } = adjusted(entry, item, act.grant.asker.today);
        if (item.step === 'REINSTATE' && !practising.has(entry.lawyerId))
          throw new Refusal('LAWYER_NOT_PRACTISING', ['step']);
        entries.set(entry.id, { ...entry, state });
        const isRemoved = state === 'REMOVED';
        changes.set(entry.id, {
          id: entry.id,
          state,
          removed_on: isRemoved ? item.on : null,
          removal_reason: isRemoved ? reason : null,
        });
        taken.push({ id, entry_id: entry.id, step: item.step, effective_on: item.on, reason });
      });
    }
    await insertAdjustments(act.handle, taken, act.at);
    await updateEntries(act.handle, [...changes.values()], act.at);
    for (const { entry_id, step } of taken)
      act.changed({ event: 'roster.adjusted', recordId: entry_id, fields: changedBy(step) });
    return outcomes;
  });
}

const changedBy = (step: AdjustmentRow['step']): readonly string[] =>
  step === 'REMOVE' ? ['state', 'removedOn', 'removalReason'] : ['state'];

async function namedEntries(act: Act, fresh: readonly NewItem<PushedAdjustment>[]): Promise<Map<string, BookedEntry>> {
  const ids = [...new Set(fresh.map(({ item }) => item.entryId.toLowerCase()).filter(isUuid))];
  const entries = await bookedEntries(act.handle, ids);
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Back on the list needs what listing needs; asked only when somebody comes back. */
async function practisingOf(
  act: Act,
  registry: RosterRegistry,
  fresh: readonly NewItem<PushedAdjustment>[],
  entries: ReadonlyMap<string, BookedEntry>,
): Promise<Set<string>> {
  const ids = fresh.flatMap(({ item }) => {
    const entry = item.step === 'REINSTATE' ? entries.get(item.entryId.toLowerCase()) : undefined;
    return entry ? [entry.lawyerId] : [];
  });
  if (ids.length === 0) return new Set();
  const found = await registry.lawyers(act.handle, { ids, certificateNos: [], on: act.grant.asker.today });
  return new Set(found.filter(({ isPractising }) => isPractising).map(({ id }) => id));
}
