import { sql } from 'drizzle-orm';
import type { RecordPolicy } from '../../policy/record-policy.js';

/** What the matrix words mean for the viewer: every asker has himself. Made from the request, read from no table. */
export const viewerPolicy: RecordPolicy<never> = {
  type: 'Viewer',
  key: sql`null`,
  fields: {},
  reaches: { own: () => sql`true` },
};
