/** What must be in no answer of those who may not read it. */
export interface Secrets {
  readonly mobile: string;
  readonly listedMobile: string;
  readonly email: string;
  readonly homeAddress: string;
  readonly citizenId: string;
  readonly headMobile: string;
  readonly reason: string;
  readonly decisionText: string;
  readonly unpublished: string;
  readonly expired: string;
  readonly over: string;
  readonly removalReason: string;
  readonly proposal: string;
  readonly withheldTitle: string;
  readonly restrictedTitle: string;
  readonly courtTitle: string;
  readonly verifiedAt: string;
  readonly act: string;
  /** Of a case at the Xihu court in which the lawyer of the persona firm acts. */
  readonly caseNo: string;
  readonly sitting: string;
  readonly agentName: string;
  readonly agentId: string;
  /** An adviser of the persona firm. */
  readonly jobName: string;
  readonly jobId: string;
  /** Somebody who applies for a first certificate there. */
  readonly applicant: string;
  readonly applicantId: string;
  readonly intern: string;
  readonly internId: string;
  readonly opinionReason: string;
  readonly opinionBy: string;
  readonly staffName: string;
  readonly staffPost: string;
  readonly staffFile: string;
  readonly staffReason: string;
  readonly staffDiscipline: string;
  readonly staffId: string;
  readonly relativeName: string;
  readonly relativeId: string;
  readonly relation: string;
  /** Case number and last day of an alert nobody has decided on, and what its verdict counts from. */
  readonly alertCase: string;
  readonly alertDay: string;
  readonly alertFile: string;
  /** The member of staff of a recusal alert. */
  readonly alertStaff: string;
  /** Of an alert that the court confirmed: why, what it did, and what the person concerned asked for. */
  readonly alertReason: string;
  readonly alertNote: string;
  readonly alertStatement: string;
}

/** Sources of the rows, word for word. */
const sharing = '律师执业机构、执业状态、联系方式和地址等信息变动的,省司法厅、省律师协会应及时更新,并与省法院动态共享';
const licensing =
  '实时、准确、完整地向全国律师综合管理信息系统汇聚律师执业许可、变更、吊销、注销、受到停止执业处罚和处罚期间等信息';
const journals = '依法依规不予公开或不宜交流的除外';
const roster = '建立完善律师调解员名册动态调整机制';
const penalties = '依法依规给予行政处罚或行业处分';
const verification = '为律师参与诉讼提供“实时实人实证”的律师执业身份核验服务';
const counsel = '律师服务平台为律师关联可公开的代理案件';
const limits = '将从业限制信息嵌入法院立案系统和律师执业审批系统';
const employment = '及时掌握离任法官从业情况,及时纠正和查处违规从业行为和人员';
const warning = '实现违规申请执业证书与违规代理案件双向预警';
const interns = '申请律师执业实习人员';
const recusal = '从源头上避免离任法官违规从业、律师违反回避制度代理案件';
const trace = '实现诉讼事务在线办理、网上流转、全程留痕';

const court = ['filing', 'judge', 'personnel', 'supervision'];
/** Who is nobody in particular to a lawyer of the persona firm; the administrators see what the public sees. */
const others = ['firm@rival', 'self@suspended', 'public', 'editor', 'system', 'security', 'audit'];
const strangers = others.filter((name) => name !== 'self@suspended');
const everybody = [...court, 'justice', 'bar', 'editor', 'firm', 'self', ...others];

/** Who is no party to a case of the Xihu court, and no counsel in it. */
const foreign = ['bar', 'justice', 'justice@hangzhou', 'filing@yinzhou', 'personnel', ...others];
/** Everybody but court personnel and the person himself, who is the lawyer of `self`. */
const noPersonnel = [
  'filing',
  'judge',
  'supervision',
  'supervision@xihu',
  'justice',
  'justice@hangzhou',
  'bar',
  'firm',
  ...others,
];

/**
 * "Must not read", by hand from systems.md table B (and its sections 7 and 8) and the sources, never from the matrix.
 * Each line: id, row, the words it rests on in systems.md and in the source, who, and what must be in none of his answers.
 */
export const never: readonly (readonly [
  id: string,
  row: string,
  words: string,
  quote: string,
  personas: readonly string[],
  secret: keyof Secrets,
])[] = [
  ['C01-a', 'C01', 'Other firms, other lawyers and PUBLIC: phone', sharing, others, 'mobile'],
  ['C01-b', 'C01', 'phone, e-mail, home address, ID number', sharing, others, 'email'],
  ['C01-c', 'C01', 'home address, ID number', sharing, others, 'homeAddress'],
  ['C01-d', 'C01', 'COURT judges: ID number, home address', sharing, ['judge'], 'homeAddress'],
  ['C01-e', 'C01', 'citizenIdNumber: never returned to anybody', sharing, everybody, 'citizenId'],
  [
    'C01-f',
    'C01',
    'mobile: mask to all but court service staff, JUSTICE, BAR, self',
    sharing,
    ['judge', 'personnel', 'supervision'],
    'mobile',
  ],
  ['C01-g', 'C01', 'homeAddress: withhold', sharing, [...court, 'bar', 'firm'], 'homeAddress'],
  [
    'C01-h',
    'C01',
    'deregistrationReason: JUSTICE and self only',
    licensing,
    [...court, 'bar', 'firm', 'self', ...others],
    'reason',
  ],
  ['C02-a', 'C02', 'health or personal reasons', licensing, [...court, 'bar'], 'reason'],
  [
    'C02-b',
    'C02',
    'decisionDocument: JUSTICE and self; others get decisionNo + legalBasis',
    licensing,
    [...court, 'bar', 'firm@rival', 'self', 'public'],
    'decisionText',
  ],
  ['C03-a', 'C03', 'phone of the person in charge', sharing, [...others, 'self'], 'headMobile'],
  ['C03-b', 'C03', 'personInCharge.mobile masked', sharing, court, 'headMobile'],
  ['N14-a', 'N14', 'PUBLIC: unpublished, expired', penalties, ['self', ...strangers], 'unpublished'],
  [
    'N14-b',
    'N14',
    'PUBLIC: unpublished, expired',
    penalties,
    ['self', 'firm@rival', 'public', 'editor', 'system', 'security', 'audit'],
    'expired',
  ],
  ['N14-c', 'N14', 'COURT: in force ones', penalties, [...court, 'self', 'firm@rival', 'public'], 'over'],
  [
    'N14-d',
    'N14',
    'publishUntil enforced by the resolver',
    penalties,
    ['public', 'editor', 'firm@rival', 'self', 'system', 'security', 'audit'],
    'decisionText',
  ],
  ['N01-a', 'N01', 'PUBLIC: phone, removal reason', roster, ['firm', 'justice', ...strangers, 'self'], 'removalReason'],
  [
    'N01-b',
    'N01',
    'PUBLIC: phone, removal reason',
    roster,
    ['public', 'editor', 'firm@rival', 'self', 'system', 'security', 'audit'],
    'listedMobile',
  ],
  ['N01-c', 'N01', 'mobile masked', roster, ['judge', 'personnel', 'supervision'], 'listedMobile'],
  ['N20-a', 'N20', 'idNumber, face image: never stored or returned by the hub', verification, everybody, 'citizenId'],
  ['N20-b', 'N20', 'BAR: not needed', verification, ['bar', 'judge', 'firm', 'self', ...others], 'verifiedAt'],
  ['N20-c', 'N20', 'COURT: yes/no, status, time', verification, ['filing@yinzhou'], 'verifiedAt'],
  [
    'C15-a',
    'C15',
    "Operators of one institution: other institutions' internal queries",
    trace,
    ['audit@court', 'audit@bar', 'system', 'security', ...everybody.filter((name) => name !== 'audit')],
    'act',
  ],
  [
    'N23-a',
    'N23',
    'BAR, JUSTICE: case and party (only counts)',
    counsel,
    ['bar', 'justice', 'justice@hangzhou'],
    'caseNo',
  ],
  // court personnel decide on alerts, and are told the case they are about (C06: caseNo: COURT)
  ['N23-b', 'N23', 'COURT; LAWYER own.', counsel, foreign.filter((name) => name !== 'personnel'), 'caseNo'],
  ['N23-c', 'N23', 'party names; authority scope', counsel, ['firm', 'self', ...foreign], 'agentName'],
  ['N23-d', 'N23', 'party names; authority scope', counsel, everybody, 'agentId'],
  [
    'C06-a',
    'C06',
    'caseNo: COURT; JUSTICE gets it only after the alert is confirmed',
    warning,
    ['justice', 'justice@hangzhou', 'justice@ningbo', 'bar'],
    'caseNo',
  ],
  [
    'C06-d',
    'C06',
    'caseNo: COURT; JUSTICE gets it only after the alert is confirmed',
    warning,
    ['justice', 'justice@hangzhou', 'justice@ningbo', 'bar', 'self', 'filing@yinzhou'],
    'alertCase',
  ],
  ['C06-e', 'C06', 'Opposing party, PUBLIC, FIRM: alert.', warning, ['firm', ...others], 'alertCase'],
  ['C06-f', 'C06', 'Opposing party, PUBLIC, FIRM: alert.', warning, ['firm', ...others], 'alertDay'],
  ['C06-g', 'C06', 'BAR: open alerts that are not confirmed [I].', warning, ['bar', 'self'], 'alertDay'],
  ['C06-h', 'C06', 'Opposing party, PUBLIC, FIRM: alert.', warning, ['bar', 'firm', ...others], 'alertReason'],
  [
    'C08-a',
    'C08',
    'FIRM (except its own duty to act), PUBLIC until a penalty is lawfully published.',
    employment,
    ['bar', 'firm', 'filing', ...others],
    'alertStatement',
  ],
  [
    'C08-b',
    'C08',
    'investigationNotes, informant identity withheld from all but the handler.',
    employment,
    ['filing', 'justice', 'justice@hangzhou', 'bar', 'firm', 'self', ...others],
    'alertNote',
  ],
  [
    'C05-p',
    'C05',
    'COURT filing system: verdict, scope, end date',
    limits,
    ['filing', 'judge', 'supervision', 'justice', 'bar', 'firm', 'self', ...others],
    'alertFile',
  ],
  [
    'N07-e',
    'N07',
    "To others: 'recusal check required'",
    recusal,
    ['filing', 'judge', 'justice', 'justice@hangzhou', 'bar', 'firm', 'self', ...others],
    'alertStaff',
  ],
  ['C06-b', 'C06', 'judgeName withheld from BAR and LAWYER', warning, ['firm', 'self', ...foreign], 'sitting'],
  [
    'C06-c',
    'C06',
    'JUSTICE and BAR: parties, cause, case content',
    warning,
    ['justice', 'justice@hangzhou', 'bar'],
    'agentName',
  ],
  [
    'C05-n',
    'C05',
    'PUBLIC, FIRM, other lawyers: any of it',
    employment,
    ['self', 'bar', ...court, ...others],
    'jobName',
  ],
  ['C05-o', 'C05', 'citizenIdNumber: match only', employment, everybody, 'jobId'],
  [
    'C07-a',
    'C07',
    'FIRM, PUBLIC, other applicants',
    warning,
    ['firm', 'self', 'filing', 'judge', 'bar', ...others],
    'applicant',
  ],
  ['C07-b', 'C07', 'applicationDocuments stay in JUSTICE', warning, everybody, 'applicantId'],
  [
    'C07-c',
    'C07',
    'BAR: reason for departure, discipline',
    warning,
    ['bar', 'justice', 'justice@hangzhou', 'filing', 'judge', 'firm', 'self', ...others],
    'opinionReason',
  ],
  [
    'C07-d',
    'C07',
    'BAR: verdict for its intern applicants',
    warning,
    ['bar', 'justice', 'filing', 'judge', 'supervision', 'firm', 'self', ...others],
    'opinionBy',
  ],
  ['N48-a', 'N48', 'PUBLIC.', interns, ['filing', 'judge', 'supervision', 'firm', 'self', ...others], 'intern'],
  ['N48-b', 'N48', 'ID number, education file', interns, everybody, 'internId'],
  ['S8-1', 'C01', "keep the other's value as a proposal", sharing, [...court, 'firm', ...others], 'proposal'],
  ['S8-1b', 'C01', 'homeAddress: withhold', sharing, ['bar'], 'homeAddress'],
  ['C05-a', 'C05', 'PUBLIC, FIRM, other lawyers: any of it', limits, ['firm', ...others], 'staffName'],
  ['C05-b', 'C05', 'PUBLIC, FIRM, other lawyers: any of it', limits, ['firm', ...others], 'staffPost'],
  ['C05-c', 'C05', 'COURT filing system: verdict, scope, end date', limits, ['filing', 'filing@yinzhou'], 'staffName'],
  ['C05-d', 'C05', 'COURT judges: rank, departure reason', limits, ['judge'], 'staffReason'],
  ['C05-e', 'C05', 'COURT judges: rank, departure reason', limits, ['judge'], 'staffPost'],
  ['C05-f', 'C05', 'BAR: personnel file, departure reason, discipline detail', limits, ['bar'], 'staffFile'],
  ['C05-g', 'C05', 'BAR: personnel file, departure reason, discipline detail', limits, ['bar'], 'staffReason'],
  ['C05-h', 'C05', 'BAR: personnel file, departure reason, discipline detail', limits, ['bar'], 'staffDiscipline'],
  [
    'C05-i',
    'C05',
    'departureReason, disciplineDetail, rank, personnelFileNo: COURT personnel only (rank band to JUSTICE)',
    limits,
    noPersonnel,
    'staffReason',
  ],
  [
    'C05-j',
    'C05',
    'departureReason, disciplineDetail, rank, personnelFileNo: COURT personnel only (rank band to JUSTICE)',
    limits,
    noPersonnel,
    'staffDiscipline',
  ],
  [
    'C05-k',
    'C05',
    'departureReason, disciplineDetail, rank, personnelFileNo: COURT personnel only (rank band to JUSTICE)',
    limits,
    noPersonnel,
    'staffFile',
  ],
  [
    'C05-l',
    'C05',
    'JUSTICE licence reviewers: courts served, departure type/date, rank band, restriction',
    limits,
    ['justice', 'justice@hangzhou'],
    'staffPost',
  ],
  ['C05-m', 'C05', 'citizenIdNumber: match only', limits, everybody, 'staffId'],
  [
    'N07-a',
    'N07',
    'Opposing party, FIRM, BAR, PUBLIC, other judges',
    recusal,
    ['judge', 'bar', 'firm', ...others],
    'relativeName',
  ],
  [
    'N07-b',
    'N07',
    "relativeName, relationType, relative's ID: COURT personnel only",
    recusal,
    noPersonnel,
    'relativeName',
  ],
  ['N07-c', 'N07', "relativeName, relationType, relative's ID: COURT personnel only", recusal, noPersonnel, 'relation'],
  ['N07-d', 'N07', "relativeName, relationType, relative's ID: COURT personnel only", recusal, everybody, 'relativeId'],
  [
    'C13-a',
    'C13',
    'Items under the exception 依法依规不予公开或不宜交流: not carried at all, or held back by the publisher',
    journals,
    [...court, 'justice', 'bar', 'editor@court', 'firm', 'self', 'public', 'system', 'security', 'audit'],
    'withheldTitle',
  ],
  [
    'C13-b',
    'C13',
    'COURT, BAR, JUSTICE, member lawyers by audience setting',
    journals,
    ['justice', 'firm', 'self', 'public', 'system'],
    'restrictedTitle',
  ],
  [
    'C13-c',
    'C13',
    'PUBLIC only if the issue is marked public',
    journals,
    ['public', 'justice', 'bar', 'editor', 'firm', 'self', 'security', 'audit'],
    'courtTitle',
  ],
];

/** Who is shown it, so that the questions are known to ask for it. Nobody is shown a citizen ID. */
export const shownTo: readonly (readonly [secret: keyof Secrets, personas: readonly string[]])[] = [
  ['mobile', ['filing', 'justice', 'bar', 'firm', 'self']],
  ['listedMobile', ['filing', 'justice', 'bar', 'firm', 'self@suspended']],
  ['email', ['filing', 'justice', 'bar', 'firm', 'self']],
  ['homeAddress', ['justice', 'self']],
  ['headMobile', ['justice', 'bar', 'firm']],
  ['reason', ['justice']],
  ['decisionText', ['justice', 'self@suspended', 'firm']],
  ['unpublished', ['filing', 'judge', 'justice', 'bar', 'firm', 'self@suspended']],
  ['expired', ['justice', 'bar', 'firm', 'self@suspended']],
  ['over', ['justice', 'bar', 'firm', 'self@suspended']],
  ['removalReason', ['filing', 'judge', 'bar']],
  ['proposal', ['justice', 'bar', 'self']],
  ['verifiedAt', ['filing']],
  ['act', ['audit']],
  ['caseNo', ['filing', 'judge', 'supervision', 'supervision@xihu', 'firm', 'self']],
  ['sitting', ['filing', 'judge', 'supervision']],
  ['agentName', ['filing', 'judge', 'supervision@xihu']],
  ['jobName', ['justice', 'justice@hangzhou', 'firm']],
  ['applicant', ['justice', 'justice@hangzhou']],
  ['intern', ['bar', 'justice', 'personnel']],
  ['opinionReason', ['personnel']],
  ['opinionBy', ['personnel']],
  ['staffName', ['personnel', 'supervision', 'justice', 'justice@ningbo', 'self']],
  ['staffPost', ['personnel', 'self']],
  ['staffFile', ['personnel', 'self']],
  ['staffReason', ['personnel', 'self']],
  ['staffDiscipline', ['personnel', 'self']],
  ['relativeName', ['personnel', 'self']],
  ['relation', ['personnel', 'self']],
  ['alertCase', ['filing', 'judge', 'personnel', 'supervision@xihu']],
  ['alertDay', ['filing', 'judge', 'personnel', 'supervision@xihu', 'justice', 'justice@hangzhou']],
  ['alertFile', ['personnel']],
  ['alertStaff', ['personnel', 'supervision']],
  ['alertReason', ['judge', 'personnel', 'supervision', 'justice', 'self']],
  ['alertNote', ['judge', 'personnel', 'supervision']],
  ['alertStatement', ['personnel', 'supervision', 'self']],
  ['withheldTitle', ['editor']],
  ['restrictedTitle', ['judge', 'bar', 'editor']],
  ['courtTitle', ['judge', 'filing', 'editor@court']],
];
