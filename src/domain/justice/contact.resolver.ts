import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { BatchResult, batchResult } from '../../operation/batch-result.type.js';
import { connectionOf } from '../../operation/connection.type.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { type ContactField, contactFields, contactOwners } from './contact.terms.js';
import {
  ContactChangeInput,
  ContactDecisionInput,
  ContactFieldOwner,
  ContactInput,
  ContactProposal,
  ContactProposalConnection,
} from './contact.type.js';
import { decideContactProposal, proposeContactChange, recordContacts } from './contact-change.js';
import { countProposals, listProposals, proposalById } from './contact-proposal.store.js';
import { ProposalStateEnum } from './enums.type.js';

/** Contact data has two updaters; each field has one owner (source 000 art. 9). */
@Resolver()
export class ContactResolver {
  @Query(() => [ContactFieldOwner], {
    description: 'Which institution owns which contact field (字段归口). Basis: LB-01.',
  })
  contactFieldOwners() {
    return Object.entries(contactOwners).map(([field, { owner }]) => ({
      field,
      owner,
      zh: contactFields[field as ContactField],
    }));
  }

  @Query(() => ContactProposalConnection, {
    description: 'Contact proposals within reach, oldest first. Basis: LB-01.',
  })
  async contactProposals(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => ProposalStateEnum, { nullable: true }) state?: string | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listProposals(reading, state ?? null, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countProposals(reading, state ?? null) : undefined;
    return connectionOf(rows, page, 'contact-proposals', total);
  }

  @Mutation(() => BatchResult, {
    description:
      'Records contact values, each field by its owner (联系信息登记). Per item: NOT_FIELD_OWNER, LAWYER_UNKNOWN, OUT_OF_REACH, PHONE_INVALID, EMAIL_INVALID, TEXT_INVALID. Basis: LB-01.',
  })
  async recordContacts(@Ctx() ask: Ask, @Arg('contacts', () => [ContactInput]) contacts: ContactInput[]) {
    return batchResult(await recordContacts(actOf(ask), ask.hub.crypto, contacts));
  }

  @Mutation(() => ContactProposal, {
    description:
      'Proposes a value for a field owned by another institution (联系信息变更建议). Errors: FIELD_NOT_ALLOWED (the field is your own), ARGUMENT_FORBIDDEN, LAWYER_UNKNOWN, OUT_OF_REACH, KEY_CONFLICT. Basis: LB-01.',
  })
  async proposeContactChange(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ContactChangeInput) input: ContactChangeInput,
  ) {
    const id = await proposeContactChange(actOf(ask), ask.hub.crypto, input);
    return afterCommit(ask, async (reading) => proposalById(reading, id, selectedFields(info)));
  }

  @Mutation(() => ContactProposal, {
    description:
      'The owner accepts or declines a proposal (建议处理). Errors: NOT_FOUND, NOT_FIELD_OWNER, OUT_OF_REACH, PROPOSAL_DECIDED, FIELD_REQUIRED. Basis: LB-01.',
  })
  async decideContactProposal(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ContactDecisionInput) input: ContactDecisionInput,
  ) {
    const id = await decideContactProposal(actOf(ask), input);
    return afterCommit(ask, async (reading) => proposalById(reading, id, selectedFields(info)));
  }
}
