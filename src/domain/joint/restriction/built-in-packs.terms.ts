import { nationalPack } from './national-pack.terms.js';
import type { RulePack } from './pack.terms.js';

/**
 * The province's pack. It decides no open point otherwise than the nation; until the text of a provincial rule for staff
 * outside the establishment is at hand (legal-rules 12, point 11), a person looks at them.
 */
export const provincePack: RulePack = {
  code: 'CN-33-PROVINCE',
  version: '2023-1',
  issuer: '浙江省高级人民法院、浙江省司法厅、浙江省律师协会',
  title: '浙江省离任人员从业限制口径',
  layer: 'PROVINCE',
  effectiveFrom: '2023-09-18',
  effectiveUntil: null,
  norms: [{ code: 'LOCAL', from: '2023-09-18', until: null }],
  switches: { contractStaffLocal: 'REVIEW' },
};

/**
 * Source 004, a district's draft for comment, for its list of special relations (特殊关系, art. 4, 8). By its art. 17 it
 * lasted two years from 2024-06-01: since 2026-06-01 nothing of it counts.
 */
export const bazhouPack: RulePack = {
  code: 'CN-511902-CONTACT',
  version: '2024-draft',
  issuer: '巴中市巴州区司法局',
  title: '巴州区规范律师与司法人员接触交往行为暂行规定(征求意见稿)',
  layer: 'LOCAL',
  effectiveFrom: '2024-06-01',
  effectiveUntil: '2026-05-31',
  norms: [{ code: 'BZ8', from: '2024-06-01', until: null }],
  switches: {},
};

/** The packs Lushu comes with. */
export const builtInPacks: readonly RulePack[] = [nationalPack, provincePack, bazhouPack];
