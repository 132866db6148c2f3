import { textClient } from '../scratch.js';

/**
 * What peers read: the hub's own tables as views of plain names, and the rows that a filing window is shown. PostgreSQL
 * takes the views apart again, so they cost nothing; the comments tell PostGraphile what it reads off tables.
 */
const views = `
create schema peer;
create view peer.firm as
  select id, name collate "C" as name, unified_social_credit_code, division_code from justice.firm;
create view peer.lawyer as
  select l.id, l.full_name, coalesce(p.certificate_no, l.certificate_no) as certificate_no, p.status as licence_status,
    p.category, l.mobile, l.office_address, p.firm_id, l.pinyin collate "C" as pinyin, l.former_names
  from justice.lawyer l left join justice.licence_period p
    on p.lawyer_id = l.id and current_date between p.from_on and p.until_on;
create view peer.certificate as select certificate_no, lawyer_id from justice.certificate;
create view peer.sanction as
  select id, lawyer_id, kind, decision_no, effective_on, decided_on from justice.sanction
  where (annulled_on is null or annulled_on > current_date)
    and (current_date between effective_on and coalesce(ends_on, 'infinity')
      or current_date between public_from and coalesce(public_until, 'infinity'));
create view peer.licence_event as
  select id, lawyer_id, position, kind, effective_on, category, decision_no from justice.licence_event;
create function peer.lawyers_by_certificate_no(certificate_nos text[]) returns setof peer.lawyer language sql stable as $$
  select l.* from unnest(certificate_nos) with ordinality asked(no, place)
    join justice.certificate c on c.certificate_no = asked.no join peer.lawyer l on l.id = c.lawyer_id order by place $$;
create function peer.search_lawyers(name_prefix text) returns setof peer.lawyer language sql stable as $$
  select * from peer.lawyer
  where full_name collate "C" like name_prefix || '%' or former_names @> array[name_prefix] $$;

comment on view peer.firm is E'@primaryKey id';
comment on view peer.lawyer is E'@primaryKey id\\n@foreignKey (firm_id) references peer.firm (id)|@fieldName practisingFirm|@foreignFieldName lawyers';
comment on view peer.certificate is E'@primaryKey certificate_no\\n@foreignKey (lawyer_id) references peer.lawyer (id)|@fieldName lawyer|@foreignFieldName certificates';
comment on view peer.sanction is E'@primaryKey id\\n@foreignKey (lawyer_id) references peer.lawyer (id)|@fieldName lawyer|@foreignFieldName sanctions';
comment on view peer.licence_event is E'@primaryKey id\\n@foreignKey (lawyer_id) references peer.lawyer (id)|@fieldName lawyer|@foreignFieldName licenceHistory';
comment on function peer.search_lawyers(text) is E'@behavior +order';
`;

/** Lays the peers' views over the hub's tables. */
export async function layPeerViews(databaseUrl: string): Promise<void> {
  const client = await textClient(databaseUrl);
  try {
    await client.query(views);
  } finally {
    await client.end();
  }
}
