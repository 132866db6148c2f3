import { expect, it } from 'vitest';
import { type AnnouncedPack, checkPack, placed, type StandingPack } from '../../../src/domain/hub/rule-pack.rule.js';
import { Refusal } from '../../../src/kernel/refusal.js';

const said = <T>(check: () => T) => {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.code} ${error.at.join('.')}`;
  }
};
const pack: AnnouncedPack = {
  code: 'CN-61-2021',
  title: '关于进一步规范法院、检察院离任人员从事律师职业的意见',
  issuer: '最高人民法院、最高人民检察院、司法部',
  version: '2026.1',
  effectiveFrom: '2026-06-01',
  switches: [],
};
const by = (name: string, kind: 'BOOLEAN' | 'NUMBER' | 'CHOICE', value: string) => ({ name, kind, value });

it.each([
  [{}, 'good'],
  [{ code: 'cn' }, 'TEXT_INVALID code'],
  [{ code: '-A' }, 'TEXT_INVALID code'],
  [{ version: '' }, 'TEXT_INVALID version'],
  [{ title: ' ' }, 'TEXT_INVALID title'],
  [{ issuer: '' }, 'TEXT_INVALID issuer'],
  [{ effectiveUntil: '2026-05-31' }, 'PERIOD_INVALID effectiveUntil'],
  [{ effectiveUntil: '2026-06-01' }, 'good'],
  [
    { switches: [by('intern', 'CHOICE', 'REVIEW'), by('days', 'NUMBER', '-30'), by('isLocal', 'BOOLEAN', 'true')] },
    'good',
  ],
  [
    { switches: [by('intern', 'CHOICE', 'REVIEW'), by('intern', 'CHOICE', 'RESTRICT')] },
    'SWITCH_INVALID switches.1.name',
  ],
  [{ switches: [by('In tern', 'CHOICE', 'REVIEW')] }, 'SWITCH_INVALID switches.0.name'],
  [{ switches: [by('intern', 'CHOICE', 'review')] }, 'SWITCH_INVALID switches.0.value'],
  [{ switches: [by('days', 'NUMBER', '1.5')] }, 'SWITCH_INVALID switches.0.value'],
  [{ switches: [by('days', 'NUMBER', '007')] }, 'SWITCH_INVALID switches.0.value'],
  [{ switches: [by('isLocal', 'BOOLEAN', 'yes')] }, 'SWITCH_INVALID switches.0.value'],
  [{ switches: Array.from({ length: 201 }, (_, n) => by(`s${n}`, 'NUMBER', '1')) }, 'BATCH_TOO_LARGE switches'],
] as [Partial<AnnouncedPack>, string][])('a pack with %j: %s', (extra, expected) => {
  const answer = said(() => checkPack({ ...pack, ...extra }));
  expect(typeof answer === 'string' ? answer : 'good').toBe(expected);
});

const first: StandingPack = { id: '1', version: '2024.1', effectiveFrom: '2024-06-01', effectiveUntil: '2025-05-31' };
const second: StandingPack = { id: '2', version: '2025.1', effectiveFrom: '2025-06-01', effectiveUntil: null };

it.each([
  ['nothing stands', [], {}, null],
  ['the other is over', [first], {}, null],
  ['the other runs on', [first, second], {}, 'RULE_PACK_OVERLAPS effectiveFrom'],
  ['the other is superseded', [first, second], { supersedes: '2025.1' }, { id: '2', effectiveUntil: '2026-05-31' }],
  ['what is superseded was over', [first], { supersedes: '2024.1' }, null],
  ['what is superseded is unknown', [first], { supersedes: '2023.1' }, 'RULE_PACK_UNKNOWN supersedes'],
  [
    'it begins with what it supersedes',
    [second],
    { supersedes: '2025.1', effectiveFrom: '2025-06-01' },
    'RULE_PACK_OVERLAPS effectiveFrom',
  ],
  [
    'it begins a day after what it supersedes',
    [second],
    { supersedes: '2025.1', effectiveFrom: '2025-06-02' },
    { id: '2', effectiveUntil: '2025-06-01' },
  ],
  ['it lies before the others', [first], { effectiveFrom: '2024-01-01', effectiveUntil: '2024-05-31' }, null],
  [
    'it reaches into the next',
    [first],
    { effectiveFrom: '2024-01-01', effectiveUntil: '2024-06-01' },
    'RULE_PACK_OVERLAPS effectiveFrom',
  ],
  ['it has no end before the next', [first], { effectiveFrom: '2024-01-01' }, 'RULE_PACK_OVERLAPS effectiveFrom'],
  [
    'its first day is the last of another',
    [first],
    { effectiveFrom: '2025-05-31' },
    'RULE_PACK_OVERLAPS effectiveFrom',
  ],
  ['its version is on record', [first], { version: '2024.1' }, 'RULE_PACK_EXISTS version'],
  [
    'superseding one it meets another',
    [first, second],
    { supersedes: '2024.1', effectiveFrom: '2025-03-01' },
    'RULE_PACK_OVERLAPS effectiveFrom',
  ],
] as [string, StandingPack[], Partial<AnnouncedPack>, unknown][])('%s', (_name, standing, extra, expected) => {
  expect(said(() => placed({ ...pack, ...extra }, standing))).toEqual(expected);
});
