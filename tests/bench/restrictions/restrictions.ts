import pg from 'pg';
import { citizenIdCheck } from '../../../src/kernel/citizen-id.js';
import { bodyOf, GraphqlClient } from '../client.js';
import { command, serve } from '../hub-process.js';
import { median, type Options, type Report } from '../report.js';
import { type Scratch, withScratch } from '../scratch.js';
import { loadGenerator } from '../workers.js';
import { bareFacts } from './bare-facts.js';
import { fill, questions } from './load.js';

const COURT = '浙0106';
const CHECK = `mutation ($input: CounselInput!) { checkRepresentation(input: $input) { headline lastRestrictedDay explanationZh
  constraints { headline scope lastRestrictedDay norms { zh level } } duties { code } } }`;
const ITEMS = '{ recorded refused results { __typename ... on ItemRefused { code path } } }';
const GRANT = `mutation ($items: [LicenceEventInput!]!) { pushed: recordLicenceEvents(events: $items) ${ITEMS} }`;
const STAFF = `mutation ($items: [CourtStaffInput!]!) { pushed: recordCourtStaff(staff: $items) ${ITEMS} }`;
const CASES_OF_LATE = 25;
const NEW_PACK = `insert into hub.rule_pack (id, code, title, issuer, version, effective_from, switches, announced_by, announced_at)
  values (gen_random_uuid(), 'CN-33-PROVINCE', 'bench', 'bench', '2026-9', current_date,
    '[{"name": "relatedService", "kind": "CHOICE", "value": "RESTRICT"}]', 'bench', now())`;

/**
 * Checks by the API against the bare statements that fetch the same facts, in turns; what a late departure costs when the
 * table is ten times as large; and how many open representations a second a review judges.
 */
export async function restrictions({
  lawyers = 40_000,
  staff = 5_000,
  representations = 1_000_000,
  rounds = 5,
  seconds = 3,
  connections = 8,
}: Options): Promise<Report> {
  const small = await withScratch('restrictions_small', async (scratch) => {
    const client = await filled(scratch, lawyers, staff, representations / 10);
    try {
      return await lateDepartures(scratch, client, rounds * 2);
    } finally {
      await client.end();
    }
  });
  return withScratch('restrictions', async (scratch) => {
    const client = await filled(scratch, lawyers, staff, representations);
    try {
      const large = await lateDepartures(scratch, client, rounds * 2);
      const checks = await checksAgainstBare(scratch, client, { rounds, seconds, connections });
      // what is restricted is told once; then a new pack decides otherwise, and all is judged by it
      await command(scratch, 'review');
      await client.query(NEW_PACK);
      const begun = performance.now();
      const said = await command(scratch, 'review');
      const judged = Number(/^(\d+) representations/m.exec(said)?.[1]);
      const reviewSeconds = (performance.now() - begun) / 1000;
      return {
        name: 'restrictions',
        ratios: { 'check/bareSql': checks.hub / checks.bare, 'recheckSmall/recheckLarge': small / large },
        counts: { lawyers, staff, representations, judged },
        figures: {
          checksPerSecond: checks.hub,
          bareChecksPerSecond: checks.bare,
          recheckSmallMs: small,
          recheckLargeMs: large,
          packEvaluationsPerSecond: judged / reviewSeconds,
        },
      };
    } finally {
      await client.end();
    }
  });
}

async function filled(scratch: Scratch, lawyers: number, staff: number, representations: number): Promise<pg.Client> {
  await command(scratch, 'seed', '--lawyers', String(lawyers), '--firms', String(Math.ceil(lawyers / 16)));
  const client = new pg.Client({ connectionString: scratch.databaseUrl });
  // a lost connection shows at the statement that needs it; without a listener it would end the process
  client.on('error', () => undefined);
  await client.connect();
  await fill(client, { staff, cases: Math.ceil(representations / 5), representations });
  return client;
}

async function checksAgainstBare(
  scratch: Scratch,
  client: pg.Client,
  { rounds, seconds, connections }: { rounds: number; seconds: number; connections: number },
): Promise<{ hub: number; bare: number }> {
  const asked = await questions(client, COURT, 500);
  const hub = await serve(scratch, { LUSHU_DATABASE_CONNECTIONS: '24' });
  const token = await command(scratch, 'token', 'filing');
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-lushu-purpose': 'CASE_FILING',
  };
  const bodies = asked.map((one) =>
    bodyOf(CHECK, {
      input: { ...one, side: 'CLAIMANT', capacity: 'AS_LAWYER', category: 'AGENT', fromOn: '2026-11-20' },
    }).toString(),
  );
  const generator = loadGenerator();
  const bareClients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const one = new pg.Client({ connectionString: scratch.databaseUrl });
      await one.connect();
      return one;
    }),
  );
  try {
    const hubs: number[] = [];
    const bares: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const result = await generator.send({ url: hub.url, headers, bodies, connections, milliseconds: seconds * 1000 });
      const bare = await bareRate(bareClients, asked, seconds * 1000);
      if (round === 0) continue;
      hubs.push(result.requests / result.seconds);
      bares.push(bare);
    }
    return { hub: median(hubs), bare: median(bares) };
  } finally {
    generator.close();
    for (const one of bareClients) await one.end();
    await hub.close();
  }
}

async function bareRate(
  clients: readonly pg.Client[],
  asked: readonly { caseNo: string; certificateNo: string }[],
  milliseconds: number,
): Promise<number> {
  const begun = performance.now();
  let [next, done] = [0, 0];
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - begun < milliseconds) {
        const found = await bareFacts(client, asked[next++ % asked.length] as (typeof asked)[number]);
        if (found < 3) throw new Error('the bare statements found nothing');
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - begun);
}

/** The median time of pushing the late departure of somebody with open cases; milliseconds. */
async function lateDepartures(scratch: Scratch, client: pg.Client, times: number): Promise<number> {
  const hub = await serve(scratch);
  const justice = new GraphqlClient(hub.url, await command(scratch, 'token', 'justice'), 'LICENCE_ADMINISTRATION');
  const personnel = new GraphqlClient(hub.url, await command(scratch, 'token', 'personnel'), 'COURT_PERSONNEL');
  try {
    const people = Array.from({ length: times + 2 }, (_, n) => personOf(n));
    const { rows } = await client.query<{ id: string }>(
      'select firm_id as id from justice.licence_period where firm_id is not null limit 1',
    );
    await pushed(
      justice,
      GRANT,
      people.map((one) => grantOf(one, rows[0]?.id as string)),
    );
    await client.query(
      `insert into court.representation (id, case_id, court_id, lawyer_id, firm_id, side, capacity, category, from_on, recorded_at)
        select gen_random_uuid(), k.id, k.court_id, c.lawyer_id, p.firm_id, 'CLAIMANT', 'AS_LAWYER', 'AGENT', '2026-02-02', now()
        from justice.certificate c join justice.licence_period p on p.lawyer_id = c.lawyer_id and current_date between p.from_on and p.until_on,
          lateral (select id, court_id from court.court_case order by md5(case_no || c.certificate_no) limit ${CASES_OF_LATE}) k
        where c.certificate_no = any($1)`,
      [people.map(({ certificateNo }) => certificateNo)],
    );
    const taken: number[] = [];
    for (const [n, one] of people.entries()) {
      const begun = performance.now();
      await pushed(personnel, STAFF, [staffOf(one)]);
      if (n >= 2) taken.push(performance.now() - begun);
    }
    const { rows: raised } = await client.query<{ n: string }>(
      `select count(*) as n from joint.restriction_alert a join justice.certificate c on c.lawyer_id = a.lawyer_id
        where a.is_detected_late and c.certificate_no = any($1)`,
      [people.map(({ certificateNo }) => certificateNo)],
    );
    if (Number(raised[0]?.n) < people.length * CASES_OF_LATE)
      throw new Error(`only ${raised[0]?.n} late alerts were raised`);
    return median(taken);
  } finally {
    justice.close();
    personnel.close();
    await hub.close();
  }
}

interface Person {
  readonly n: number;
  readonly certificateNo: string;
  readonly citizenIdNumber: string;
}

function personOf(n: number): Person {
  const first17 = `99010119700101${String(n + 1).padStart(3, '0')}`;
  return {
    n,
    certificateNo: `133012024${String(9_000_000 + n).padStart(8, '0')}`.slice(0, 17),
    citizenIdNumber: first17 + citizenIdCheck(first17),
  };
}

const grantOf = ({ n, certificateNo, citizenIdNumber }: Person, firmId: string) => ({
  key: `late-${n}`,
  kind: 'GRANTED',
  effectiveOn: '2026-01-05',
  decidedBy: '浙江省司法厅',
  decidedByLevel: 'PROVINCE',
  asOf: '2026-11-20T00:00:00Z',
  certificateNo,
  category: 'FULL_TIME',
  firmId,
  person: { fullName: '迟来人', citizenIdNumber },
});

const staffOf = ({ n, citizenIdNumber }: Person) => ({
  key: `late-${n}`,
  citizenIdNumber,
  fullName: '迟来人',
  services: [
    {
      court: COURT,
      post: '审判员',
      category: 'JUDGE',
      rank: 8,
      tenure: 'TENURED',
      isInPost: true,
      isCivilServant: true,
      from: '2010-03-01',
    },
  ],
  departures: [{ court: COURT, type: 'RESIGNED', effectiveOn: '2025-12-15' }],
  asOf: '2026-11-20T00:00:00Z',
});

async function pushed(client: GraphqlClient, query: string, items: readonly object[]): Promise<void> {
  const { data, errors } = JSON.parse(await client.post(bodyOf(query, { items })));
  if (errors || data.pushed.recorded !== items.length) throw new Error(JSON.stringify(errors ?? data).slice(0, 600));
}
