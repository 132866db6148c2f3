import type { AuthorityLevel, PenaltyBasis } from '../src/domain/justice/licence.terms.js';
import type { Day } from '../src/kernel/day.js';
import { type Authority, barAuthority, cityAuthority, provincialAuthority } from './bureaus.js';
import { dayOfNumber, years } from './calendar.js';
import type { Random } from './random.js';

/** 警告, 罚款, 停止执业, 吊销 by the justice organs; 通报批评, 公开谴责 by the bar. */
export type SeedSanctionKind = 'WARNING' | 'FINE' | 'SUSPENSION' | 'REVOCATION' | 'CRITICISM' | 'CENSURE';

/** A penalty or a measure of discipline (row N14). `endsOn` is the last day of a suspension, `publicUntil` of publicity. */
export interface SeedSanction {
  readonly id: string;
  readonly kind: SeedSanctionKind;
  readonly authority: string;
  readonly authorityLevel: AuthorityLevel;
  readonly decisionNo: string;
  /** Null for discipline, which rests on the rules of the bar. */
  readonly legalBasis: PenaltyBasis | null;
  readonly decidedOn: Day;
  readonly effectiveOn: Day;
  readonly endsOn: Day | null;
  readonly publicFrom: Day | null;
  readonly publicUntil: Day | null;
  readonly annulledOn: Day | null;
  readonly summary: string;
  readonly decisionText: string;
}

/** What happened, in day numbers: `from` is the day of effect, `annulled` that of the annulment. */
export interface Verdict {
  readonly kind: SeedSanctionKind;
  readonly basis: PenaltyBasis | null;
  readonly from: number;
  readonly until?: Day;
  readonly annulled?: number;
}

/** On whom, where, and the ordinal that makes the decision number unique. */
export interface Offender {
  readonly id: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly ordinal: string;
}

const NAMES: Readonly<Record<SeedSanctionKind, string>> = {
  WARNING: '警告',
  FINE: '罚款人民币五千元',
  SUSPENSION: '停止执业',
  REVOCATION: '吊销律师执业证书',
  CRITICISM: '通报批评',
  CENSURE: '公开谴责',
};
const MISCONDUCT: Readonly<Record<PenaltyBasis | 'BAR', readonly string[]>> = {
  LAWYERS_LAW_47: ['以不正当手段承揽业务', '在同一案件中为双方当事人担任代理人', '同时在两个以上律师事务所执业'],
  LAWYERS_LAW_48: ['私自接受委托并收取费用', '接受委托后无正当理由不按时出庭', '泄露委托人的商业秘密'],
  LAWYERS_LAW_49: ['违反规定会见法官', '故意提供虚假证据', '因故意犯罪受到刑事处罚'],
  LAWYERS_LAW_50: ['违反规定接受委托、收取费用'],
  LAWYERS_LAW_51: ['受到处罚后在法定期限内再次发生应当处罚的行为'],
  BAR: ['代理工作不尽责', '利益冲突审查不到位', '以诋毁同行的方式招揽业务'],
};
/** Chance of being published, and for how many years. */
const PUBLICITY: Readonly<Record<SeedSanctionKind, readonly [number, number]>> = {
  WARNING: [0.4, 1],
  FINE: [0.5, 1],
  SUSPENSION: [1, 3],
  REVOCATION: [1, 5],
  CRITICISM: [0, 0],
  CENSURE: [1, 2],
};

const isDiscipline = (kind: SeedSanctionKind): boolean => kind === 'CRITICISM' || kind === 'CENSURE';

function authorityOf(kind: SeedSanctionKind, divisionCode: string): Authority {
  if (isDiscipline(kind)) return barAuthority(divisionCode);
  return kind === 'REVOCATION' ? provincialAuthority(divisionCode) : cityAuthority(divisionCode);
}

/** The decision that pronounces a verdict; an annulled one is withdrawn from publicity within 3 days. */
export function pronounce(random: Random, offender: Offender, verdict: Verdict): SeedSanction {
  const { kind, basis, from, until, annulled } = verdict;
  const authority = authorityOf(kind, offender.divisionCode);
  const decided = from - random.int(3, 20);
  const [chance, publicYears] = PUBLICITY[kind];
  const isPublic = random.chance(chance);
  const hidden = annulled === undefined ? decided + 7 + years(publicYears) : annulled + random.int(0, 3);
  const misconduct = random.pick(MISCONDUCT[basis ?? 'BAR']);
  const measure = until ? `${NAMES[kind]}（至${until}）` : NAMES[kind];
  const series = isDiscipline(kind) ? '纪处' : '罚决';
  const decisionNo = `${authority.name}${series}〔${dayOfNumber(decided).slice(0, 4)}〕${offender.ordinal}号`;
  return {
    id: offender.id,
    kind,
    authority: authority.name,
    authorityLevel: authority.level,
    decisionNo,
    legalBasis: basis,
    decidedOn: dayOfNumber(decided),
    effectiveOn: dayOfNumber(from),
    endsOn: until ?? null,
    publicFrom: isPublic ? dayOfNumber(decided + 7) : null,
    publicUntil: isPublic ? dayOfNumber(Math.max(hidden, decided + 7)) : null,
    annulledOn: annulled === undefined ? null : dayOfNumber(annulled),
    summary: `因${misconduct}，给予${measure}`,
    decisionText: `${decisionNo}：经查，${offender.name}${misconduct}，事实清楚、证据确凿。决定给予${measure}，自${dayOfNumber(from)}起生效。`,
  };
}
