import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Random } from '../../../seeds/random.js';
import type { Database, ReadHandle } from '../../../src/db/handle.js';
import { rows } from '../../../src/db/rows.js';
import type { RecordPolicy } from '../../../src/policy/record-policy.js';

/** One record as words for input, by camel-case column. */
export type Subject = Readonly<Record<string, unknown>>;

const SAMPLE = 300;
/** Tables whose content is about requests, not about what they ask for. */
const CLOSED_SCHEMAS = ['audit', 'outbox', 'drizzle', 'information_schema', 'pg_catalog'];

/** Records joined as an input names them, where no table of its own does: values of one of these go together. */
const joined: Readonly<Record<string, string>> = {
  lawyerToday: `select l.*, p.status as licence_status, p.category, p.firm_id, l.full_name as name_prefix,
      p.certificate_no as number, f.division_code, f.unified_social_credit_code as firm_credit_code
    from justice.lawyer l join justice.licence_period p on p.lawyer_id = l.id and p.until_on = 'infinity'
    left join justice.firm f on f.id = p.firm_id`,
  firmToday: 'select f.*, f.name as name_prefix from justice.firm f',
  sanctionDecided: `select s.*, l.certificate_no as lawyer_certificate_no, f.unified_social_credit_code as firm_credit_code
    from justice.sanction s left join justice.lawyer l on l.id = s.lawyer_id left join justice.firm f on f.id = s.firm_id`,
  eventOfLawyer: `select e.*, l.certificate_no, f.unified_social_credit_code as firm_credit_code
    from justice.licence_event e join justice.lawyer l on l.id = e.lawyer_id left join justice.firm f on f.id = e.firm_id`,
  keyOfClient: 'select k.*, k.client_id as client from hub.client_key k',
  operationOfClient: 'select o.*, o.client_id as client, o.id as operation from hub.client_operation o',
  unitCoded: 'select u.*, u.code as unit from hub.unit u',
  clientOfUnit: 'select c.*, u.code as unit from hub.client c join hub.unit u on u.id = c.unit_id',
  issueOfJournal: 'select i.*, j.title as journal from bar.journal_issue i join bar.journal j on j.id = i.journal_id',
  caseOfCourt: 'select c.*, k.code as court from court.court_case c join court.court k on k.id = c.court_id',
  counselInCase: `select r.*, c.case_no, l.certificate_no from court.representation r join court.court_case c on c.id = r.case_id
    left join justice.lawyer l on l.id = r.lawyer_id`,
  jobInFirm: 'select j.*, l.certificate_no from justice.firm_job j left join justice.lawyer l on l.id = j.lawyer_id',
  applicationForFirm: `select a.*, l.certificate_no from justice.licence_application a left join justice.lawyer l on l.id = a.lawyer_id`,
  internOfMentor: `select i.*, l.certificate_no as mentor_certificate_no from bar.internship i join justice.lawyer l on l.id = i.mentor_id`,
  nextPack: `select p.code, p.title, p.issuer, p.version, p.version as supersedes, p.effective_from + 400 as effective_from, p.switches
    from hub.rule_pack p`,
  courtNamed: `select c.*, c.code as court, c.name as name_prefix from court.court c
    where c.id in (select court_id from bar.mediator_roster_entry)`,
};

/** Values that stand in the database, by column and by record: what operations ask for. */
export class Vocabulary {
  private readonly pools = new Map<string, unknown[]>();
  private readonly records = new Map<string, Subject[]>();
  private readonly tableOfType = new Map<string, string>();

  /** Reads the words of a database; `policies` tell which table stands behind which GraphQL type. */
  static async harvest(database: Database, policies: readonly RecordPolicy[]): Promise<Vocabulary> {
    const words = new Vocabulary();
    const snapshot = await database.snapshot();
    try {
      await words.read(snapshot.handle);
    } finally {
      await snapshot.close();
    }
    for (const { type, key } of policies) if ('table' in key) words.tableOfType.set(type, tableName(key as PgColumn));
    return words;
  }

  /** Adds records that are not in the database, or not in clear. */
  add(name: string, subjects: readonly Subject[]): void {
    this.records.set(name, [...subjects]);
    for (const subject of subjects) this.pool(subject);
  }

  /** A value known under a name; undefined when there is none. */
  word(name: string, random: Random): unknown {
    const pool = this.pools.get(name);
    return pool && pool.length > 0 ? random.pick(pool) : undefined;
  }

  /** Whether records of a GraphQL type are known. */
  knows(type: string): boolean {
    return (this.records.get(this.tableOfType.get(type) ?? '')?.length ?? 0) > 0;
  }

  has(name: string): boolean {
    return (this.pools.get(name)?.length ?? 0) > 0;
  }

  /** The id of some record of a GraphQL type. */
  idOf(type: string, random: Random): unknown {
    const subjects = this.records.get(this.tableOfType.get(type) ?? '') ?? [];
    return subjects.length > 0 ? random.pick(subjects).id : undefined;
  }

  /** The id of some record of a table, by the name of an input such as `lawyerId`. */
  idNamed(name: string, random: Random): unknown {
    const noun = name.replace(/Id$/, '');
    const table =
      [...this.records.keys()].find((known) => known === noun) ??
      [...this.records.keys()].find((known) => known.toLowerCase().endsWith(noun.toLowerCase()));
    const subjects = this.records.get(table ?? '') ?? [];
    return subjects.length > 0 ? random.pick(subjects).id : undefined;
  }

  /** A record that has most of these names; of several kinds one of the type that the input is about. */
  subjectFor(names: readonly string[], type: string, random: Random): Subject {
    const table = this.tableOfType.get(type.replace(/Connection$/, '')) ?? '-';
    let best: Subject[] = [];
    let most = 0.5;
    for (const [name, subjects] of this.records) {
      const isOfType = name.startsWith(table) ? 0.5 : 0;
      const shared = names.filter((known) => subjects[0] && known in subjects[0]).length + isOfType;
      if (shared > most) [best, most] = [subjects, shared];
    }
    return best.length > 0 ? random.pick(best) : {};
  }

  private async read(handle: ReadHandle): Promise<void> {
    const tables = await rows<{ schema: string; name: string }>(
      handle,
      sql`select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema <> 'public' order by 1, 2`,
    );
    for (const [name, statement] of Object.entries(joined)) await this.sample(handle, name, statement);
    for (const { schema, name } of tables)
      if (!CLOSED_SCHEMAS.includes(schema)) await this.sample(handle, camel(name), `select * from ${schema}.${name}`);
  }

  private async sample(handle: ReadHandle, name: string, statement: string): Promise<void> {
    const found = await rows<{ record: Record<string, unknown> }>(
      handle,
      sql`select to_jsonb(s) as record from (${sql.raw(statement)}) s order by md5(s::text) limit ${SAMPLE}`,
    );
    const subjects = found.map(({ record }) =>
      Object.fromEntries(Object.entries(record).map(([column, value]) => [camel(column), value])),
    );
    this.records.set(name, subjects);
    for (const subject of subjects) this.pool(subject);
  }

  private pool(subject: Subject): void {
    for (const [name, value] of Object.entries(subject)) {
      const pool = this.pools.get(name) ?? [];
      for (const part of [value].flat()) if (part !== null && typeof part !== 'object') pool.push(part);
      this.pools.set(name, pool);
    }
  }
}

/** A column or table of the database as GraphQL spells it. */
export const camel = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function tableName(column: PgColumn): string {
  const named = (column.table as unknown as Record<symbol, string>)[Symbol.for('drizzle:Name')];
  return camel(named ?? '');
}
