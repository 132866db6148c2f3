import { sql } from 'drizzle-orm';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { administratorPolicy, disabledAccountPolicy } from './account.policy.js';
import { administrator, disabledAccount } from './account.table.js';
import { unit } from './unit.table.js';

/** Order of the list of disabled accounts, named by its cursors. */
export const DISABLED_ORDER = 'disabled-accounts';
/** Order of the list of administrators, named by its cursors. */
export const ADMINISTRATOR_ORDER = 'administrators';

const isDisabled = sql`${disabledAccount.restoredAt} is null`;

/** One page of the accounts that are disabled, latest first. */
export function listDisabled(reading: Reading, page: Page, wanted: Iterable<string>): Promise<Shown[]> {
  const before =
    page.after === null ? sql`true` : sql`${disabledAccount.id} < ${decodeCursor(page.after, DISABLED_ORDER).id}::uuid`;
  return reading.records(
    disabledAccountPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select} from ${disabledAccount} where ${isDisabled} and ${before} and ${rows}
      order by ${disabledAccount.id} desc limit ${page.first + 1}`,
    onPage(page, false),
  );
}

/** How many accounts within reach are disabled. */
export function countDisabled(reading: Reading): Promise<number> {
  return reading.count(
    disabledAccountPolicy,
    (rows) => sql`select count(*) from ${disabledAccount} where ${isDisabled} and ${rows}`,
  );
}

/** A line of a disabled account by id, within reach, restored ones too. */
export async function disabledById(reading: Reading, id: string, wanted: Iterable<string>): Promise<Shown | null> {
  const [found] = await reading.records(
    disabledAccountPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${disabledAccount} where ${disabledAccount.id} = ${id}::uuid and ${rows}`,
  );
  return found ?? null;
}

const codeOfUnit = sql`(select o.code from ${unit} o where o.id = ${administrator.unitId})`;
const isInOffice = sql`${administrator.endedAt} is null`;

/** One page of those in office, by unit. */
export function listAdministrators(reading: Reading, page: Page, wanted: Iterable<string>): Promise<Shown[]> {
  reading.grant.fullSight(administratorPolicy, 'unit', []);
  const after = page.after === null ? null : decodeCursor(page.after, ADMINISTRATOR_ORDER);
  const beyond = after
    ? sql`(${codeOfUnit} collate "C", ${administrator.id}) > (${after.key}, ${after.id}::uuid)`
    : sql`true`;
  return reading.records(
    administratorPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${codeOfUnit} as "sortKey" from ${administrator}
      where ${isInOffice} and ${beyond} and ${rows}
      order by ${codeOfUnit} collate "C", ${administrator.id} limit ${page.first + 1}`,
    onPage(page),
  );
}

/** How many within reach are in office. */
export function countAdministrators(reading: Reading): Promise<number> {
  return reading.count(
    administratorPolicy,
    (rows) => sql`select count(*) from ${administrator} where ${isInOffice} and ${rows}`,
  );
}
