import { randomUUID } from 'node:crypto';
import { at } from '../../kernel/at.js';
import type { CryptoProvider } from '../../kernel/crypto.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Act } from '../../operation/act.js';
import { type Keyed, recordBatch } from '../../operation/batch.js';
import { checkIssue, type PublishedIssue } from './journal-publishing.rule.js';
import { editedPublisher } from './journal-reader.js';
import { bookedJournal, insertArticles, insertIssue } from './journal-write.store.js';

/**
 * Publishes an issue with its articles; answers its id, the same for the same key and content. Throws JOURNAL_UNKNOWN,
 * NOT_PUBLISHER, ISSUE_EXISTS, KEY_CONFLICT and what `checkIssue` throws. Basis: LB-10.
 */
export async function publishJournalIssue(
  act: Act,
  crypto: CryptoProvider,
  issue: PublishedIssue & Keyed,
): Promise<string> {
  const [answer] = await recordBatch(act, crypto, 'publishJournalIssue', [issue], ['input'], async ([fresh]) => {
    await publish(act, (fresh as NonNullable<typeof fresh>).id, issue);
    return new Map();
  });
  if (answer?.kind === 'refused') throw new Refusal(answer.refusal.code, ['input', 'key'], answer.refusal.details);
  return (answer as { id: string }).id;
}

async function publish(act: Act, id: string, sent: PublishedIssue): Promise<void> {
  const issue = at(['input'], () => checkIssue(sent));
  const journal = await bookedJournal(act.handle, issue.journal);
  if (!journal) throw new Refusal('JOURNAL_UNKNOWN', ['input', 'journal']);
  if (journal.publisher !== editedPublisher(act.grant.asker.identity))
    throw new Refusal('NOT_PUBLISHER', ['input', 'journal']);
  if (!(await insertIssue(act.handle, id, journal, issue, act.at)))
    throw new Refusal('ISSUE_EXISTS', ['input', 'number']);
  // Ids without order: those of neighbours in time would tell a reader how many articles are kept from him.
  const articles = issue.articles.map((article) => ({ ...article, id: randomUUID() }));
  await insertArticles(act.handle, id, journal.publisher, articles);
  act.changed({
    event: 'journal-issue.published',
    recordId: id,
    fields: ['journal', 'year', 'number', 'publishedOn', 'audience', 'articles'],
  });
}
