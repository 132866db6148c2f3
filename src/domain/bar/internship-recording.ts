import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import { isUuid, uuidv7 } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, type NewItem, recordBatch } from '../../operation/batch.js';
import type { InternRegistry, RegisteredFirm } from './intern-registry.js';
import { checkInternship, type PushedInternship } from './internship.rule.js';
import {
  type InternshipRow,
  insertInternships,
  insertOpinions,
  internsAmong,
  type OpinionRow,
  takeInternTurn,
} from './internship-write.store.js';
import type { RegisteredLawyer } from './roster-registry.js';

/**
 * Records applications for registration as an intern, item by item; the courts that one declares are asked at once. Items
 * are refused with what `checkInternship` throws, FIRM_UNKNOWN, FIRM_CLOSED, LAWYER_UNKNOWN, LAWYER_NOT_PRACTISING,
 * MENTOR_ELSEWHERE, COURT_UNKNOWN, INTERNSHIP_EXISTS.
 */
export async function recordInternships(
  act: Act,
  crypto: CryptoProvider,
  registry: InternRegistry,
  items: readonly PushedInternship[],
): Promise<ItemAnswer[]> {
  await takeInternTurn(act.handle);
  return recordBatch(act, crypto, 'recordInternships', items, ['internships'], async (fresh) => {
    const outcomes = new Map<number, ItemOutcome>();
    const desk = await laidOut(act, registry, fresh);
    const rows = new Map<number, InternshipRow>();
    const asked: OpinionRow[] = [];
    for (const entry of fresh)
      byItself(outcomes, entry.index, () => {
        const { row, courtIds } = judged(desk, entry, crypto, act.grant.asker.today);
        rows.set(entry.index, row);
        for (const court_id of courtIds) asked.push({ id: uuidv7(), internship_id: row.id, court_id });
      });
    const known = await internsAmong(
      act.handle,
      [...rows.values()].map(({ citizen_id_hash }) => citizen_id_hash),
    );
    for (const [index, row] of rows)
      if (known.has(row.citizen_id_hash)) {
        outcomes.set(index, new Refusal('INTERNSHIP_EXISTS', ['citizenIdNumber']));
        rows.delete(index);
      } else known.add(row.citizen_id_hash);
    const entered = [...rows.values()];
    await insertInternships(act.handle, entered, act.at);
    const ids = new Set(entered.map(({ id }) => id));
    const requests = await insertOpinions(
      act.handle,
      asked.filter(({ internship_id }) => ids.has(internship_id)),
      act.at,
    );
    for (const { id } of entered) act.changed({ event: 'internship.applied', recordId: id, fields: APPLIED });
    for (const id of requests)
      act.changed({
        event: 'former-court-opinion.requested',
        recordId: id,
        fields: ['internship', 'court', 'requestedAt'],
      });
    return outcomes;
  });
}

const APPLIED = ['fullName', 'firm', 'mentor', 'appliedOn', 'declaresCourtWork', 'pledgeSignedOn', 'state'];

interface InternDesk {
  readonly firms: ReadonlyMap<string, RegisteredFirm>;
  readonly lawyers: ReadonlyMap<string, RegisteredLawyer>;
  readonly courts: ReadonlyMap<string, string>;
}

async function laidOut(
  act: Act,
  registry: InternRegistry,
  fresh: readonly NewItem<PushedInternship>[],
): Promise<InternDesk> {
  const on = act.grant.asker.today;
  const items = fresh.map(({ item }) => item);
  const firms = await registry.firms(act.handle, {
    ids: items.flatMap(({ firmId }) => (firmId != null && isUuid(firmId) ? [firmId] : [])),
    creditCodes: items.flatMap(({ firmCreditCode }) => firmCreditCode ?? []),
    on,
  });
  const lawyers = await registry.lawyers(act.handle, {
    ids: [],
    certificateNos: items.map(({ mentorCertificateNo }) => mentorCertificateNo),
    on,
  });
  const codes = [...new Set(items.flatMap(({ formerCourts }) => formerCourts ?? []))];
  const courts = codes.length === 0 ? [] : await registry.courts(act.handle, codes, on);
  return {
    firms: new Map(
      firms.flatMap((firm) => [
        [firm.id, firm],
        [firm.creditCode, firm],
      ]),
    ),
    lawyers: new Map(lawyers.flatMap((lawyer) => lawyer.numbers.map((number) => [number, lawyer] as const))),
    courts: new Map(courts.map(({ code, id }) => [code, id])),
  };
}

function judged(
  desk: InternDesk,
  { item, id }: NewItem<PushedInternship>,
  crypto: CryptoProvider,
  today: string,
): { row: InternshipRow; courtIds: readonly string[] } {
  const { fullName, citizenIdNumber } = checkInternship(item, today);
  const firmPath = item.firmId != null ? 'firmId' : 'firmCreditCode';
  const firm = desk.firms.get(item.firmId?.toLowerCase() ?? (item.firmCreditCode as string));
  if (!firm) throw new Refusal('FIRM_UNKNOWN', [firmPath]);
  if (!firm.isStanding) throw new Refusal('FIRM_CLOSED', [firmPath]);
  const mentor = desk.lawyers.get(item.mentorCertificateNo);
  if (!mentor) throw new Refusal('LAWYER_UNKNOWN', ['mentorCertificateNo']);
  if (!mentor.isPractising) throw new Refusal('LAWYER_NOT_PRACTISING', ['mentorCertificateNo']);
  if (mentor.firmId !== firm.id) throw new Refusal('MENTOR_ELSEWHERE', ['mentorCertificateNo']);
  const courtIds = (item.formerCourts ?? []).map((code, index) => {
    const court = desk.courts.get(code);
    if (!court) throw new Refusal('COURT_UNKNOWN', ['formerCourts', index]);
    return court;
  });
  const row: InternshipRow = {
    id,
    full_name: fullName,
    citizen_id_hash: crypto.match(citizenIdNumber),
    citizen_id_sealed: crypto.seal(citizenIdNumber),
    firm_id: firm.id,
    division_code: firm.divisionCode,
    mentor_id: mentor.id,
    applied_on: item.appliedOn,
    declares_court_work: item.formerCourts == null ? null : courtIds.length > 0,
    pledge_signed_on: item.pledgeSignedOn ?? null,
    state: courtIds.length > 0 ? 'OPINION_REQUESTED' : 'APPLIED',
  };
  return { row, courtIds: [...new Set(courtIds)] };
}
