import { at } from '../../kernel/at.js';
import { parseCertificateNo } from '../../kernel/certificate-number.js';
import { dayOf } from '../../kernel/clock.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { earlier } from '../../kernel/day.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Act } from '../../operation/act.js';
import { byItself, type ItemAnswer, type ItemOutcome, recordBatch } from '../../operation/batch.js';
import { type ContactValues, parseContact, parseContacts } from './contact.rule.js';
import { type ContactField, contactOwners } from './contact.terms.js';
import {
  type ContactWrite,
  decideProposal,
  insertProposals,
  openProposal,
  updateContacts,
} from './contact-write.store.js';
import { type BookedLawyer, bookedLawyers, takeWritersTurn } from './licence-book.store.js';

/** Contact values of one lawyer as they come in from an owner. */
export interface PushedContact extends ContactValues {
  readonly key: string;
  readonly certificateNo: string;
  readonly source?: string | null;
  readonly asOf: string;
}

/** A proposal as it comes in. */
export interface PushedProposal {
  readonly key: string;
  readonly certificateNo?: string | null;
  readonly field: ContactField;
  readonly value?: string | null;
  readonly asOf: string;
  readonly source?: string | null;
}

const institutionOf = (act: Act) => act.grant.asker.identity.institution;

/** Records contact values, item by item, each field by its owner only. */
export async function recordContacts(
  act: Act,
  crypto: CryptoProvider,
  contacts: readonly PushedContact[],
): Promise<ItemAnswer[]> {
  await takeWritersTurn(act);
  return recordBatch(act, crypto, 'recordContacts', contacts, ['contacts'], async (fresh) => {
    const lawyers = await lawyersByNumber(
      act,
      fresh.map(({ item }) => item.certificateNo),
    );
    const outcomes = new Map<number, ItemOutcome>();
    const writes: ContactWrite[] = [];
    for (const { item, index } of fresh) {
      byItself(outcomes, index, () => {
        const lawyer = reached(act, lawyers, item.certificateNo);
        const values = [...parseContacts(item)];
        if (values.length === 0) throw new Refusal('FIELD_REQUIRED', ['mobile']);
        for (const [field] of values)
          if (contactOwners[field].owner !== institutionOf(act))
            throw new Refusal('NOT_FIELD_OWNER', [contactOwners[field].input]);
        const day = earlier(dayOf(new Date(item.asOf)), act.grant.asker.today);
        for (const [field] of values)
          if (day < (lawyer.contactDays[field] ?? '')) throw new Refusal('STALE_VALUE', ['asOf']);
        for (const [field, value] of values) writes.push({ id: lawyer.id, field, value, day });
        outcomes.set(index, { recordId: lawyer.id });
        act.changed({
          event: 'contact.recorded',
          recordId: lawyer.id,
          fields: values.map(([field]) => contactOwners[field].input),
        });
      });
    }
    await updateContacts(act.handle, writes, act.at);
    return outcomes;
  });
}

/** Proposes a value for a field that the asker does not own; answers the id of the proposal. */
export async function proposeContactChange(
  act: Act,
  crypto: CryptoProvider,
  proposal: PushedProposal,
): Promise<string> {
  await takeWritersTurn(act);
  const [answer] = await recordBatch(act, crypto, 'proposeContactChange', [proposal], [], async ([fresh]) => {
    const { item, id } = fresh as NonNullable<typeof fresh>;
    const { owner, input } = contactOwners[item.field];
    const proposer = institutionOf(act);
    if (owner === proposer) throw new Refusal('FIELD_NOT_ALLOWED', ['input', 'field']);
    if (act.grant.rights.field(`Lawyer.${input}`) === '-')
      throw new Refusal('ARGUMENT_FORBIDDEN', ['input', 'field'], { coordinate: `Lawyer.${input}` });
    const value =
      item.value == null ? null : at(['input', 'value'], () => parseContact(item.field, item.value as string));
    const source =
      item.source == null
        ? proposer.toLowerCase()
        : at(['input', 'source'], () => plainText(item.source as string, 100));
    const lawyer = await proposedLawyer(act, item.certificateNo ?? null);
    const { unit } = act.grant.asker.identity;
    await insertProposals(
      act.handle,
      [
        {
          id,
          lawyer_id: lawyer.id,
          field: item.field,
          value,
          owned_by: owner,
          proposed_by: proposer,
          proposed_unit: unit?.code ?? null,
          source,
          as_of: item.asOf,
        },
      ],
      act.at,
    );
    act.changed({ event: 'contact-proposal.made', recordId: id, fields: ['state', 'value'] });
    return new Map();
  });
  if (answer?.kind === 'refused') throw new Refusal(answer.refusal.code, ['input', 'key'], answer.refusal.details);
  return (answer as { id: string }).id;
}

/** Accepts or declines a proposal, by the owner of the field. */
export async function decideContactProposal(
  act: Act,
  decision: { id: string; accept: boolean; reason?: string | null },
): Promise<string> {
  await takeWritersTurn(act);
  const { id, accept } = decision;
  const open = isUuid(id) ? await openProposal(act, id) : null;
  if (!open) throw new Refusal('NOT_FOUND', ['input', 'id']);
  if (open.ownedBy !== institutionOf(act)) throw new Refusal('NOT_FIELD_OWNER', ['input', 'id']);
  if (!open.writable) throw new Refusal('OUT_OF_REACH', ['input', 'id']);
  if (open.state !== 'PENDING') throw new Refusal('PROPOSAL_DECIDED', ['input', 'id']);
  if (!accept && decision.reason == null) throw new Refusal('FIELD_REQUIRED', ['input', 'reason']);
  const reason =
    decision.reason == null ? null : at(['input', 'reason'], () => plainText(decision.reason as string, 500));
  await decideProposal(act, id, accept ? 'ACCEPTED' : 'DECLINED', reason);
  act.changed({ event: 'contact-proposal.decided', recordId: id, fields: ['state', 'decidedAt', 'decisionReason'] });
  if (accept) {
    await updateContacts(
      act.handle,
      [{ id: open.lawyerId, field: open.field, value: open.value, day: act.grant.asker.today }],
      act.at,
    );
    act.changed({ event: 'contact.recorded', recordId: open.lawyerId, fields: [contactOwners[open.field].input] });
  }
  return id;
}

async function lawyersByNumber(act: Act, numbers: readonly string[]): Promise<Map<string, BookedLawyer>> {
  const lawyers = await bookedLawyers(act, { lawyerIds: [], certificateNos: numbers, citizenIdHashes: [] });
  return new Map(lawyers.flatMap((lawyer) => lawyer.numbers.map((number) => [number, lawyer] as const)));
}

function reached(act: Act, lawyers: ReadonlyMap<string, BookedLawyer>, number: string): BookedLawyer {
  at(['certificateNo'], () => parseCertificateNo(number, act.grant.asker.today));
  const lawyer = lawyers.get(number);
  if (!lawyer) throw new Refusal('LAWYER_UNKNOWN', ['certificateNo']);
  if (!lawyer.writable) throw new Refusal('OUT_OF_REACH', ['certificateNo']);
  return lawyer;
}

async function proposedLawyer(act: Act, number: string | null): Promise<BookedLawyer> {
  const { lawyerId } = act.grant.asker.identity;
  if (lawyerId === null && number === null) throw new Refusal('FIELD_REQUIRED', ['input', 'certificateNo']);
  if (lawyerId !== null) {
    const [own] = await bookedLawyers(act, { lawyerIds: [lawyerId], certificateNos: [], citizenIdHashes: [] });
    if (!own || (number !== null && !own.numbers.includes(number)))
      throw new Refusal('LAWYER_UNKNOWN', ['input', 'certificateNo']);
    return own;
  }
  const lawyers = await lawyersByNumber(act, [number as string]);
  return at(['input'], () => reached(act, lawyers, number as string));
}
