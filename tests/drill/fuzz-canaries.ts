import { sql } from 'drizzle-orm';
import type { Database } from '../../src/db/handle.js';
import type { Role } from '../../src/identity/roles.js';
import { rights } from '../../src/policy/index.js';

/** Something that stands in the database and may be shown to some roles only. */
interface Canary {
  /** The coordinate whose cells say who may see it in full; null: nobody. */
  readonly coordinate: string | null;
  readonly statement: string;
  readonly sign: RegExp;
}

/** Long enough that nobody hits upon it, and no citizen's. */
const canaries: readonly Canary[] = [
  {
    coordinate: 'Lawyer.homeAddress',
    statement: `update justice.lawyer set home_address = 'canaryhome' || right(id::text, 6) where home_address is not null`,
    sign: /canaryhome/,
  },
  {
    coordinate: 'Lawyer.mobile',
    statement: `update justice.lawyer set mobile = '1997531' || right(certificate_no, 4) where mobile is not null`,
    sign: /1997531\d{4}/,
  },
  {
    coordinate: 'Lawyer.email',
    statement: `update justice.lawyer set email = 'canarymail' || right(id::text, 6) || '@example.invalid' where email is not null`,
    sign: /canarymail/,
  },
  {
    coordinate: 'Lawyer.sourceStatusText',
    statement: `update justice.lawyer set source_status_text = 'canarystatus'`,
    sign: /canarystatus/,
  },
  {
    coordinate: 'MediatorRosterEntry.removalReason',
    statement: `update bar.mediator_roster_entry set removal_reason = 'canaryreason' where removal_reason is not null`,
    sign: /canaryreason/,
  },
  {
    coordinate: 'LawFirm.personInChargeMobile',
    statement: `update justice.firm set person_in_charge_mobile = '1997532' || right(practice_licence_no, 4) where person_in_charge_mobile is not null`,
    sign: /1997532\d{4}/,
  },
  {
    coordinate: null,
    statement: `update justice.lawyer set citizen_id_hash = 'canaryhash' || id::text where citizen_id_hash is not null`,
    sign: /canaryhash/,
  },
];

/** What no answer may tell: places in the hub's code or machine, statements, words of drivers. */
const innards =
  /node_modules|\bat [\w.<>]+ \((file:|node:|\/|<)|\.(ts|js):\d+:\d+|\b[Ss][Ee][Ll][Ee][Cc][Tt] .+ from \w+\.\w+|SQLSTATE|syntax error at or near|violates \w+ constraint|\bECONN[A-Z]+\b|postgres(ql)?:\/\/|PRIVATE KEY/;

/** Marks the hidden values of a seeded database. */
export async function plantCanaries(database: Database): Promise<void> {
  await database.transaction(async (handle) => {
    for (const { statement } of canaries) await handle.execute(sql.raw(statement));
  });
}

/** The sign of what an answer to a role should not have told; null when there is none. */
export function leakIn(text: string, role: Role): string | null {
  const hidden = canaries.filter(({ coordinate }) => coordinate === null || isHidden(rights(role).field(coordinate)));
  return hidden.find(({ sign }) => sign.test(text))?.sign.source ?? innards.exec(text)?.[0] ?? null;
}

/** Hidden on every row; on a pair it depends on the row, which the non-interference drill looks at. */
const isHidden = (cell: string): boolean => cell === '-' || cell === 'M';
