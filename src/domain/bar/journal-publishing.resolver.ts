import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import { selectedFields } from '../../operation/selection.js';
import { issuesByIds } from './journal.store.js';
import { JournalIssue } from './journal.type.js';
import { JournalIssueInput } from './journal-input.type.js';
import { publishJournalIssue } from './journal-publishing.js';

/** Editors publish the journals of their own institution. Basis: LB-10. */
@Resolver()
export class JournalPublishingResolver {
  @Mutation(() => JournalIssue, {
    description:
      'Publishes an issue of a journal of your own institution, with its articles (刊期发布). Errors: JOURNAL_UNKNOWN, NOT_PUBLISHER, ISSUE_EXISTS, AUDIENCE_REQUIRED, BASIS_REQUIRED, FIELD_NOT_ALLOWED, TEXT_INVALID, BATCH_EMPTY, BATCH_TOO_LARGE, KEY_CONFLICT. Basis: LB-10.',
  })
  async publishJournalIssue(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => JournalIssueInput) input: JournalIssueInput,
  ) {
    const id = await publishJournalIssue(actOf(ask), ask.hub.crypto, input);
    return afterCommit(
      ask,
      async (reading) => (await issuesByIds(reading, [id], selectedFields(info))).get(id) ?? null,
    );
  }
}
