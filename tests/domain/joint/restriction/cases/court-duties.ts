import { type Case, row } from '../case.js';
import { act, caseAt, firmIn, former, job, join, kin, known, person } from '../province.js';

const ON = '2026-11-20';

/** Section 3.3: duties that fall on the court, not on the lawyer. */
export const duties: readonly Case[] = [
  ...(['PARTNER', 'FOUNDER'] as const).map((role) =>
    row(
      'D42',
      `the spouse of a judge becomes ${role} of a firm in the area: the post is to be recused`,
      join(ON, role),
      known(person({ kinships: [kin()] })),
      'PERMITTED',
      [],
      { alerts: ['POST_RECUSAL JL24-1 F13-2'] },
    ),
  ),
  row(
    'D42',
    'a partner in the area is seen at every case he takes',
    act(ON, caseAt('C')),
    known(person({ kinships: [kin()], jobs: [job('PARTNER')] })),
    'PERMITTED',
    [],
    { alerts: ['POST_RECUSAL JL24-1 F13-2'] },
  ),
  row(
    'D42',
    'outside the area nothing is to be recused',
    join(ON, 'PARTNER', firmIn('990203')),
    known(person({ kinships: [kin()] })),
    'PERMITTED',
    [],
    { alerts: [] },
  ),
  row(
    'D42',
    'a clerk outside trial and enforcement is not meant',
    join(ON, 'PARTNER'),
    known(person({ kinships: [kin({}, { category: 'ADMINISTRATIVE', triesOrEnforces: false })] })),
    'PERMITTED',
    [],
    { alerts: [] },
  ),
  row(
    'D43',
    "the child of an intermediate court's judge acts before a court of its area",
    act(ON, caseAt('A')),
    known(person({ kinships: [kin({ relation: 'CHILD' }, { organId: 'M' })] })),
    'PERMITTED',
    [],
    { alerts: ['POST_RECUSAL JL24-2 F13-2'] },
  ),
  row(
    'D43',
    'an executor is trial or enforcement staff by 法发〔2020〕13号 only',
    act(ON, caseAt('A')),
    known(person({ kinships: [kin({ relation: 'CHILD' }, { organId: 'M', category: 'EXECUTOR' })] })),
    'PERMITTED',
    [],
    { alerts: ['POST_RECUSAL F13-2'] },
  ),
  row(
    'D44',
    'a sibling who is a lawyer was not declared: the member of staff has to report',
    act(ON, caseAt('C')),
    known(person({ kinships: [kin({ relation: 'SIBLING', declaredOn: null })] })),
    'PERMITTED',
    [],
    { alerts: ['REPORT_DUTY F13-1'] },
  ),
  row(
    'D44',
    "a parent of a child's spouse as well; declared, nothing is to be reported",
    act(ON, caseAt('C')),
    known(
      person({
        kinships: [
          kin({ id: 'k1', relation: 'CHILD_SPOUSE_PARENT', declaredOn: null }),
          kin({ id: 'k2', relation: 'SIBLING' }),
        ],
      }),
    ),
    'PERMITTED',
    [],
    { alerts: ['REPORT_DUTY F13-1'] },
  ),
  row(
    'D45',
    'the court knew of the breach and did not order counsel to stop: to supervision',
    act(ON, caseAt('A'), { breach: { id: 'breach', knownOn: '2026-11-10', stopOrderedOn: null } }),
    known(former('2020-03-01', 'RESIGNED')),
    'PERMANENTLY_BARRED',
    ['ORIGINAL_ORGAN PERMANENTLY_BARRED'],
    { alerts: ['STOP_NOT_ORDERED RR12'] },
  ),
  row(
    'D45',
    'ordered to stop, nothing is to be escalated',
    act(ON, caseAt('A'), { breach: { id: 'breach', knownOn: '2026-11-10', stopOrderedOn: '2026-11-11' } }),
    known(former('2020-03-01', 'RESIGNED')),
    'PERMANENTLY_BARRED',
    ['ORIGINAL_ORGAN PERMANENTLY_BARRED'],
    { alerts: [] },
  ),
];
