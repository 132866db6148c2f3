import { type SQL, sql } from 'drizzle-orm';
import { startsWith } from '../../db/starts-with.js';
import { divisionPrefix } from '../../kernel/division.js';
import { decodeCursor, type Page } from '../../kernel/page.js';
import { spellName } from '../../kernel/person-name.js';
import { onPage, type Reading, type Shown } from '../../operation/reading.js';
import { firm } from './firm.table.js';
import { lawyerPolicy, lawyersOn, numberInForce } from './lawyer.policy.js';
import { lawyer } from './lawyer.table.js';
import { licencePeriod } from './licence-event.table.js';

/** What a search asks for; every part narrows. */
export interface LawyerSearch {
  readonly namePrefix?: string | null;
  readonly firmId?: string | null;
  readonly divisionCode?: string | null;
  readonly licenceStatus?: string | null;
  readonly category?: string | null;
  readonly mobile?: string | null;
}

/** Orders of a search: the field whose sight it needs, and its key. */
const orders = {
  NAME: { field: 'fullName', key: lawyer.pinyin },
  CERTIFICATE_NO: { field: 'certificateNo', key: numberInForce },
  FIRST_PRACTISED_ON: { field: 'firstPractisedOn', key: sql`${lawyer.firstPractisedOn}::text` },
} as const;
export type LawyerSearchOrder = keyof typeof orders;

/** One page of a search, in one statement; one row more than asked tells that there is another page. */
export function searchLawyers(
  reading: Reading,
  search: LawyerSearch,
  order: LawyerSearchOrder,
  page: Page,
  wanted: Iterable<string>,
): Promise<Shown[]> {
  const { field, key } = orders[order];
  reading.grant.fullSight(lawyerPolicy, field, ['orderBy']);
  const where = conditions(reading, search);
  // who bears the name is found by its index first: else the whole list is walked in order until a page is full
  const named = search.namePrefix == null ? sql`` : candidates(reading, search.namePrefix);
  if (search.namePrefix != null) where.push(sql`${lawyer.id} in (select id from candidates)`);
  const sortKey = sql`${key} collate "C"`;
  if (page.after !== null) {
    const after = decodeCursor(page.after, `lawyers/${order}`);
    where.push(sql`(${sortKey}, ${lawyer.id}) > (${after.key}, ${after.id}::uuid)`);
  }
  return reading.records(
    lawyerPolicy,
    wanted,
    ({ select, rows }) => sql`${named}select ${select}, ${key} as "sortKey" from ${lawyersOn(reading.grant.asker.today)}
      where ${sql.join([...where, rows], sql` and `)}
      order by ${sortKey}, ${lawyer.id} limit ${page.first + 1}`,
    onPage(page),
  );
}

/** How many lawyers a search finds within reach. */
export function countLawyers(reading: Reading, search: LawyerSearch): Promise<number> {
  const where = conditions(reading, search);
  return reading.count(
    lawyerPolicy,
    (rows) =>
      sql`select count(*) from ${lawyersOn(reading.grant.asker.today)} where ${sql.join([...where, rows], sql` and `)}`,
  );
}

function conditions(reading: Reading, search: LawyerSearch): SQL[] {
  const { grant } = reading;
  const at = (name: string) => ['filter', name];
  const where: SQL[] = [];
  if (search.namePrefix != null)
    where.push(
      sql`(${grant.sight(lawyerPolicy, 'fullName', at('namePrefix'))} and ${named(reading, search.namePrefix)})`,
    );
  if (search.firmId != null)
    where.push(
      sql`(${grant.sight(lawyerPolicy, 'practisingFirm', at('firmId'))} and ${licencePeriod.firmId} = ${search.firmId}::uuid)`,
    );
  if (search.divisionCode != null)
    where.push(
      sql`(${grant.sight(lawyerPolicy, 'divisionCode', at('divisionCode'))} and ${inDivision(search.divisionCode)})`,
    );
  if (search.licenceStatus != null)
    where.push(
      sql`(${grant.sight(lawyerPolicy, 'licenceStatus', at('licenceStatus'))} and ${licencePeriod.status} = ${search.licenceStatus})`,
    );
  if (search.category != null)
    where.push(
      sql`(${grant.sight(lawyerPolicy, 'category', at('category'))} and ${licencePeriod.category} = ${search.category})`,
    );
  if (search.mobile != null)
    where.push(sql`(${grant.sight(lawyerPolicy, 'mobile', at('mobile'))} and ${lawyer.mobile} = ${search.mobile})`);
  return where;
}

/** By name, by pinyin (`zhangwei`), by initials (`zw`); a former name counts where the asker may see it, whole. */
function named(reading: Reading, asked: string): SQL {
  const seen = reading.grant.seen(lawyerPolicy, 'formerNames');
  const ways = byNames(asked);
  if (seen) ways.push(sql`(${byFormerName(asked)} and ${seen})`);
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** Everybody who may be found by a name, by the indexes of names alone; who of them is found says `named`. */
function candidates(reading: Reading, asked: string): SQL {
  const ways = byNames(asked);
  if (reading.grant.seen(lawyerPolicy, 'formerNames')) ways.push(byFormerName(asked));
  return sql`with candidates as materialized (select ${lawyer.id} from ${lawyer} where ${sql.join(ways, sql` or `)}) `;
}

function byNames(asked: string): SQL[] {
  const latin = latinOf(asked);
  return [
    startsWith(lawyer.fullName, spellName(asked)),
    ...(/^[a-z]+$/.test(latin) ? [startsWith(lawyer.pinyin, latin), startsWith(lawyer.initials, latin)] : []),
  ];
}

const byFormerName = (asked: string): SQL => sql`${lawyer.formerNames} @> array[${spellName(asked)}]::text[]`;

/** Below a division, by the digits it shares; through the firm, or the bureau of those without one. */
function inDivision(code: string): SQL {
  const below = divisionPrefix(code);
  return sql`(${licencePeriod.firmId} in (select f.id from ${firm} f where ${startsWith(sql`f.division_code`, below)})
    or (${licencePeriod.firmId} is null and ${startsWith(lawyer.divisionCode, below)}))`;
}

/** Pinyin as it is keyed: lower case, without tones, blanks and apostrophes; ü is v. */
function latinOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f\s']/g, '');
}
