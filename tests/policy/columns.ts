import { type SQL, sql } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import { getTableConfig, PgColumn } from 'drizzle-orm/pg-core';
import { subgraphs } from '../../src/domain/index.js';
import { type Role, roles } from '../../src/identity/roles.js';
import type { TestHub } from '../support/hub.js';
import { cell } from './rules.js';

/** Columns that make rows hang together, order them or key them; they say nothing that a coordinate withholds. */
const structure: readonly string[] = [
  'justice.lawyer.pinyin',
  'justice.lawyer.initials',
  'justice.licence_event.position',
  'justice.licence_event.lawyer_id',
  'justice.licence_period.lawyer_id',
  'justice.licence_period.event_id',
  'justice.certificate.lawyer_id',
  'bar.journal_issue.publisher',
  'bar.journal_article.publisher',
  'bar.journal_article.position',
  'justice.identity_verification.unit_code',
  'court.court_service.staff_id',
  'court.departure.staff_id',
  'court.later_public_post.staff_id',
  'court.staff_approval.staff_id',
  'court.staff_pledge.staff_id',
  'court.kinship_declaration.staff_id',
  'court.court.valid_from',
  'court.court.valid_until',
  'court.court_area.court_id',
  'court.representation.court_id',
  'court.representation.case_id',
  'court.panel_member.case_id',
  'bar.former_court_opinion.internship_id',
  'joint.restriction_alert.division_code',
  'joint.alert_decision.alert_id',
  'joint.alert_follow_up.alert_id',
  'joint.alert_concern.alert_id',
  'hub.unit_division.unit_id',
  'hub.unit_division.division_code',
  'hub.unit_division.valid_from',
  'hub.unit_division.valid_until',
  // in office, held back, whose: what a list holds, not what it shows
  'hub.administrator.ended_at',
  'hub.client_lock.lifted_at',
  'hub.client_lock.client_id',
  'hub.client_key.client_id',
];

/** Columns behind coordinates whose policy computes them, by hand. A number in force is found by its entry among all numbers. */
const computed: Readonly<Record<string, readonly string[]>> = {
  'justice.licence_period.from_on': ['Lawyer.licenceStatusSince', 'FirmAffiliation.from'],
  'justice.licence_period.until_on': ['Lawyer.suspendedUntil', 'FirmAffiliation.until'],
  'justice.licence_period.firm_id': ['FirmAffiliation.firm'],
  'justice.licence_period.certificate_no': ['Lawyer.certificateNo'],
  'justice.lawyer.certificate_no': ['Lawyer.certificateNo'],
  'justice.lawyer.division_code': ['Lawyer.divisionCode'],
  'justice.certificate.certificate_no': ['Lawyer.certificateNo', 'Certificate.certificateNo'],
  'justice.certificate.form': ['Certificate.form'],
  'justice.certificate.valid_from': ['Certificate.validFrom'],
  'court.court_area.division_code': ['Court.area'],
  'court.court_service.until_on': ['CourtService.until'],
  'court.court_service.ended_on': ['CourtService.until'],
  'hub.client_key.jwk': ['ClientKey.jwk'],
};

/** Every column of the institutions' tables, with the coordinates that show it; `null` for those that only hold rows together. */
export async function columnsShown(hub: TestHub): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const casing = new CasingCache('snake_case');
  const shown = new Map<string, string[]>();
  for (const { policies } of subgraphs)
    for (const { type, key, fields } of policies)
      for (const [field, source] of [...Object.entries(fields), ['id', key] as const]) {
        if (!(source instanceof PgColumn)) continue;
        const { schema, name } = getTableConfig(source.table as never);
        const column = `${schema}.${name}.${casing.getColumnCasing(source)}`;
        shown.set(column, [...(shown.get(column) ?? []), `${type}.${field}`]);
      }
  for (const [column, coordinates] of Object.entries(computed))
    shown.set(column, [...(shown.get(column) ?? []), ...coordinates]);
  const all = await hub.rows<{ column: string }>(
    sql`select format('%s.%s.%s', table_schema, table_name, column_name) as "column" from information_schema.columns
      where table_schema in ('justice', 'court', 'bar', 'joint', 'hub') order by 1` as SQL,
  );
  return new Map(all.map(({ column }) => [column, structure.includes(column) ? null : (shown.get(column) ?? [])]));
}

/** The columns hidden from each role: no coordinate shows them to it on any row, in full, masked or by a pair. */
export function hiddenFrom(
  columns: ReadonlyMap<string, readonly string[] | null>,
): ReadonlyMap<Role, ReadonlySet<string>> {
  const isHidden = (role: Role, coordinates: readonly string[] | null) =>
    coordinates?.every((coordinate) => cell(role, coordinate) === '-') === true;
  return new Map(
    roles.map((role) => [
      role,
      new Set([...columns].filter(([, shown]) => isHidden(role, shown)).map(([column]) => column)),
    ]),
  );
}
