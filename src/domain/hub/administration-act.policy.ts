import { type SQL, sql } from 'drizzle-orm';
import { administrationIn } from '../../audit/administration.js';
import { auditLine } from '../../audit/audit-line.table.js';
import type { Asker, RecordPolicy } from '../../policy/record-policy.js';
import { inChargeOfUnit } from './unit.policy.js';
import { unit } from './unit.table.js';

type ActField =
  | 'at'
  | 'issuer'
  | 'actor'
  | 'client'
  | 'role'
  | 'unit'
  | 'operations'
  | 'outcome'
  | 'refusals'
  | 'records';

const unitId = sql`(select o.id from ${unit} o where o.code = ${auditLine.unit})`;

/** What was done for the units in charge; what firms and lawyers tried is the bar's to know. */
function area(asker: Asker): SQL {
  const ofUnits = inChargeOfUnit(asker, unitId);
  if (asker.identity.institution !== 'BAR') return ofUnits;
  return sql`(${ofUnits} or (${auditLine.unit} is null and ${auditLine.institution} in ('FIRM', 'LAWYER')))`;
}

/** What the matrix words mean for an act of administration: a line of the trail. */
export const administrationActPolicy: RecordPolicy<ActField> = {
  type: 'AdministrationAct',
  key: auditLine.id,
  fields: {
    at: auditLine.at,
    issuer: auditLine.issuer,
    actor: auditLine.actorId,
    client: auditLine.clientId,
    role: auditLine.role,
    unit: unitId,
    operations: administrationIn(auditLine.coordinates),
    outcome: auditLine.outcome,
    refusals: auditLine.refusals,
    records: sql`array(select t.type || ' ' || k.id from jsonb_each(${auditLine.records}) t(type, ids),
      jsonb_array_elements_text(t.ids) k(id) order by 1)`,
  },
  reaches: { area },
};
