import type { RecordPolicy } from '../../policy/record-policy.js';
import { rulePack } from './rule-pack.table.js';

type PackField =
  | 'code'
  | 'title'
  | 'issuer'
  | 'version'
  | 'effectiveFrom'
  | 'effectiveUntil'
  | 'switches'
  | 'announcedAt';

/** What the matrix words mean for a rule pack; everybody reads all of them. Who announced it is in the trail. */
export const rulePackPolicy: RecordPolicy<PackField> = {
  type: 'RulePack',
  key: rulePack.id,
  fields: {
    code: rulePack.code,
    title: rulePack.title,
    issuer: rulePack.issuer,
    version: rulePack.version,
    effectiveFrom: rulePack.effectiveFrom,
    effectiveUntil: rulePack.effectiveUntil,
    switches: rulePack.switches,
    announcedAt: rulePack.announcedAt,
  },
};
