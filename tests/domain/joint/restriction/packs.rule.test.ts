import { describe, expect, it } from 'vitest';
import {
  bazhouPack,
  builtInPacks,
  provincePack,
} from '../../../../src/domain/joint/restriction/built-in-packs.terms.js';
import { judge } from '../../../../src/domain/joint/restriction/judge.rule.js';
import { defaultSwitches, nationalPack } from '../../../../src/domain/joint/restriction/national-pack.terms.js';
import { norms } from '../../../../src/domain/joint/restriction/norm.terms.js';
import { type OpenPoint, openPoints, type RulePack } from '../../../../src/domain/joint/restriction/pack.terms.js';
import { rulebookOn } from '../../../../src/domain/joint/restriction/rulebook.rule.js';
import { acting } from './cases/acting.js';
import { edges } from './cases/edges.js';
import { joining } from './cases/joining.js';
import { points } from './cases/points.js';
import { act, caseAt, former, kin, known, left, person, service } from './province.js';

const decided = (switches: RulePack['switches'], extras: Partial<RulePack> = {}): RulePack => ({
  ...nationalPack,
  code: 'TEST',
  layer: 'PROVINCE',
  norms: provincePack.norms,
  switches,
  ...extras,
});

/** A judge whose removal, approval, exit and end of post fall on four days. */
const manyDays = known(
  person({
    services: [service({ until: '2024-11-25' })],
    departures: [
      left('2024-11-21', 'TRANSFERRED', {
        days: [
          { kind: 'RESIGNATION_APPROVED', on: '2024-11-01' },
          { kind: 'EXIT', on: '2024-11-21' },
          { kind: 'REMOVED_FROM_OFFICE', on: '2024-12-20' },
        ],
      }),
    ],
  }),
);
const asked = [...acting, ...joining, ...points, ...edges].map(({ question, facts }) => ({ question, facts }));
const onDay = (on: string) => ({ question: act(on, caseAt('C')), facts: manyDays });
const everything = [...asked, onDay('2026-11-22'), onDay('2026-11-26')];

const answers = (pack: RulePack) =>
  everything.map(({ question, facts }) => JSON.stringify(judge(question, facts, [nationalPack, pack]).constraints));

describe('rule packs', () => {
  it.each(Object.keys(openPoints) as OpenPoint[])('let the customer decide %s, every choice otherwise', (point) => {
    const { choices } = openPoints[point];
    const given = choices.map((choice) => answers(decided({ [point]: choice })));
    const differ = (a: number, b: number) => given[a]?.some((answer, at) => answer !== given[b]?.[at]);
    const pairs = choices.flatMap((_, a) => choices.slice(a + 1).map((_, b) => [a, a + 1 + b] as const));
    expect(pairs.filter(([a, b]) => !differ(a, b)).map(([a, b]) => `${choices[a]} as ${choices[b]}`)).toEqual([]);
  });

  it('have a default for every open point, which is one of its choices', () => {
    const points = Object.entries(openPoints);
    expect(Object.keys(defaultSwitches).sort()).toEqual(points.map(([point]) => point).sort());
    for (const [point, { choices }] of points) expect(choices).toContain(defaultSwitches[point as OpenPoint]);
    expect(points).toHaveLength(22);
  });

  it('bring every norm that the rules can cite', () => {
    const brought = new Set(builtInPacks.flatMap((pack) => pack.norms.map(({ code }) => code)));
    expect(Object.keys(norms).filter((code) => !brought.has(code as never))).toEqual([]);
  });

  it('count the latest of exit and end of post by default, and say which it was', () => {
    const verdict = judge(act('2026-11-25', caseAt('C')), manyDays, [nationalPack]);
    expect(verdict.lastRestrictedDay).toBe('2026-11-25');
    expect(verdict.constraints[0]?.countedFrom).toEqual({ kind: 'POST_END', on: '2024-11-25' });
  });

  it.each([
    ['EXIT_ONLY', '2026-11-21', 'EXIT'],
    ['LATEST_OF_ALL', '2026-12-20', 'REMOVED_FROM_OFFICE'],
  ] as const)('may count %s instead', (leavingDay, last, kind) => {
    const verdict = judge(act('2026-11-20', caseAt('C')), manyDays, [nationalPack, decided({ leavingDay })]);
    expect(verdict.lastRestrictedDay).toBe(last);
    expect(verdict.constraints[0]?.countedFrom?.kind).toBe(kind);
  });

  it('are named in the verdict, those in force on the day only', () => {
    const versions = (on: string) => judge(act(on, caseAt('C')), known(person()), builtInPacks).packVersions;
    const code = ({ code: name, version }: RulePack) => ({ code: name, version });
    expect(versions('2026-05-31')).toEqual([nationalPack, provincePack, bazhouPack].map(code));
    expect(versions('2026-06-01')).toEqual([nationalPack, provincePack].map(code));
    expect(versions('2023-09-17')).toEqual([nationalPack].map(code));
  });

  it('stop counting the day after their last: 004 ended on 2026-05-31', () => {
    const facts = known(person({ kinships: [kin({ relation: 'CHILD_SPOUSE' })] }));
    const officers = [{ personId: 'staff', role: 'JUDGE' as const }];
    const alerts = (on: string) =>
      judge(act(on, caseAt('A', { officers })), facts, builtInPacks).alerts.map(({ code }) => code);
    expect(alerts('2024-05-31')).not.toContain('TIE_TO_DISCLOSE');
    expect(alerts('2024-06-01')).toContain('TIE_TO_DISCLOSE');
    expect(alerts('2026-05-31')).toContain('TIE_TO_DISCLOSE');
    expect(alerts('2026-06-01')).not.toContain('TIE_TO_DISCLOSE');
  });

  it('follow each other by version: the one in force that began last decides', () => {
    const next = {
      ...nationalPack,
      version: '2027',
      effectiveFrom: '2026-12-01',
      switches: { secondment: 'IGNORE' },
    } as const;
    expect(rulebookOn([next, nationalPack], '2026-11-30').versions).toEqual([
      { code: 'CN-NATIONAL', version: '2026-11-21' },
    ]);
    expect(rulebookOn([nationalPack, next], '2026-12-01').versions).toEqual([{ code: 'CN-NATIONAL', version: '2027' }]);
    expect(rulebookOn([nationalPack, next], '2026-12-01').switches.secondment).toBe('IGNORE');
  });

  it('let the province decide before the nation, and a locality before the province', () => {
    const province = decided({ secondment: 'RESTRICT' });
    const local = decided({ secondment: 'IGNORE' }, { code: 'LOCAL', layer: 'LOCAL', effectiveFrom: '2000-01-01' });
    expect(rulebookOn([local, province, nationalPack], '2026-11-20').switches.secondment).toBe('IGNORE');
    expect(rulebookOn([province, nationalPack], '2026-11-20').switches.secondment).toBe('RESTRICT');
  });

  it('end a norm without ending the pack', () => {
    const ended = { ...nationalPack, norms: nationalPack.norms.map((norm) => ({ ...norm, until: '2026-11-20' })) };
    const verdict = (on: string) => judge(act(on, caseAt('A')), known(former('2025-03-01', 'TRANSFERRED')), [ended]);
    expect(verdict('2026-11-20').headline).toBe('PERMANENTLY_BARRED');
    expect(verdict('2026-11-21').constraints).toEqual([]);
  });

  it('permit nothing on a day without a national pack', () => {
    const verdict = judge(act('2008-05-31', caseAt('C')), known(person({ licences: [] })), builtInPacks);
    expect(verdict.headline).toBe('NEEDS_REVIEW');
    expect(verdict.constraints.map(({ code }) => code)).toEqual(['NO_RULES']);
  });
});
