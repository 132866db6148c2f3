import pg from 'pg';

/** A row under the names of the GraphQL fields. */
export type Row = Readonly<Record<string, unknown>>;

const DATE = 1082;
const types = {
  // days stay the text that PostgreSQL writes
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === DATE ? (value: string) => value : pg.types.getTypeParser(oid, format as 'text'),
};

const lawyer = `l.id, l.full_name as "fullName", l.certificate_no as "certificateNo", l.licence_status as "licenceStatus",
  l.category, l.mobile, l.office_address as "officeAddress", l.firm_id as "firmId"`;
const firm = `id, name, unified_social_credit_code as "unifiedSocialCreditCode"`;
const found = `full_name collate "C" like $1 || '%' or former_names @> array[$1]`;

/** Prepared once for each connection under these names. */
const texts = {
  lawyersByNumber: `select ${lawyer}, c.certificate_no as "askedNo" from peer.certificate c
    join peer.lawyer l on l.id = c.lawyer_id where c.certificate_no = any($1::text[])`,
  search: `select ${lawyer} from peer.lawyer l where ${found} order by pinyin, id limit $2`,
  count: `select count(*)::int as count from peer.lawyer where ${found}`,
  firmsIn: `select ${firm} from peer.firm where division_code = $1 order by name, id limit $2`,
  firmsByIds: `select ${firm} from peer.firm where id = any($1::uuid[])`,
  lawyersOfFirms: `select * from (select ${lawyer}, row_number() over (partition by firm_id order by pinyin, id) as place
    from peer.lawyer l where firm_id = any($1::uuid[])) numbered where place <= $2 order by "firmId", place`,
  sanctionsOf: `select lawyer_id as "lawyerId", kind, decision_no as "decisionNo", effective_on as "effectiveOn"
    from peer.sanction where lawyer_id = any($1::uuid[]) order by decided_on desc, id`,
  eventsOf: `select lawyer_id as "lawyerId", kind, effective_on as "effectiveOn", category, decision_no as "decisionNo"
    from peer.licence_event where lawyer_id = any($1::uuid[]) order by effective_on, position`,
};

/** What the resolvers of a peer read: one prepared statement each, many keys at once. */
export type PeerRows = ReturnType<typeof peerRows>;

/** Opens a pool as large as the hub's. */
export function peerRows(databaseUrl: string) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    types,
    // days in Asia/Shanghai, as the hub counts them
    options: '-c timezone=Asia/Shanghai',
  });
  pool.on('error', () => undefined);
  const rows = async (name: keyof typeof texts, ...values: unknown[]): Promise<Row[]> =>
    (await pool.query({ name, text: texts[name], values })).rows;
  return {
    /** In the order asked; null where unknown. */
    lawyersByNumber: async (numbers: readonly string[]) =>
      inOrder(numbers, await rows('lawyersByNumber', numbers), 'askedNo'),
    /** A page and one row more, which tells that there is another. */
    search: (prefix: string, first: number) => rows('search', prefix, first + 1),
    count: async (prefix: string) => (await rows('count', prefix))[0]?.count as number,
    firmsIn: (division: string, first: number) => rows('firmsIn', division, first),
    firmsByIds: async (ids: readonly string[]) => inOrder(ids, await rows('firmsByIds', ids), 'id'),
    lawyersOfFirms: async (ids: readonly string[], first: number) =>
      grouped(ids, await rows('lawyersOfFirms', ids, first), 'firmId'),
    sanctionsOf: async (ids: readonly string[]) => grouped(ids, await rows('sanctionsOf', ids), 'lawyerId'),
    eventsOf: async (ids: readonly string[]) => grouped(ids, await rows('eventsOf', ids), 'lawyerId'),
  };
}

function inOrder(keys: readonly string[], rows: readonly Row[], by: string): (Row | null)[] {
  const known = new Map(rows.map((row) => [row[by], row]));
  return keys.map((key) => known.get(key) ?? null);
}

function grouped(keys: readonly string[], rows: readonly Row[], by: string): Row[][] {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[by]);
    if (group) group.push(row);
    else groups.set(row[by], [row]);
  }
  return keys.map((key) => groups.get(key) ?? []);
}
