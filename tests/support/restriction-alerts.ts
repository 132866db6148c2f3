import { sql } from 'drizzle-orm';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { rows } from '../../src/db/rows.js';
import type { Verdict } from '../../src/domain/joint/restriction/verdict.terms.js';
import {
  type RestrictionAlertRow,
  raiseRestrictionAlerts,
} from '../../src/domain/joint/restriction-alert-write.store.js';
import { uuidv7 } from '../../src/kernel/uuid.js';
import type { TestHub } from './hub.js';

/** A verdict: restricted for two years at courts, counted from a day of leaving, with a recusal to be examined. */
export const banAt = (courtIds: readonly string[], extra: Partial<Verdict> = {}): Verdict => ({
  on: '2026-11-10',
  headline: 'RESTRICTED_UNTIL',
  lastRestrictedDay: '2027-03-03',
  isPermanent: false,
  isOpen: false,
  constraints: [
    {
      code: 'TWO_YEAR_BAN',
      headline: 'RESTRICTED_UNTIL',
      norms: ['JL36-1'],
      normLevel: 'LAW',
      scope: { kind: 'COURTS', ids: courtIds },
      lastRestrictedDay: '2027-03-03',
      isPermanent: false,
      facts: ['0190a000-0000-7000-8000-00000000fac1'],
      countedFrom: { kind: 'EXIT', on: '2025-03-04' },
      openPoint: null,
    },
  ],
  alerts: [{ code: 'CASE_RECUSAL', norms: ['JL24-1'], facts: [], staffPersonIds: [] }],
  packVersions: [],
  registerAsOf: null,
  ...extra,
});

/** Raises an alert on the representation of the persona `self` at the Xihu court, on a day of its own; `extra` says otherwise. */
export async function raised(
  hub: TestHub,
  { court = '浙0106', ...extra }: Partial<RestrictionAlertRow> & { readonly court?: string | null } = {},
  at = '2026-11-10T02:00:00Z',
): Promise<string> {
  return hub.database.transaction(async (handle) => {
    const [found] = await rows<{ id: string }>(handle, sql`select id from court.court where code = ${court}`);
    const courtId = found?.id ?? null;
    const row: RestrictionAlertRow = {
      id: uuidv7(),
      kind: 'COUNSEL',
      subject: 'REPRESENTATION',
      subject_id: uuidv7(),
      lawyer_id: selfLawyerId,
      firm_id: personaFirmId,
      case_id: null,
      case_no: '（2026）浙0106民初88001号',
      court_id: courtId,
      division_code: '330106',
      staff_id: null,
      headline: 'RESTRICTED_UNTIL',
      last_restricted_day: '2027-03-03',
      is_detected_late: false,
      verdict: banAt(courtId === null ? [] : [courtId]),
      ...extra,
    };
    const [id] = await raiseRestrictionAlerts(handle, [row], new Date(at));
    return id as string;
  });
}

/** A recusal alert in the case of `raised`, on a member of staff. */
export const raisedRecusal = (hub: TestHub, staffId: string, extra: Parameters<typeof raised>[1] = {}) =>
  raised(hub, {
    kind: 'RECUSAL',
    staff_id: staffId,
    division_code: null,
    headline: null,
    last_restricted_day: null,
    ...extra,
  });

/** An alert on an application, of which no court is told. */
export const raisedEmployment = (hub: TestHub, extra: Parameters<typeof raised>[1] = {}) =>
  raised(hub, { court: null, kind: 'EMPLOYMENT', subject: 'LICENCE_APPLICATION', case_no: null, ...extra });
