import { sql } from 'drizzle-orm';
import { uuidArray } from '../../db/rows.js';
import { grouped, type Reading, type Shown } from '../../operation/reading.js';
import { contactProposalPolicy } from './contact-proposal.policy.js';
import { contactProposal } from './contact-proposal.table.js';
import { certificate } from './lawyer.table.js';
import { affiliationPolicy, certificatePolicy, licenceEventPolicy } from './licence-event.policy.js';
import { licenceEvent, licencePeriod } from './licence-event.table.js';
import { sanctionPolicy } from './sanction.policy.js';
import { sanction } from './sanction.table.js';

type Groups = Promise<Map<string, Shown[]>>;
type Wanted = Iterable<string>;

/** Licence histories of several lawyers, in order of effect. */
export async function eventsOfLawyers(reading: Reading, ids: readonly string[], wanted: Wanted): Groups {
  const found = await reading.records(
    licenceEventPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${licenceEvent.lawyerId} as "ofLawyer" from ${licenceEvent}
      where ${licenceEvent.lawyerId} = any(${uuidArray(ids)}) and ${rows}
      order by ${licenceEvent.effectiveOn}, ${licenceEvent.position}`,
  );
  return grouped(found, 'ofLawyer');
}

/** Penalties and discipline of several lawyers or firms, latest first. */
export async function sanctionsOf(
  subject: 'lawyer' | 'firm',
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Groups {
  const column = subject === 'lawyer' ? sanction.lawyerId : sanction.firmId;
  const found = await reading.records(
    sanctionPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${column} as "ofSubject" from ${sanction}
      where ${column} = any(${uuidArray(ids)}) and ${rows} order by ${sanction.decidedOn} desc, ${sanction.id}`,
  );
  return grouped(found, 'ofSubject');
}

/** Penalties and discipline by id. */
export async function sanctionsByIds(
  reading: Reading,
  ids: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Shown>> {
  const found = await reading.records(
    sanctionPolicy,
    wanted,
    ({ select, rows }) =>
      sql`select ${select} from ${sanction} where ${sanction.id} = any(${uuidArray(ids)}) and ${rows}`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** Certificate numbers of several lawyers, old and new. */
export async function certificatesOfLawyers(reading: Reading, ids: readonly string[], wanted: Wanted): Groups {
  const found = await reading.records(
    certificatePolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, c.lawyer_id as "ofLawyer" from ${certificate} c
      where c.lawyer_id = any(${uuidArray(ids)}) and ${rows} order by c.valid_from nulls first, c.certificate_no`,
  );
  return grouped(found, 'ofLawyer');
}

/** Dated affiliations of several lawyers: neighbouring periods in one firm are one affiliation. */
export async function affiliationsOfLawyers(reading: Reading, ids: readonly string[], wanted: Wanted): Groups {
  const found = await reading.records(
    affiliationPolicy,
    wanted,
    ({ select, rows }) => sql`
      with p as (select *, sum(case when firm_id is not distinct from before then 0 else 1 end)
          over (partition by lawyer_id order by from_on) as run
        from (select lawyer_id, firm_id, from_on, until_on,
            lag(firm_id) over (partition by lawyer_id order by from_on) as before
          from ${licencePeriod} where lawyer_id = any(${uuidArray(ids)})) q),
      a as (select lawyer_id, firm_id, min(from_on) as from_on, max(until_on) as until_on
        from p where firm_id is not null group by lawyer_id, firm_id, run)
      select ${select}, a.lawyer_id as "ofLawyer" from a where ${rows} order by a.from_on`,
  );
  return grouped(found, 'ofLawyer');
}

/** Contact proposals of several lawyers, latest first. */
export async function proposalsOfLawyers(reading: Reading, ids: readonly string[], wanted: Wanted): Groups {
  const found = await reading.records(
    contactProposalPolicy,
    wanted,
    ({ select, rows }) => sql`select ${select}, ${contactProposal.lawyerId} as "ofLawyer" from ${contactProposal}
      where ${contactProposal.lawyerId} = any(${uuidArray(ids)}) and ${rows} order by ${contactProposal.id} desc`,
  );
  return grouped(found, 'ofLawyer');
}
