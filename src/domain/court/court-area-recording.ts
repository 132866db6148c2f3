import { at } from '../../kernel/at.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { addDays, type Day } from '../../kernel/day.js';
import { plainText } from '../../kernel/text.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type Keyed, recordBatch } from '../../operation/batch.js';
import { courtLineage } from './court.table.js';
import type { LineageKind } from './court.terms.js';
import { type AreaList, areaWith } from './court-area.rule.js';
import { endCourts, recordedAreas, recordedSteps, replaceAreas } from './court-area-write.store.js';
import { type BookedCourt, bookedCourts, courtIn } from './court-book.store.js';
import { checkStep, endsCourt } from './court-lineage.rule.js';
import { insertRecords, type PersonnelRow, takePersonnelTurn } from './personnel-write.store.js';

const DOCUMENT = 100;

/** The area of a court as personnel pushes it. */
export interface PushedArea extends Keyed {
  readonly court: string;
  readonly lists: readonly AreaList[];
}

/** Records the areas of courts, item by item; a unit writes of courts in its own area. */
export async function recordCourtAreas(
  act: Act,
  crypto: CryptoProvider,
  areas: readonly PushedArea[],
): Promise<ItemAnswer[]> {
  await takePersonnelTurn(act.handle);
  return recordBatch(act, crypto, 'recordCourtAreas', areas, ['areas'], async (fresh) => {
    const courts = await bookedCourts(
      act,
      fresh.map(({ item }) => item.court),
    );
    const recorded = await recordedAreas(
      act.handle,
      [...courts.values()].map(({ id }) => id),
    );
    const outcomes = new Map<number, ItemOutcome>();
    const written = new Set<string>();
    for (const { item, index } of fresh)
      byItself(outcomes, index, () => {
        const court = courtIn(courts, item.court, 'court');
        recorded.set(court.id, [...areaWith(recorded.get(court.id) ?? [], item.lists, court)]);
        written.add(court.id);
        outcomes.set(index, { recordId: court.id });
      });
    await replaceAreas(act.handle, new Map([...written].map((id) => [id, recorded.get(id) ?? []])));
    for (const recordId of written) act.changed({ event: 'court-area.recorded', recordId, fields: ['area'] });
    return outcomes;
  });
}

/** What became of a court, as personnel pushes it. */
export interface PushedLineage extends Keyed {
  readonly fromCourt: string;
  readonly toCourt?: string | null;
  readonly kind: LineageKind;
  readonly on: Day;
  readonly documentNo?: string | null;
}

/** Records mergers, splits and other steps of courts, item by item; both courts are in the area of the unit. */
export async function recordCourtLineage(
  act: Act,
  crypto: CryptoProvider,
  steps: readonly PushedLineage[],
): Promise<ItemAnswer[]> {
  await takePersonnelTurn(act.handle);
  return recordBatch(act, crypto, 'recordCourtLineage', steps, ['steps'], async (fresh) => {
    const courts = await bookedCourts(
      act,
      fresh.flatMap(({ item }) => [item.fromCourt, ...(item.toCourt == null ? [] : [item.toCourt])]),
    );
    const recorded = await recordedSteps(act.handle);
    const outcomes = new Map<number, ItemOutcome>();
    const entered: PersonnelRow[] = [];
    const lastDays = new Map<string, Day>();
    for (const { item, id, index } of fresh)
      byItself(outcomes, index, () => {
        const [from, to] = courtsOf(courts, item);
        checkStep(item.kind, item.on, from, to, recorded);
        const documentNo = item.documentNo;
        const no = documentNo == null ? null : at(['documentNo'], () => plainText(documentNo, DOCUMENT));
        recorded.push({ fromCourtId: from.id, toCourtId: to?.id ?? null });
        if (endsCourt(item.kind)) {
          const validUntil = addDays(item.on, -1);
          lastDays.set(from.id, validUntil);
          courts.set(from.code, { ...from, validUntil });
        }
        entered.push({
          id,
          from_court_id: from.id,
          to_court_id: to?.id ?? null,
          kind: item.kind,
          on_day: item.on,
          document_no: no,
          recorded_at: act.at.toISOString(),
        });
      });
    await insertRecords(act.handle, courtLineage, entered);
    await endCourts(act.handle, lastDays);
    for (const { id } of entered)
      act.changed({
        event: 'court-lineage.recorded',
        recordId: id,
        fields: ['fromCourt', 'toCourt', 'kind', 'on', 'documentNo'],
      });
    for (const recordId of lastDays.keys()) act.changed({ event: 'court-area.recorded', recordId, fields: ['area'] });
    return outcomes;
  });
}

function courtsOf(
  courts: ReadonlyMap<string, BookedCourt>,
  { fromCourt, toCourt }: PushedLineage,
): [BookedCourt, BookedCourt | null] {
  const from = courtIn(courts, fromCourt, 'fromCourt');
  return [from, toCourt == null ? null : courtIn(courts, toCourt, 'toCourt')];
}
