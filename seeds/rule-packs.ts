import type { WriteHandle } from '../src/db/handle.js';
import { insertPacks, type PackRow } from '../src/domain/hub/rule-pack-write.store.js';
import { idsOf } from './random.js';

const packIdOf = idsOf('lushu', 'rule-pack');

/** Two packs of the sources: the province's own opinions, and a district's draft that ended on its own words (004 art. 17). */
const packs: readonly PackRow[] = [
  {
    code: 'ZJ-INTERACTION',
    title: '关于新形势下健全法官与律师良性互动机制 促进法律职业共同体建设的意见',
    issuer: '浙江省高级人民法院、浙江省司法厅、浙江省律师协会',
    version: '2023',
    effective_from: '2023-09-18',
    effective_until: null,
    switches: [
      { name: 'intern', kind: 'CHOICE' as const, value: 'REVIEW' },
      { name: 'successorCourt', kind: 'CHOICE' as const, value: 'RESTRICT' },
      { name: 'opinionAfterPeriod', kind: 'CHOICE' as const, value: 'APPROVAL' },
    ],
  },
  {
    code: 'BAZHOU-CONTACT',
    title: '巴州区规范律师与司法人员接触交往行为暂行规定(征求意见稿)',
    issuer: '巴中市巴州区司法局',
    version: '2024-draft',
    effective_from: '2024-06-01',
    effective_until: '2026-05-31',
    switches: [{ name: 'contractStaffLocal', kind: 'CHOICE' as const, value: 'IGNORE' }],
  },
].map((pack, n) => ({ id: packIdOf(n), ...pack, announced_by: 'seed' }));

/** Enters the packs; answers how many. */
export async function announcePacks(handle: WriteHandle, at: Date): Promise<{ packs: number }> {
  await insertPacks(handle, packs, at);
  return { packs: packs.length };
}
