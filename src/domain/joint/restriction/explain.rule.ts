import { alertCodes, constraintCodes } from './constraint.terms.js';
import { normLevels, norms } from './norm.terms.js';
import { readings, type Sentence } from './reading.terms.js';
import { leavingDayKinds } from './service.terms.js';
import { type Constraint, headlines, scopes, type Verdict } from './verdict.terms.js';

/**
 * For whom it is written. PERSONNEL reads everything; OUTSIDER (the clerk at the window, the lawyer, his firm) reads the
 * norm, the courts of the bar and the last day, and nothing of a personnel file or a relative.
 */
export type Reader = 'PERSONNEL' | 'OUTSIDER';

/** A verdict in sentences, one list per language, line for line the same. */
export interface Explanation {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Names of courts, procuratorates and firms by id; an id without a name shows as itself. */
export type Names = Readonly<Record<string, string>>;

/** The verdict in sentences that cite article and day. */
export function explain(verdict: Verdict, reader: Reader, names: Names = {}): Explanation {
  const told = verdict.constraints.map((one) => (reader === 'PERSONNEL' ? inFull(one, names) : guarded(one, names)));
  const lines = [conclusion(verdict), ...told, ...alerts(verdict, reader), ...origin(verdict)];
  const shown = lines.filter(({ zh }, at) => lines.findIndex((line) => line.zh === zh) === at);
  return { zh: shown.map(({ zh }) => zh), en: shown.map(({ en }) => en) };
}

function conclusion({ headline, on, lastRestrictedDay, isOpen }: Verdict): Sentence {
  const words = headlines[headline];
  const end = isOpen
    ? { zh: ',至限制原因消除为止', en: ', until its cause ends' }
    : lastRestrictedDay
      ? until(lastRestrictedDay)
      : { zh: '', en: '' };
  return { zh: `${on}的结论:${words.zh}${end.zh}。`, en: `Verdict for ${on}: ${words.en}${end.en}.` };
}

const until = (day: string): Sentence => ({ zh: `,最后限制日为${day}`, en: `, up to and including ${day}` });

/** What hits, where, by which norms of which level, until when. */
function guarded(one: Constraint, names: Names): Sentence {
  const words = one.headline === 'PERMITTED' ? { zh: '附条件', en: 'on condition' } : headlines[one.headline];
  if (isAboutKin(one)) return { zh: `需进行回避审查${basis(one).zh}。`, en: `Recusal check required${basis(one).en}.` };
  const [where, end, by] = [place(one, names), one.lastRestrictedDay ? until(one.lastRestrictedDay) : null, basis(one)];
  return {
    zh: `${words.zh}${where.zh}${end?.zh ?? ''}${by.zh}。`,
    en: `${capital(words.en)}${where.en}${end?.en ?? ''}${by.en}.`,
  };
}

const isAboutKin = ({ code }: Constraint): boolean => code === 'KIN_OF_STAFF' || code === 'KINSHIP_MISSING';

function inFull(one: Constraint, names: Names): Sentence {
  const [words, head] = [constraintCodes[one.code], headlines[one.headline]];
  const [where, by, since, doubt] = [place(one, names), basis(one), counted(one), point(one)];
  const end = one.lastRestrictedDay ? until(one.lastRestrictedDay) : { zh: '', en: '' };
  return {
    zh: `${words.zh}:${head.zh}${where.zh}${end.zh}${since.zh}${by.zh}${doubt.zh}。`,
    en: `${capital(words.en)}: ${head.en}${where.en}${end.en}${since.en}${by.en}${doubt.en}.`,
  };
}

function place({ scope: { kind, ids } }: Constraint, names: Names): Sentence {
  const named = ids.map((id) => names[id] ?? id);
  const words = scopes[kind];
  if (kind === 'COUNTRY' || kind === 'CASE' || ids.length === 0) return { zh: `,${words.zh}`, en: `, ${words.en}` };
  return { zh: `,${words.zh}:${named.join('、')}`, en: `, ${words.en} ${named.join(', ')}` };
}

function basis({ norms: cited, normLevel }: Constraint): Sentence {
  if (!normLevel) return { zh: '', en: '' };
  const [zh, en] = [cited.map((code) => norms[code].zh).join('、'), cited.map((code) => norms[code].en).join('; ')];
  return {
    zh: `(依据:${zh};最高层级:${normLevels[normLevel].zh})`,
    en: ` (${en}; highest level: ${normLevels[normLevel].en})`,
  };
}

function counted({ countedFrom }: Constraint): Sentence {
  if (!countedFrom) return { zh: '', en: '' };
  const words =
    countedFrom.kind === 'SERVICE_END'
      ? { zh: '任职记录终止', en: 'end of the recorded service' }
      : leavingDayKinds[countedFrom.kind];
  return { zh: `,自${countedFrom.on}(${words.zh})起算`, en: `, counted from ${countedFrom.on} (${words.en})` };
}

function point({ openPoint }: Constraint): Sentence {
  if (!openPoint) return { zh: '', en: '' };
  const { strict, lax } = readings[openPoint];
  return { zh: `;存在两种理解:${strict.zh};${lax.zh}`, en: `; two readings: ${strict.en}; ${lax.en}` };
}

/** Outsiders learn of alerts only that a recusal is to be examined (N07). */
function alerts({ alerts: given }: Verdict, reader: Reader): Sentence[] {
  if (reader === 'OUTSIDER') {
    return given
      .filter(({ code }) => code === 'CASE_RECUSAL')
      .map(() => ({ zh: '需进行回避审查。', en: 'Recusal check required.' }));
  }
  return given.map(({ code, norms: cited }) => ({
    zh: `提示:${alertCodes[code].zh}(${cited.map((norm) => norms[norm].zh).join('、')})。`,
    en: `Alert: ${alertCodes[code].en} (${cited.map((norm) => norms[norm].en).join('; ')}).`,
  }));
}

function origin({ registerAsOf, packVersions }: Verdict): Sentence[] {
  const packs = packVersions.map(({ code, version }) => `${code} ${version}`).join(', ');
  return [
    ...(registerAsOf
      ? [{ zh: `登记库数据截至${registerAsOf}。`, en: `Registers complete as of ${registerAsOf}.` }]
      : []),
    { zh: `规则包:${packs || '无'}。`, en: `Rule packs: ${packs || 'none'}.` },
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
