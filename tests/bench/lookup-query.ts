/** What a filing window wants to know of counsel. */
const FIELDS = `fullName certificateNo licenceStatus category mobile officeAddress
  practisingFirm { name unifiedSocialCreditCode } sanctions { kind decisionNo effectiveOn }`;

/** The two questions of the bench. */
export type Shape = 'batch100' | 'single';

/** The GraphQL of each shape; the variable holds certificate numbers. */
export const queries: Readonly<Record<Shape, string>> = {
  batch100: `query ($asked: [String!]!) { lawyersByCertificateNo(certificateNos: $asked) { ${FIELDS} } }`,
  single: `query ($asked: String!) { lawyer(certificateNo: $asked) { ${FIELDS} } }`,
};

/**
 * One lawyer as the hub shows him to a filing window, as JSON text with the bytes of JSON.stringify: current licence
 * period, firm, penalties in force or lawfully published. Reads nothing but what the answer needs.
 */
const lawyerJson = `row_to_json((select shown from (select l.full_name as "fullName", l.certificate_no as "certificateNo",
    p.status as "licenceStatus", p.category, l.mobile, l.office_address as "officeAddress",
    (select row_to_json(f) from (select name, unified_social_credit_code as "unifiedSocialCreditCode"
       from justice.firm where id = p.firm_id) f) as "practisingFirm",
    (select coalesce('[' || string_agg(row_to_json(s)::text, ',') || ']', '[]')::json from (
       select kind, decision_no as "decisionNo", effective_on as "effectiveOn" from justice.sanction
       where lawyer_id = l.id and (annulled_on is null or annulled_on > current_date)
         and (current_date between effective_on and coalesce(ends_on, 'infinity')
           or current_date between public_from and coalesce(public_until, 'infinity'))
       order by decided_on desc, id) s) as sanctions) shown))::text`;

// by the numbers' own key: lawyers have no index by number
const from = `justice.certificate c join justice.lawyer l on l.id = c.lawyer_id left join justice.licence_period p
  on p.lawyer_id = l.id and current_date between p.from_on and p.until_on`;

/** The bare server's statement for each shape: the whole answer as one text, put together by PostgreSQL. */
export const statements: Readonly<Record<Shape, string>> = {
  batch100: `select '{"data":{"lawyersByCertificateNo":[' || string_agg(case when l.id is null then 'null' else ${lawyerJson} end, ',' order by asked.place) || ']}}' as answer
    from unnest($1::text[]) with ordinality asked(no, place) left join (${from}) on c.certificate_no = asked.no`,
  single: `select '{"data":{"lawyer":' || coalesce((select ${lawyerJson} from ${from} where c.certificate_no = $1), 'null') || '}}' as answer`,
};
