import { type SQL, sql } from 'drizzle-orm';
import type { TestHub } from '../support/hub.js';
import { reaches, sight } from './rules.js';
import type { Kind, Row, Who } from './truth.js';

/** A value of one row that may be hidden from somebody, with two values it can have: a reader it is hidden from cannot tell which. */
export interface Secret {
  readonly coordinate: string;
  readonly row: Row;
  readonly set: (value: string) => SQL;
  readonly values: readonly [first: string, second: string];
}

type Column = readonly [table: string, column: string, type: string, first: string, second: string];

/** What may be hidden, by coordinate: where it lies, and two values. Those of a masked field have the same mask. */
const columns: Readonly<Record<string, Column>> = {
  'Lawyer.formerNames': ['justice.lawyer', 'former_names', 'text[]', '{曾密甲}', '{曾密乙}'],
  'Lawyer.firstPractisedOn': ['justice.lawyer', 'first_practised_on', 'date', '1987-06-05', '2025-06-05'],
  'Lawyer.mobile': ['justice.lawyer', 'mobile', 'text', '13911112222', '13933332222'],
  'Lawyer.email': ['justice.lawyer', 'email', 'text', 's111@secret.cn', 's222@secret.cn'],
  'Lawyer.homeAddress': ['justice.lawyer', 'home_address', 'text', '密甲路一号', '密乙路二号'],
  'Lawyer.dataSource': ['justice.lawyer', 'source', 'text', '密甲源', '密乙源'],
  'Lawyer.sourceStatusCode': ['justice.lawyer', 'source_status_code', 'text', 'S-771', 'S-772'],
  'Lawyer.sourceStatusText': ['justice.lawyer', 'source_status_text', 'text', '密甲态', '密乙态'],
  'Lawyer.updatedAt': [
    'justice.lawyer',
    'updated_at',
    'timestamptz',
    '1999-09-09T09:09:09.000Z',
    '2026-09-08T08:08:08.000Z',
  ],
  'LawFirm.creditCodeFails': ['justice.firm', 'credit_code_fails', 'boolean', 'true', 'false'],
  'LawFirm.personInChargeMobile': ['justice.firm', 'person_in_charge_mobile', 'text', '13811113333', '13844443333'],
  'Certificate.validFrom': ['justice.certificate', 'valid_from', 'date', '1988-02-03', '2024-02-03'],
  'LicenceEvent.certificateNo': [
    'justice.licence_event',
    'certificate_no',
    'text',
    '13301200590000001',
    '13301200590000002',
  ],
  'LicenceEvent.reason': ['justice.licence_event', 'reason', 'text', '密甲事由', '密乙事由'],
  'LicenceEvent.changedFields': ['justice.licence_event', 'changed_fields', 'text[]', '{secretOne}', '{secretTwo}'],
  'LicenceEvent.recordedAt': [
    'justice.licence_event',
    'recorded_at',
    'timestamptz',
    '1998-08-08T08:08:08.000Z',
    '2026-08-07T07:07:07.000Z',
  ],
  'Sanction.fineYuan': ['justice.sanction', 'fine_yuan', 'numeric', '71111', '72222'],
  'Sanction.decisionText': ['justice.sanction', 'decision_text', 'text', '密甲决定', '密乙决定'],
  'Sanction.summary': ['justice.sanction', 'summary', 'text', '密甲摘要', '密乙摘要'],
  'ContactProposal.value': ['justice.contact_proposal', 'value', 'text', '密甲建议', '密乙建议'],
  'ContactProposal.decisionReason': ['justice.contact_proposal', 'decision_reason', 'text', '密甲理由', '密乙理由'],
  'IdentityVerification.verifiedAt': [
    'justice.identity_verification',
    'verified_at',
    'timestamptz',
    '1997-07-07T07:07:07.000Z',
    '2026-07-06T06:06:06.000Z',
  ],
  'LicenceAlert.raisedAt': [
    'joint.licence_alert',
    'raised_at',
    'timestamptz',
    '1996-06-06T06:06:06.000Z',
    '2026-06-05T05:05:05.000Z',
  ],
  'RestrictionAlert.caseNo': ['joint.restriction_alert', 'case_no', 'text', '密甲案号', '密乙案号'],
  'RestrictionAlert.reason': ['joint.restriction_alert', 'reason', 'text', '密甲处理由', '密乙处理由'],
  'RestrictionAlert.staffId': [
    'joint.restriction_alert',
    'staff_id',
    'uuid',
    '0190a000-0000-7000-8000-0000000a1a1a',
    '0190a000-0000-7000-8000-0000000b2b2b',
  ],
  'AlertDecision.reason': ['joint.alert_decision', 'reason', 'text', '密甲步骤由', '密乙步骤由'],
  'AlertFollowUp.note': ['joint.alert_follow_up', 'note', 'text', '密甲处置', '密乙处置'],
  'AlertConcern.statement': ['joint.alert_concern', 'statement', 'text', '密甲请求', '密乙请求'],
  'MediatorRosterEntry.removedOn': ['bar.mediator_roster_entry', 'removed_on', 'date', '1986-05-04', '2026-05-04'],
  'MediatorRosterEntry.removalReason': ['bar.mediator_roster_entry', 'removal_reason', 'text', '密甲移出', '密乙移出'],
  'MediatorRosterEntry.specialities': ['bar.mediator_roster_entry', 'specialities', 'text[]', '{密甲长}', '{密乙长}'],
  'CourtCase.procuratorate': ['court.court_case', 'procuratorate', 'text', '密甲检察院', '密乙检察院'],
  'PanelMember.fromOn': ['court.panel_member', 'from_on', 'date', '1985-04-03', '2026-04-03'],
  'Representation.agentName': ['court.representation', 'agent_name', 'text', '密甲代理', '密乙代理'],
  'FirmJob.personName': ['justice.firm_job', 'person_name', 'text', '密甲从业', '密乙从业'],
  'LicenceApplication.personName': ['justice.licence_application', 'person_name', 'text', '密甲申请', '密乙申请'],
  'Internship.fullName': ['bar.internship', 'full_name', 'text', '密甲实习', '密乙实习'],
  'Internship.decisionReason': ['bar.internship', 'decision_reason', 'text', '密甲决定由', '密乙决定由'],
  'FormerCourtOpinion.reason': ['bar.former_court_opinion', 'reason', 'text', '密甲意见', '密乙意见'],
  'CourtStaff.personnelFileNo': ['court.court_staff', 'personnel_file_no', 'text', '密甲档案', '密乙档案'],
  'CourtStaff.fullName': ['court.court_staff', 'full_name', 'text', '密甲干部', '密乙干部'],
  'CourtService.post': ['court.court_service', 'post', 'text', '密甲职务', '密乙职务'],
  'CourtService.rank': ['court.court_service', 'rank', 'integer', '8', '9'],
  'Departure.reason': ['court.departure', 'reason', 'text', '密甲离因', '密乙离因'],
  'Departure.disciplineDetail': ['court.departure', 'discipline_detail', 'text', '密甲处分', '密乙处分'],
  'Departure.exitedOn': ['court.departure', 'exited_on', 'date', '1985-03-02', '2025-04-02'],
  'StaffPledge.destination': ['court.staff_pledge', 'destination', 'text', '密甲去向', '密乙去向'],
  'KinshipDeclaration.relativeName': ['court.kinship_declaration', 'relative_name', 'text', '密甲亲属', '密乙亲属'],
  'JournalArticle.title': ['bar.journal_article', 'title', 'text', '密甲题', '密乙题'],
  'JournalArticle.body': ['bar.journal_article', 'body', 'text', '密甲文', '密乙文'],
  'JournalArticle.withheldBasis': ['bar.journal_article', 'withheld_basis', 'text', '密甲据', '密乙据'],
  'JournalIssue.year': ['bar.journal_issue', 'year', 'integer', '1911', '1922'],
};

/** The secrets of so many rows, by type. */
export function secretsOf(rowsOf: Readonly<Record<string, readonly Row[]>>): Secret[] {
  return Object.entries(columns).flatMap(([coordinate, [table, column, type, first, second]]) => {
    const key = table === 'justice.certificate' ? 'certificate_no' : 'id';
    const of = key === 'id' ? 'uuid' : 'text';
    return (rowsOf[coordinate.split('.')[0] as string] ?? []).map((row) => ({
      coordinate,
      row,
      values: [first, second] as const,
      set: (value: string) =>
        sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${value}::text::${sql.raw(type)} where ${sql.raw(key)} = ${row.id}::text::${sql.raw(of)}`,
    }));
  });
}

/** Coordinates that a secret of this file can hide. */
export const secretCoordinates = Object.keys(columns);

/** Is the value hidden from somebody: its row out of his reach, or its cell not full. */
export const isHidden = (kind: Kind, { coordinate, row }: Secret, who: Who): boolean =>
  !reaches(kind, coordinate.split('.')[0] as string, row, who) || sight(kind, coordinate, row, who) !== 'F';

/** Gives every secret its first or its second value. */
export async function put(hub: TestHub, secrets: readonly Secret[], which: 0 | 1): Promise<void> {
  await hub.database.transaction(async (handle) => {
    // events are never changed; here they are, so that two histories can be compared
    await handle.execute(sql`alter table justice.licence_event disable trigger user`);
    for (const { set, values } of secrets) await handle.execute(set(values[which]));
    await handle.execute(sql`alter table justice.licence_event enable trigger user`);
  });
}
