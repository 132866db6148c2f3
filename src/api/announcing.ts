import { appendAudit } from '../audit/audit-line.store.js';
import { announcePolicy } from '../audit/policy-epoch.js';
import { uuidv7 } from '../kernel/uuid.js';
import type { Hub } from '../operation/ask.js';

/** Puts this hub's policy in force. When it is another one than before, the trail says which. */
export async function announce({ database, clock }: Hub, policy: string): Promise<void> {
  await database.transaction(async (handle) => {
    if (!(await announcePolicy(handle, policy))) return;
    await appendAudit(handle, clock.now(), [
      {
        kind: 'RECORDED',
        outcome: 'ANSWERED',
        correlationId: uuidv7(),
        operation: 'policy',
        records: { Policy: [policy] },
      },
    ]);
  });
}
