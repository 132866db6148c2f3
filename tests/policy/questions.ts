import { personaFirmId, rivalFirmId, selfLawyerId, suspendedLawyerId } from '../../seeds/persona-records.js';
import type { Planted } from './province.js';
import { type Kind, type Row, TODAY } from './truth.js';

/** A question to one root field: its arguments, and the rows that answer it, were all within reach. */
export interface Question {
  readonly root: string;
  readonly args: string;
  /** Rows by the arguments alone; for a list in the order asked (`byKeys`), null where there is none. */
  readonly rows: (row: Row) => boolean;
  readonly byKeys?: readonly (string | null)[];
}

type Truth = Readonly<Record<string, Kind>>;
const every = () => true;

/** At least one question to every query of the schema; more where one record cannot show all there is. */
export function questionsOf(truth: Truth, planted: Planted): readonly Question[] {
  const rowsOf = (type: string) => truth[type]?.rows ?? [];
  const byId = (root: string, ids: readonly string[]): Question[] =>
    ids.map((id) => ({ root, args: `(id: "${id}")`, rows: (row) => row.id === id }));
  const list = (root: string, args = '(first: 100)', rows: Question['rows'] = every): Question => ({
    root,
    args,
    rows,
  });
  const lawyers = [selfLawyerId, suspendedLawyerId, planted.rivalLawyerId];
  const others = rowsOf('Lawyer')
    .filter(({ licenceStatus }) => licenceStatus !== 'PRACTISING')
    .slice(0, 4)
    .map(({ id }) => id);
  const [parted, whole] = ['浙0106', '浙01'].map((code) => rowsOf('Court').find((row) => row.code === code)) as [
    Row,
    Row,
  ];
  const unknown = '0190a000-0000-7000-8000-000000000000';
  return [
    ...byId('lawyer', [...lawyers, ...others, unknown]),
    numbersOf(truth, lawyers),
    list('lawyers', `(filter: { firmId: "${rivalFirmId}" }, first: 20)`, (row) => row.practisingFirm === rivalFirmId),
    list('lawyers', '(first: 5)'),
    ...byId('lawFirm', [personaFirmId, rivalFirmId, unknown]),
    list('lawFirms', '(first: 1)'),
    ...byId('court', [parted.id, whole.id]),
    list('courts', '(first: 5)'),
    list('courtPersonnelCategories', ''),
    ...byId('courtStaff', [...planted.staffIds, unknown]),
    list('courtStaffMembers'),
    list(
      'courtStaffMembers',
      '(filter: { court: "浙0106", standing: FORMER }, first: 100)',
      (row) =>
        row.standing === 'FORMER' &&
        rowsOf('CourtService').some(({ staff, court }) => staff === row.id && court === parted.id),
    ),
    list('ownCourtStaff', ''),
    list('practitionerCategories', ''),
    list('contactFieldOwners', ''),
    list('purposes', ''),
    list('legalBases', ''),
    list('units', ''),
    list('whoAmI', ''),
    list('journals', ''),
    ...byId('journalIssue', planted.issueIds),
    list('journalIssues'),
    ...byId('journalArticle', planted.articleIds.slice(4, 24)),
    list('mediatorRoster'),
    ...byId('mediatorRosterEntry', [
      planted.removedEntryId,
      ...rowsOf('MediatorRosterEntry')
        .slice(0, 2)
        .map(({ id }) => id),
    ]),
    list('licenceAlerts'),
    ...byId('restrictionAlert', [...planted.alertIds.slice(0, 4), ...planted.alertIds.slice(-3), unknown]),
    list('restrictionAlerts', '(first: 20)'),
    list('restrictionAlerts', '(state: CONFIRMED, first: 20)', ({ state }) => state === 'CONFIRMED'),
    list('identityVerifications'),
    list('contactProposals'),
    ...byId('courtCase', [planted.caseId, unknown]),
    list('courtCases'),
    ...byId('representation', [
      ...rowsOf('Representation')
        .filter((row) => row.case === planted.caseId)
        .map(({ id }) => id),
      unknown,
    ]),
    list('representations', '(first: 20)'),
    list('firmJobs', '(first: 20)'),
    list('firmJobs', `(firmId: "${rivalFirmId}", first: 20)`, ({ firm }) => firm === rivalFirmId),
    list('licenceApplications', '(first: 20)'),
    ...byId('internship', [planted.internshipId, unknown]),
    list('internships', '(first: 20)'),
    list('rulePacks', ''),
    list('clients'),
    ...byId(
      'client',
      rowsOf('Client')
        .slice(0, 3)
        .map(({ id }) => id),
    ),
    ...rowsOf('Client')
      .slice(0, 3)
      .map(({ id }) => list('clientOperations', `(client: "${id}", first: 100)`, ({ client }) => client === id)),
    list('operationLimits', '(first: 100)', ({ liftedAt }) => liftedAt === null),
    list('disabledAccounts', '(first: 100)', ({ restoredAt }) => restoredAt === null),
    list('administrators', '(first: 100)', ({ inOffice }) => inOffice === true),
    // what these tests ask is written down after that day
    list('administrationActs', `(to: "${TODAY}T00:00:00Z", first: 100)`),
  ];
}

/** The number in force finds its lawyer; a former one only for who reaches it as a certificate. */
function numbersOf(truth: Truth, lawyers: readonly string[]): Question {
  const inForce = lawyers.map((id) => String(truth.Lawyer?.rows.find((row) => row.id === id)?.certificateNo));
  const former = lawyers.map((id) =>
    String(truth.Certificate?.rows.find((row) => row.lawyer === id && !inForce.includes(row.id))?.id),
  );
  const numbers = [...inForce, ...former, '13301200490000000'];
  return {
    root: 'lawyersByCertificateNo',
    args: `(certificateNos: ${JSON.stringify(numbers)})`,
    rows: every,
    byKeys: numbers,
  };
}
