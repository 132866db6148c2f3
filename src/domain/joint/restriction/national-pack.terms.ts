import type { Day } from '../../../kernel/day.js';
import type { NormCode } from './norm.terms.js';
import type { NormInForce, RulePack, Switches } from './pack.terms.js';

const since = (from: Day, ...codes: NormCode[]): NormInForce[] => codes.map((code) => ({ code, from, until: null }));

/** The national norms, each from its own day in force; laws as last amended, by the day of that amendment where it matters. */
const inForce: readonly NormInForce[] = [
  ...since('2004-07-01', 'AL70'),
  ...since(
    '2008-06-01',
    'LL9',
    'LL10',
    'LL11-1',
    'LL11-2',
    'LL13',
    'LL14-3',
    'LL15',
    'LL16',
    'LL41',
    'LL47-51',
    'LL53-1',
  ),
  ...since('2010-06-01', 'MO122'),
  ...since('2011-06-13', 'RR1', 'RR8', 'RR9', 'RR10', 'RR12', 'RR13', 'RR14'),
  ...since('2015-02-04', 'CV43', 'CV48', 'CV84', 'CV85'),
  ...since('2018-01-01', 'LL7-1', 'LL7-2', 'LL7-3', 'LL53-2'),
  ...since('2018-02-08', 'AD14'),
  ...since('2018-04-27', 'PA6-2', 'PA18'),
  ...since('2018-10-26', 'CPL33-2', 'CPL33-3', 'CPL34', 'CPL47', 'CPL108-6'),
  ...since('2018-12-13', 'MO131'),
  ...since('2019-06-01', 'CS59-16', 'CS107'),
  ...since('2019-10-01', 'JL22', 'JL24-1', 'JL24-2', 'JL36-1', 'JL36-2', 'JL36-3'),
  ...since('2019-10-01', 'PL23', 'PL25', 'PL37-1', 'PL37-2', 'PL37-3'),
  ...since('2020-05-06', 'F13-1', 'F13-2'),
  ...since('2021-01-01', 'CC28', 'CC1045'),
  ...since('2021-03-01', 'CP27', 'CP37', 'CP40-2', 'CP40-3', 'CP41-1', 'CP41-2', 'CP41-3', 'CP63'),
  ...since('2021-07-15', 'AP73'),
  ...since(
    '2021-09-30',
    'O61-2',
    'O61-3',
    'O61-4.1',
    'O61-4.2',
    'O61-4.3',
    'O61-5',
    'O61-6',
    'O61-7',
    'O61-9',
    'O61-12',
  ),
  ...since('2022-01-01', 'CVL47', 'SL49-1', 'SL49-2', 'SL49-3', 'SL51'),
];

/** The conservative default of every open point (legal-rules 12): nothing is permitted that a text may forbid. */
export const defaultSwitches: Switches = {
  leavingDay: 'LATEST_OF_EXIT_AND_POST_END',
  areaOfEarlierCourt: 'REVIEW',
  secondment: 'REVIEW',
  rehiring: 'REVIEW',
  successorCourt: 'RESTRICT',
  areaChanged: 'REVIEW',
  relativeInTwoYears: 'REVIEW',
  citizenInTwoYears: 'REVIEW',
  transferredThenLeft: 'REVIEW',
  discharged: 'REVIEW',
  intern: 'REVIEW',
  opinionAfterPeriod: 'APPROVAL',
  suspensionCount: 'FROM_END',
  contractStaffInCriminal: 'REVIEW',
  contractStaffLocal: 'REVIEW',
  kinWithoutException: 'RESTRICT',
  workConnection: 'REVIEW',
  supervisionOccupation: 'RESTRICT',
  handledNotTried: 'REVIEW',
  dismissedElsewhere: 'REVIEW',
  relatedService: 'REVIEW',
  committeeMember: 'REVIEW',
};

/** The national pack: laws, judicial interpretations and national documents as of 2026-11-21. */
export const nationalPack: RulePack = {
  code: 'CN-NATIONAL',
  version: '2026-11-21',
  issuer: '全国人大常委会、最高人民法院、最高人民检察院、司法部',
  title: '离任人员从业限制全国规则',
  layer: 'NATIONAL',
  effectiveFrom: '2008-06-01',
  effectiveUntil: null,
  norms: inForce,
  switches: defaultSwitches,
};
