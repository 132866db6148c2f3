import { sql } from 'drizzle-orm';
import { restrictionAlertPolicy } from '../../../src/domain/joint/restriction-alert.policy.js';
import { otherRows } from './columns.js';
import type { Way } from './ways.js';

/** Who is not shown the sentences of an alert is so on every alert: all verdicts differ. */
const otherVerdicts: Way = (_grant, salt) => [
  sql`update joint.restriction_alert set verdict = verdict || jsonb_build_object('registerAsOf', ${salt}::text) where verdict is not null`,
];

/** How restriction alerts are varied where more depends on a value than its own field. */
export const alertWays: Readonly<Record<string, Way>> = {
  'RestrictionAlert.explanationZh': otherVerdicts,
  'RestrictionAlert.explanationEn': otherVerdicts,
  // an answer is recalled once
  'RestrictionAlert rows': (grant, salt) =>
    otherRows(
      restrictionAlertPolicy,
      grant,
      grant.rights.reach('RestrictionAlert') === '-',
      sql`'{"answer_line_id": null}'::jsonb`,
      salt,
    ),
};
