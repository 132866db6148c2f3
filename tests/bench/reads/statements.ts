import type { Shape } from './shapes.js';

/** A list of rows of a statement as JSON text, `[]` when there are none. */
const list = (row: string, from: string) =>
  `(select coalesce('[' || string_agg(row_to_json(${row})::text, ',') || ']', '[]')::json ${from})`;

const firmOf = `(select row_to_json(f) from (select name, unified_social_credit_code as "unifiedSocialCreditCode"
  from justice.firm where id = p.firm_id) f) as "practisingFirm"`;

const named = `l.full_name as "fullName", coalesce(p.certificate_no, l.certificate_no) as "certificateNo"`;

/** Penalties in force or lawfully published, as a filing window sees them. */
const sanctionsOf = list(
  's',
  `from (select kind, decision_no as "decisionNo", effective_on as "effectiveOn" from justice.sanction
    where lawyer_id = l.id and (annulled_on is null or annulled_on > current_date)
      and (current_date between effective_on and coalesce(ends_on, 'infinity')
        or current_date between public_from and coalesce(public_until, 'infinity'))
    order by decided_on desc, id) s`,
);

const counsel = `row_to_json((select shown from (select ${named}, p.status as "licenceStatus", p.category, l.mobile,
  l.office_address as "officeAddress", ${firmOf}, ${sanctionsOf} as sanctions) shown))::text`;

const period = `left join justice.licence_period p on p.lawyer_id = l.id and current_date between p.from_on and p.until_on`;
const holder = `justice.certificate c join justice.lawyer l on l.id = c.lawyer_id ${period}`;

const byNumbers = `select '{"data":{"lawyersByCertificateNo":[' || string_agg(
    case when l.id is null then 'null' else ${counsel} end, ',' order by asked.place) || ']}}' as answer
  from unnest($1::text[]) with ordinality asked(no, place)
    left join (${holder}) on c.certificate_no = asked.no`;

const found = `l.full_name collate "C" like $1 || '%' or l.former_names @> array[$1]`;

const history = list(
  'e',
  `from (select kind, effective_on as "effectiveOn", category, decision_no as "decisionNo"
    from justice.licence_event where lawyer_id = l.id order by effective_on, position) e`,
);

const lawyersOfFirm = list(
  'm',
  `from (select ${named}, ${history} as "licenceHistory" from justice.licence_period p join justice.lawyer l on l.id = p.lawyer_id
    where p.firm_id = f.id and current_date between p.from_on and p.until_on
    order by l.pinyin collate "C", l.id limit 20) m`,
);

/** The limit's statement for each shape: the whole answer as one text, read from what the answer needs and nothing else. */
export const statements: Readonly<Record<Shape, string>> = {
  single: `select '{"data":{"lawyer":' || coalesce((select ${counsel} from ${holder} where c.certificate_no = $1), 'null') || '}}' as answer`,
  hundred: byNumbers,
  thousand: byNumbers,
  search: `with page as materialized (select l.*, row_number() over (order by l.pinyin collate "C", l.id) as place
      from justice.lawyer l where ${found} order by l.pinyin collate "C", l.id limit 51)
    select '{"data":{"lawyers":{"totalCount":' || (select count(*) from justice.lawyer l where ${found})
      || ',"pageInfo":{"hasNextPage":' || (select count(*) > 50 from page)::text || '},"nodes":['
      || coalesce((select string_agg(row_to_json((select shown from (select ${named}, p.status as "licenceStatus",
          p.category, ${firmOf}) shown))::text, ',' order by l.place) from page l ${period} where l.place <= 50), '')
      || ']}}}' as answer`,
  levels: `select '{"data":{"lawFirms":{"nodes":[' || coalesce(string_agg(row_to_json((select shown from (
        select f.name, f.unified_social_credit_code as "unifiedSocialCreditCode", (select row_to_json(n) from (
          select ${lawyersOfFirm} as nodes) n) as lawyers) shown))::text, ',' order by f.name collate "C", f.id), '')
      || ']}}}' as answer
    from (select * from justice.firm where division_code = $1 order by name collate "C", id limit 10) f`,
};
