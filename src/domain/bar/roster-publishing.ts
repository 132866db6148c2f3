import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { type Day, isBefore } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type Keyed, type NewItem, recordBatch } from '../../operation/batch.js';
import { checkListing, type RosterListing } from './roster.rule.js';
import { courtNamed } from './roster-court.js';
import type { RegisteredLawyer, RosterRegistry } from './roster-registry.js';
import { type EntryRow, insertEntries, lawyersOnRoster, takeRosterTurn } from './roster-write.store.js';

/** A lawyer to be listed, as the bar sends him. */
export interface PushedListing extends RosterListing, Keyed {
  readonly lawyerId?: string | null;
  readonly certificateNo?: string | null;
}

/** What is published: lawyers for one court, from one day on (today when absent). */
export interface PushedRoster {
  readonly court: string;
  readonly listedOn?: Day | null;
  readonly entries: readonly PushedListing[];
}

/**
 * Lists lawyers at a court, item by item. Throws COURT_UNKNOWN; items are refused with LAWYER_UNKNOWN,
 * LAWYER_NOT_PRACTISING, ROSTER_ENTRY_EXISTS, CERTIFICATE_NO_INVALID, FIELD_REQUIRED, TEXT_INVALID, PERIOD_INVALID.
 */
export async function publishMediatorRoster(
  act: Act,
  crypto: CryptoProvider,
  registry: RosterRegistry,
  { court, listedOn, entries }: PushedRoster,
): Promise<ItemAnswer[]> {
  const on = listedOn ?? act.grant.asker.today;
  const courtId = await courtNamed(registry, act.handle, court, on);
  await takeRosterTurn(act.handle);
  const items = entries.map((entry) => ({ ...entry, court, listedOn }));
  return recordBatch(act, crypto, 'publishMediatorRoster', items, ['entries'], async (fresh) => {
    const lawyers = await namedLawyers(act, registry, fresh, on);
    const listed = await lawyersOnRoster(
      act.handle,
      courtId,
      [...lawyers.values()].map(({ id }) => id),
      on,
    );
    const outcomes = new Map<number, Refusal | undefined>();
    const rows: EntryRow[] = [];
    for (const entry of fresh) {
      byItself(outcomes, entry.index, () => {
        const row = listing(act, lawyers, listed, entry, on);
        listed.add(row.lawyer_id);
        rows.push(row);
      });
    }
    await insertEntries(act.handle, courtId, on, rows, act.at);
    for (const { id } of rows)
      act.changed({
        event: 'roster.published',
        recordId: id,
        fields: ['lawyer', 'court', 'specialities', 'state', 'listedOn', 'listedUntil'],
      });
    return outcomes;
  });
}

/** The lawyers named, by id and by number; practising on the day of the listing and, when that is past, today. */
async function namedLawyers(
  act: Act,
  registry: RosterRegistry,
  fresh: readonly NewItem<PushedListing>[],
  on: Day,
): Promise<Map<string, RegisteredLawyer>> {
  const ids = fresh.flatMap(({ item }) => (item.lawyerId != null && isUuid(item.lawyerId) ? [item.lawyerId] : []));
  const certificateNos = fresh.flatMap(({ item }) => (item.certificateNo == null ? [] : [item.certificateNo]));
  const { today } = act.grant.asker;
  const found = await registry.lawyers(act.handle, { ids, certificateNos, on });
  const now = isBefore(on, today) ? await registry.lawyers(act.handle, { ids, certificateNos, on: today }) : found;
  const practisingNow = new Set(now.filter(({ isPractising }) => isPractising).map(({ id }) => id));
  const lawyers = found.map((lawyer) => ({
    ...lawyer,
    isPractising: lawyer.isPractising && practisingNow.has(lawyer.id),
  }));
  return new Map(lawyers.flatMap((lawyer) => [lawyer.id, ...lawyer.numbers].map((name) => [name, lawyer] as const)));
}

function listing(
  act: Act,
  lawyers: ReadonlyMap<string, RegisteredLawyer>,
  listed: ReadonlySet<string>,
  { item, id }: NewItem<PushedListing>,
  on: Day,
): EntryRow {
  const specialities = checkListing(item, on);
  const { lawyer, field } = lawyerOf(act, lawyers, item);
  if (!lawyer.isPractising) throw new Refusal('LAWYER_NOT_PRACTISING', [field]);
  if (listed.has(lawyer.id)) throw new Refusal('ROSTER_ENTRY_EXISTS', [field]);
  return { id, lawyer_id: lawyer.id, specialities, listed_until: item.listedUntil ?? null };
}

/** The lawyer an item names; when it names him twice, both names must be his. */
function lawyerOf(
  act: Act,
  lawyers: ReadonlyMap<string, RegisteredLawyer>,
  { lawyerId, certificateNo }: PushedListing,
) {
  const number =
    certificateNo == null
      ? null
      : at(['certificateNo'], () => parseCertificateNo(certificateNo, act.grant.asker.today).number);
  if (lawyerId == null && number === null) throw new Refusal('FIELD_REQUIRED', ['certificateNo']);
  const byId = lawyerId == null ? null : lawyers.get(lawyerId.toLowerCase());
  const byNumber = number === null ? null : lawyers.get(number);
  if (byId === undefined) throw new Refusal('LAWYER_UNKNOWN', ['lawyerId']);
  if (byNumber === undefined || (byId && byNumber && byId.id !== byNumber.id))
    throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
  return { lawyer: (byId ?? byNumber) as RegisteredLawyer, field: byId ? 'lawyerId' : 'certificateNo' };
}
