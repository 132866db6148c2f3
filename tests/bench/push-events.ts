import { contactOf, marksOf } from '../../seeds/people.js';
import { addDays, type Day, lastDayOfTerm } from '../../src/kernel/day.js';

/** A lawyer or firm that events can be about, as the database has it before the bench. */
export interface Standing {
  readonly lawyers: readonly { readonly certificateNo: string; readonly firmCode: string }[];
  readonly firms: readonly { readonly code: string; readonly divisionCode: string; readonly address: string }[];
  /** How many lawyers the seed generated: the people of later indexes are nobody yet. */
  readonly generated: number;
}

type Input = Readonly<Record<string, unknown>>;

/** One batch, and the decisions that must be recorded before it is sent. */
export interface PushBatch {
  readonly events: readonly Input[];
  readonly sanctions: readonly Input[];
}

/** Of a thousand events of a believable day. */
const MIX = { GRANTED: 600, FIRM_CHANGED: 200, CONTACT_CHANGED: 100, PAUSED: 50, SUSPENDED: 30, DEREGISTERED: 20 };
const SIZE = Object.values(MIX).reduce((sum, count) => sum + count, 0);
const SUSPENSION_MONTHS = 4;
const [PROVINCE, CITY] = [
  { decidedBy: '浙江省司法厅', decidedByLevel: 'PROVINCE' },
  { decidedBy: '杭州市司法局', decidedByLevel: 'CITY' },
];

/** How many lawyers of the database each batch takes; no lawyer is taken twice. */
export const LAWYERS_A_BATCH = SIZE - MIX.GRANTED;
/** How many events a batch has. */
export const EVENTS_A_BATCH = SIZE;

/** Makes batch after batch of 1,000 events of today, no two about one person. */
export function batchesOf(standing: Standing, today: Day): (ordinal: number) => PushBatch {
  const marks = marksOf('lushu');
  const asOf = `${today}T08:00:00+08:00`;
  const firmAt = (index: number) => standing.firms[index % standing.firms.length] as Standing['firms'][number];

  const grant = (index: number): Input => {
    const firm = firmAt(index * 7);
    const { fullName, formerNames, mobile, email } = contactOf('lushu', index);
    const { citizenIdNumber, serial, sexDigit } = marks(index, firm.divisionCode, Number(today.slice(0, 4)) - 26);
    return {
      ...PROVINCE,
      decisionNo: `浙司律许〔${today.slice(0, 4)}〕${index}号`,
      certificateNo: `1${firm.divisionCode.slice(0, 4)}${today.slice(0, 4)}1${sexDigit}${serial}`,
      category: 'FULL_TIME',
      firmCreditCode: firm.code,
      person: { fullName, formerNames, citizenIdNumber, contact: { mobile, email, officeAddress: firm.address } },
    };
  };

  return (ordinal) => {
    const taken = standing.lawyers.slice(ordinal * LAWYERS_A_BATCH, (ordinal + 1) * LAWYERS_A_BATCH);
    if (taken.length < LAWYERS_A_BATCH) throw new Error('too few practising lawyers for so many rounds: use --lawyers');
    const queue = [...taken];
    const next = () => queue.pop() as (typeof taken)[number];
    const until = lastDayOfTerm(today, SUSPENSION_MONTHS);
    const sanctions: Input[] = [];
    let people = standing.generated + ordinal * MIX.GRANTED;

    const about: Record<keyof typeof MIX, () => Input> = {
      GRANTED: () => grant(people++),
      FIRM_CHANGED: () => {
        const { certificateNo, firmCode } = next();
        const firm = [firmAt(queue.length * 13 + ordinal), firmAt(queue.length * 13 + ordinal + 1)];
        return { ...PROVINCE, certificateNo, firmCreditCode: firm.find(({ code }) => code !== firmCode)?.code };
      },
      CONTACT_CHANGED: () => ({
        ...CITY,
        certificateNo: next().certificateNo,
        contact: { officeAddress: firmAt(queue.length + ordinal).address },
      }),
      PAUSED: () => ({ ...CITY, certificateNo: next().certificateNo, reason: '脱产学习' }),
      SUSPENDED: () => {
        const { certificateNo } = next();
        const decisionNo = `杭州市司法局罚决〔${today.slice(0, 4)}〕${ordinal}-${queue.length}号`;
        sanctions.push(suspension(certificateNo, decisionNo, today, until, asOf));
        const period = { suspendedFrom: today, suspendedUntil: until };
        return { ...CITY, certificateNo, decisionNo, legalBasis: 'LAWYERS_LAW_48', ...period };
      },
      DEREGISTERED: () => ({ ...PROVINCE, certificateNo: next().certificateNo, reason: '本人申请注销' }),
    };
    const events = (Object.keys(MIX) as (keyof typeof MIX)[]).flatMap((kind) =>
      Array.from({ length: MIX[kind] }, (_, i) => ({
        key: `bench-${ordinal}-${kind}-${i}`,
        kind,
        effectiveOn: today,
        asOf,
        source: 'bench',
        sourceStatusCode: '01',
        ...about[kind](),
      })),
    );
    return { events, sanctions };
  };
}

function suspension(lawyerCertificateNo: string, decisionNo: string, today: Day, endsOn: Day, asOf: string): Input {
  return {
    key: decisionNo,
    lawyerCertificateNo,
    kind: 'SUSPENSION',
    authority: CITY?.decidedBy,
    authorityLevel: CITY?.decidedByLevel,
    decisionNo,
    legalBasis: '律师法第四十八条',
    decidedOn: addDays(today, -10),
    effectiveOn: today,
    endsOn,
    publicFrom: today,
    publicUntil: addDays(today, 1000),
    summary: '因私自接受委托并收取费用，给予停止执业',
    asOf,
  };
}
