import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import {
  byItself,
  type ItemAnswer,
  type ItemOutcome,
  type Keyed,
  type NewItem,
  recordBatch,
} from '../../operation/batch.js';
import { checkKinship, type DeclaredKinship, type PushedKinship, repeats } from './kinship.rule.js';
import { kinshipDeclaration } from './kinship.table.js';
import { type DeclaringStaff, declaringStaff } from './kinship-write.store.js';
import { insertRecords, type PersonnelRow, recordsOfStaff, takePersonnelTurn } from './personnel-write.store.js';

type Item = PushedKinship & Keyed;

/** Records the relatives whom court staff declare, item by item; a unit writes of staff in its area. */
export async function recordKinships(
  act: Act,
  crypto: CryptoProvider,
  kinships: readonly Item[],
): Promise<ItemAnswer[]> {
  await takePersonnelTurn(act.handle);
  return recordBatch(act, crypto, 'recordKinships', kinships, ['kinships'], async (fresh) => {
    const staff = await named(act, crypto, fresh);
    const declared = await recordsOfStaff(act.handle, kinshipDeclaration, [
      ...new Set([...staff.values()].map(({ id }) => id)),
    ]);
    const outcomes = new Map<number, ItemOutcome>();
    const entered: PersonnelRow[] = [];
    for (const { item, id, index } of fresh)
      byItself(outcomes, index, () => {
        const row = judged(act, crypto, staff, declared, item, id);
        entered.push(row);
        declared.set(String(row.staff_id), [...(declared.get(String(row.staff_id)) ?? []), row]);
      });
    await insertRecords(act.handle, kinshipDeclaration, entered);
    for (const { id, supersedes } of entered)
      act.changed({
        event: supersedes === null ? 'kinship.declared' : 'kinship.corrected',
        recordId: id,
        fields: ['relativeName', 'relation', 'declaredOn', 'from', 'until'],
      });
    return outcomes;
  });
}

/** The staff named, by id and by the hash of the number. */
async function named(
  act: Act,
  crypto: CryptoProvider,
  fresh: readonly NewItem<Item>[],
): Promise<Map<string, DeclaringStaff>> {
  const ids = fresh.flatMap(({ item }) => (item.staff != null && isUuid(item.staff) ? [item.staff] : []));
  const hashes = fresh.flatMap(({ item: { staffCitizenIdNumber: number } }) =>
    number == null ? [] : [crypto.match(number.toUpperCase())],
  );
  const found = await declaringStaff(act, ids, hashes);
  return new Map(found.flatMap((one) => [one.id, one.citizenIdHash].map((name) => [name, one] as const)));
}

function judged(
  act: Act,
  crypto: CryptoProvider,
  staff: ReadonlyMap<string, DeclaringStaff>,
  declared: ReadonlyMap<string, readonly PersonnelRow[]>,
  item: Item,
  id: string,
): PersonnelRow {
  const { relativeName, relativeCitizenId, staffCitizenId } = checkKinship(item, act.grant.asker.today);
  const field = item.staff == null ? 'staffCitizenIdNumber' : 'staff';
  const who = staff.get(item.staff?.toLowerCase() ?? crypto.match(String(staffCitizenId)));
  const alsoNamed = staffCitizenId === null || who?.citizenIdHash === crypto.match(staffCitizenId);
  if (!who || !alsoNamed) throw new Refusal('STAFF_UNKNOWN', [field]);
  if (!who.isWritable) throw new Refusal('OUT_OF_REACH', [field]);
  const hash = relativeCitizenId === null ? null : crypto.match(relativeCitizenId);
  if (hash === who.citizenIdHash) throw new Refusal('KINSHIP_WITH_ONESELF', ['relativeCitizenIdNumber']);
  const known = declared.get(who.id) ?? [];
  const isCorrected = (row: PersonnelRow) => known.some(({ supersedes }) => supersedes === row.id);
  const supersedes = item.supersedes?.toLowerCase() ?? null;
  if (supersedes !== null) {
    const corrected = known.find((row) => row.id === supersedes);
    if (!corrected) throw new Refusal('STAFF_RECORD_UNKNOWN', ['supersedes']);
    if (isCorrected(corrected)) throw new Refusal('STAFF_RECORD_SUPERSEDED', ['supersedes']);
  }
  const kinship: DeclaredKinship = {
    relativeName,
    relativeIdHash: hash,
    relation: item.relation,
    from: item.from ?? null,
    until: item.until ?? null,
  };
  const standing = known.filter((row) => row.id !== supersedes && !isCorrected(row));
  if (standing.some((row) => repeats(kinship, asDeclared(row)))) throw new Refusal('KINSHIP_EXISTS', ['relation']);
  return {
    id,
    staff_id: who.id,
    relative_name: relativeName,
    relative_id_hash: hash,
    relative_id_sealed: relativeCitizenId === null ? null : crypto.seal(relativeCitizenId),
    relative_lawyer_id: null,
    relation: item.relation,
    declared_on: item.declaredOn,
    from_on: kinship.from,
    until_on: kinship.until,
    supersedes,
    recorded_at: act.at.toISOString(),
  };
}

const asDeclared = (row: PersonnelRow): DeclaredKinship => ({
  relativeName: String(row.relative_name),
  relativeIdHash: row.relative_id_hash as string | null,
  relation: String(row.relation),
  from: row.from_on as string | null,
  until: row.until_on as string | null,
});
