import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/domain/joint/restriction/explain.rule.js';
import { judge } from '../../../../src/domain/joint/restriction/judge.rule.js';
import { nationalPack } from '../../../../src/domain/joint/restriction/national-pack.terms.js';
import { acting } from './cases/acting.js';
import { duties } from './cases/court-duties.js';
import { edges } from './cases/edges.js';
import { joining } from './cases/joining.js';
import { points } from './cases/points.js';
import { act, caseAt, former, join, kin, known, person } from './province.js';

const names = { A: '清河区人民法院' };
const packs = [nationalPack];
const inTwoYears = judge(act('2026-11-20', caseAt('A')), known(former('2025-03-01', 'TRANSFERRED')), packs);
const everything = [...acting, ...joining, ...duties, ...points, ...edges].map((one) => ({
  ids: one.ids,
  verdict: judge(one.question, one.facts, one.packs ?? packs),
}));

describe('the explanation of a verdict', () => {
  it('cites article, level, court and day for the clerk and the lawyer', () => {
    expect(explain(inTwoYears, 'OUTSIDER', names)).toEqual({
      zh: [
        '2026-11-20的结论:永久禁止。',
        '永久禁止,下列法院办理的案件:清河区人民法院(依据:法官法第三十六条第二款、审判人员回避规定(法释〔2011〕12号)第八条、司发通〔2021〕61号第三条第二项;最高层级:法律)。',
        '限制期内,全国,最后限制日为2027-03-01(依据:法官法第三十六条第一款、律师法第四十一条、审判人员回避规定(法释〔2011〕12号)第八条、司发通〔2021〕61号第三条第二项;最高层级:法律)。',
        '登记库数据截至2026-11-19。',
        '规则包:CN-NATIONAL 2026-11-21。',
      ],
      en: [
        'Verdict for 2026-11-20: permanently barred.',
        'Permanently barred, cases handled by 清河区人民法院 (Judges Law art. 36(2); SPC Recusal Rules 2011, art. 8; Opinion Sifatong [2021] 61, art. 3(2); highest level: law).',
        'Restricted, the whole country, up to and including 2027-03-01 (Judges Law art. 36(1); Lawyers Law art. 41; SPC Recusal Rules 2011, art. 8; Opinion Sifatong [2021] 61, art. 3(2); highest level: law).',
        'Registers complete as of 2026-11-19.',
        'Rule packs: CN-NATIONAL 2026-11-21.',
      ],
    });
  });

  it('tells personnel from which day, and both readings of an open point', () => {
    const verdict = judge(join('2026-11-20', 'LAWYER'), known(former('2025-03-01', 'DISCHARGED')), packs);
    const { zh, en } = explain(verdict, 'PERSONNEL', names);
    expect(zh[1]).toBe(
      '被辞退、解聘:需人工审查,下列法院(检察院)的管辖地区:清河区人民法院,最后限制日为2027-03-01,自2025-03-01(实际离开单位)起算(依据:司发通〔2021〕61号第四条第二项;最高层级:规范性文件);存在两种理解:第二条的离任包括辞退、解聘;第四条第二项未列辞退、解聘。',
    );
    expect(en[1]).toContain('counted from 2025-03-01 (exit from the organ)');
    expect(en[1]).toContain('two readings: art. 2 counts discharge as leaving; art. 4(2) does not name discharge');
  });

  it('tells outsiders of a relative only that recusal is to be checked', () => {
    const officers = [{ personId: 'staff', role: 'JUDGE' as const }];
    const question = act('2026-11-20', caseAt('A', { officers }));
    const { zh, en } = explain(judge(question, known(person({ kinships: [kin()] })), packs), 'OUTSIDER', names);
    expect(zh.slice(1, 3)).toEqual([
      '需进行回避审查(依据:审判人员回避规定(法释〔2011〕12号)第九条;最高层级:司法解释)。',
      '需进行回避审查。',
    ]);
    expect(en[2]).toBe('Recusal check required.');
    expect([...zh, ...en].join()).not.toMatch(/配偶|任职回避|spouse|relative|staff/);
  });

  it('says line for line the same in both languages, for every case of the table', () => {
    for (const { ids, verdict } of everything) {
      for (const reader of ['OUTSIDER', 'PERSONNEL'] as const) {
        const { zh, en } = explain(verdict, reader, names);
        expect(en.length, ids.join()).toBe(zh.length);
        expect(en.join(), ids.join()).not.toMatch(/undefined|null|NaN/);
        expect(zh.join(), ids.join()).not.toMatch(/undefined|null|NaN/);
        for (const day of verdict.constraints.flatMap(({ lastRestrictedDay }) => lastRestrictedDay ?? [])) {
          const isOfKin = verdict.constraints.some(({ code }) => code === 'KIN_OF_STAFF');
          if (!isOfKin) expect(zh.join(), ids.join()).toContain(day);
        }
      }
    }
    expect(everything.length).toBeGreaterThan(200);
  });

  it('gives outsiders no word of the personnel file: no cause, no day of leaving, no fact', () => {
    const telling =
      /起算|离任记录|离任方式|编制|开除|辞退|退休|调离|职务|配偶|亲属|counted|dismiss|retire|transfer|rank|post |kin/;
    for (const { ids, verdict } of everything) {
      const { zh, en } = explain(verdict, 'OUTSIDER', names);
      expect([...zh, ...en].join('\n'), ids.join()).not.toMatch(telling);
      for (const { facts, countedFrom } of verdict.constraints) {
        for (const told of [...facts, countedFrom?.on]) {
          if (told && told !== verdict.on) expect(zh.join(), ids.join()).not.toContain(told);
        }
      }
    }
  });
});
