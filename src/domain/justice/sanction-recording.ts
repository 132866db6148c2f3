import type { Unit } from '../../identity/identity.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import { type Annulled, restoreLicences } from './annulment.js';
import { levelOf, mayRecordDecisionOf } from './authority.rule.js';
import {
  type BookedFirm,
  type BookedLawyer,
  bookedFirms,
  bookedLawyers,
  takeWritersTurn,
} from './licence-book.store.js';
import { decisionKey } from './licence-desk.js';
import { checkSanction, type PushedSanction } from './sanction-input.rule.js';
import {
  type Annulment,
  annulSanctions,
  insertSanctions,
  type RecordedDecision,
  recordedDecisions,
  type SanctionRow,
} from './sanction-write.store.js';

/**
 * Records penalties (justice) or discipline (bar), item by item. A decision already recorded may be sent again with
 * `annulledOn`: it is annulled, and the licence gets back what the decision took, from that day on.
 */
export async function recordSanctions(
  act: Act,
  crypto: CryptoProvider,
  items: readonly PushedSanction[],
): Promise<ItemAnswer[]> {
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordSanctions', items, ['sanctions'], async (fresh) => {
    const desk = await laidOut(act, fresh);
    const outcomes = new Map<number, ItemOutcome>();
    const entered: SanctionRow[] = [];
    const annulled: Annulled[] = [];
    for (const entry of fresh) {
      byItself(outcomes, entry.index, () => {
        const { row, annuls } = judged(act, desk, entry);
        if (row) entered.push(row);
        if (annuls) {
          annulled.push(annuls);
          outcomes.set(entry.index, { recordId: annuls.decision.id });
        }
      });
    }
    await insertSanctions(act.handle, entered, act.at);
    await annulSanctions(
      act.handle,
      annulled.map(({ decision, ...how }) => ({ id: decision.id, ...how })),
    );
    await restoreLicences(act, annulled);
    for (const row of entered)
      act.changed({
        event: 'sanction.recorded',
        recordId: row.id,
        fields: ['kind', 'effectiveOn', 'endsOn', 'publicFrom', 'publicUntil'],
      });
    for (const { decision } of annulled)
      act.changed({ event: 'sanction.annulled', recordId: decision.id, fields: ['annulledOn'] });
    return outcomes;
  });
}

interface SanctionDesk {
  readonly lawyers: ReadonlyMap<string, BookedLawyer>;
  readonly firms: ReadonlyMap<string, BookedFirm>;
  readonly decisions: Map<string, RecordedDecision>;
}

async function laidOut(act: Act, fresh: readonly NewItem<PushedSanction>[]): Promise<SanctionDesk> {
  const numbers = fresh.flatMap(({ item }) => (item.lawyerCertificateNo ? [item.lawyerCertificateNo] : []));
  const codes = fresh.flatMap(({ item }) => (item.firmCreditCode ? [item.firmCreditCode] : []));
  const lawyers = await bookedLawyers(act, { lawyerIds: [], certificateNos: numbers, citizenIdHashes: [] });
  const firms = codes.length === 0 ? [] : await bookedFirms(act, [], codes);
  const decisions = await recordedDecisions(
    act.handle,
    fresh.map(({ item }) => item.decisionNo),
  );
  return {
    lawyers: new Map(lawyers.flatMap((lawyer) => lawyer.numbers.map((number) => [number, lawyer] as const))),
    firms: new Map(firms.map((firm) => [firm.unifiedSocialCreditCode, firm])),
    decisions: new Map(
      decisions.map((known) => [decisionKey(known.decisionNo, known.lawyerId ?? known.firmId, known.kind), known]),
    ),
  };
}

function judged(act: Act, desk: SanctionDesk, { item, id }: NewItem<PushedSanction>) {
  const { identity, today } = act.grant.asker;
  const unitDivision = identity.unit?.divisionCode ?? '';
  checkSanction(item, { institution: identity.institution, unitDivision }, today);
  const lawyer = item.lawyerCertificateNo == null ? null : desk.lawyers.get(item.lawyerCertificateNo);
  const firm = item.firmCreditCode == null ? null : desk.firms.get(item.firmCreditCode);
  if (lawyer === undefined) throw new Refusal('LAWYER_UNKNOWN', ['lawyerCertificateNo']);
  if (firm === undefined) throw new Refusal('FIRM_UNKNOWN', ['firmCreditCode']);
  const subject = lawyer ?? firm;
  if (!subject?.writable) throw new Refusal('OUT_OF_REACH', [lawyer ? 'lawyerCertificateNo' : 'firmCreditCode']);
  const key = decisionKey(item.decisionNo, subject.id, item.kind);
  const known = desk.decisions.get(key);
  const annulled = annulmentGiven(item, identity.unit);
  if (known) return { row: null, annuls: annulmentOf(known, item, annulled, unitDivision) };
  const row = rowOf(item, id, { lawyerId: lawyer?.id ?? null, firmId: firm?.id ?? null }, annulled);
  desk.decisions.set(key, {
    id,
    decisionNo: item.decisionNo,
    lawyerId: row.lawyer_id,
    firmId: row.firm_id,
    kind: item.kind,
    effectiveOn: item.effectiveOn,
    annulledOn: row.annulled_on,
    authority: item.authority,
    authorityLevel: item.authorityLevel,
  });
  return { row, annuls: null };
}

/** A decision on record sent again can only be its annulment, by a unit of its level. */
function annulmentOf(
  known: RecordedDecision,
  item: PushedSanction,
  annulled: Annulment | null,
  unitDivision: string,
): Annulled {
  if (known.effectiveOn !== item.effectiveOn) throw new Refusal('SANCTION_MISMATCH', ['effectiveOn']);
  if (known.annulledOn !== null) throw new Refusal('SANCTION_ANNULLED', ['decisionNo']);
  if (annulled === null) throw new Refusal('KEY_CONFLICT', ['decisionNo']);
  if (!mayRecordDecisionOf(unitDivision, known.authorityLevel))
    throw new Refusal('AUTHORITY_NOT_YOURS', ['decisionNo']);
  return { decision: known, ...annulled };
}

/** The annulment an item carries; the recording unit is the body that annulled unless another is named. */
function annulmentGiven(item: PushedSanction, unit: Unit | null): Annulment | null {
  if (item.annulledOn == null) return null;
  return {
    annulledOn: item.annulledOn,
    annulmentNo: item.annulmentNo ?? null,
    annulledBy: item.annulledBy ?? unit?.name ?? item.authority,
    annulledByLevel: item.annulledByLevel ?? levelOf(unit?.divisionCode ?? ''),
  };
}

type Subject = { readonly lawyerId: string | null; readonly firmId: string | null };

function rowOf(
  item: PushedSanction,
  id: string,
  { lawyerId, firmId }: Subject,
  annulled: Annulment | null,
): SanctionRow {
  return {
    id,
    lawyer_id: lawyerId,
    firm_id: firmId,
    kind: item.kind,
    authority: item.authority,
    authority_level: item.authorityLevel,
    decision_no: item.decisionNo,
    legal_basis: item.legalBasis,
    fine_yuan: item.fineYuan ?? null,
    decided_on: item.decidedOn,
    effective_on: item.effectiveOn,
    ends_on: item.endsOn ?? null,
    public_from: item.publicFrom ?? null,
    public_until: item.publicUntil ?? null,
    annulled_on: annulled?.annulledOn ?? null,
    annulment_no: annulled?.annulmentNo ?? null,
    annulled_by: annulled?.annulledBy ?? null,
    annulled_by_level: annulled?.annulledByLevel ?? null,
    summary: item.summary,
    decision_text: item.decisionText ?? null,
    source: item.source ?? item.authority,
    as_of: item.asOf,
  };
}
