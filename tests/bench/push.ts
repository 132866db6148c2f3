import type pg from 'pg';
import { systemClock, today as todayOf } from '../../src/kernel/clock.js';
import { bodyOf, GraphqlClient } from './client.js';
import { command, serve } from './hub-process.js';
import { batchesOf, EVENTS_A_BATCH, LAWYERS_A_BATCH, type PushBatch, type Standing } from './push-events.js';
import { footprintsSince, type Mark, markOf } from './push-footprint.js';
import { insertAll, replayOf } from './push-raw.js';
import { median, type Options, type Report } from './report.js';
import { textClient, withScratch } from './scratch.js';

const RESULTS =
  '{ recorded refused results { __typename ... on ItemRecorded { key id } ... on ItemRefused { code path } } }';
const EVENTS = `mutation ($items: [LicenceEventInput!]!) { pushed: recordLicenceEvents(events: $items) ${RESULTS} }`;
const SANCTIONS = `mutation ($items: [SanctionInput!]!) { pushed: recordSanctions(sanctions: $items) ${RESULTS} }`;
const WARM_UP_BATCHES = 4;

/** Events or rows a second. */
interface Round {
  readonly hub: number;
  readonly raw: number;
}

/**
 * Licence events through the whole API in batches of 1,000, against the rows they left sent as multi-row INSERTs into
 * the same tables: one connection on each side, one transaction for each thousand, the server's own durability.
 */
export function push({ lawyers = 40_000, firms = 2_500, rounds = 7, batches = 4 }: Options): Promise<Report> {
  return withScratch('push', async (scratch) => {
    await command(scratch, 'seed', '--lawyers', String(lawyers), '--firms', String(firms));
    const hub = await serve(scratch, { LUSHU_DATABASE_CONNECTIONS: '1' });
    const client = new GraphqlClient(hub.url, await command(scratch, 'token', 'justice'), 'LICENCE_ADMINISTRATION');
    const raw = await textClient(scratch.databaseUrl);
    try {
      const needed = (WARM_UP_BATCHES + rounds * batches) * LAWYERS_A_BATCH;
      const batchOf = batchesOf(await standing(raw, lawyers, needed), todayOf(systemClock));
      let ordinal = 0;
      const take = (count: number) => Array.from({ length: count }, () => batchOf(ordinal++));
      let rows = 0;
      const round = async (taken: readonly PushBatch[]): Promise<Round> => {
        const mark = await markOf(raw);
        const hubSeconds = await pushed(client, taken);
        const replayed = await replay(raw, mark, taken.length);
        rows += replayed.rows;
        const events = taken.length * EVENTS_A_BATCH;
        return { hub: events / hubSeconds, raw: events / replayed.seconds };
      };
      await round(take(WARM_UP_BATCHES));
      const measured: Round[] = [];
      for (let i = 0; i < rounds; i++) measured.push(await round(take(batches)));
      return report(measured, batches, rows);
    } finally {
      client.close();
      await raw.end();
      await hub.close();
    }
  });
}

/** Sends batches one after the other; the decisions they rest on are recorded before the clock starts. */
async function pushed(client: GraphqlClient, batches: readonly PushBatch[]): Promise<number> {
  for (const { sanctions } of batches)
    checked(await client.post(bodyOf(SANCTIONS, { items: sanctions })), sanctions.length);
  const bodies = batches.map(({ events }) => bodyOf(EVENTS, { items: events }));
  const answers: string[] = [];
  const begun = performance.now();
  for (const body of bodies) answers.push(await client.post(body));
  const seconds = (performance.now() - begun) / 1000;
  for (const answer of answers) checked(answer, EVENTS_A_BATCH);
  return seconds;
}

/** Sends the rows that the batches left once more, raw. */
async function replay(raw: pg.Client, mark: Mark, batches: number) {
  const footprints = (await footprintsSince(raw, mark)).filter(({ rows }) => rows.get('justice.licence_event')?.length);
  if (footprints.length !== batches) throw new Error(`${batches} batches left ${footprints.length} footprints`);
  const replays = footprints.map(replayOf);
  for (const { before } of replays) await insertAll(raw, before);
  let rows = 0;
  const begun = performance.now();
  for (const { timed } of replays) rows += await insertAll(raw, timed);
  const seconds = (performance.now() - begun) / 1000;
  if (rows < batches * EVENTS_A_BATCH * 3) throw new Error(`only ${rows} rows were replayed`);
  return { seconds, rows };
}

/** Throws unless every item was recorded. */
function checked(answer: string, expected: number): void {
  const { data, errors } = JSON.parse(answer);
  if (data?.pushed?.recorded === expected && data.pushed.refused === 0) return;
  const refused = data?.pushed?.results?.filter((result: { code?: string }) => result.code).slice(0, 3);
  throw new Error(
    `${data?.pushed?.recorded} of ${expected} recorded: ${JSON.stringify(refused ?? errors).slice(0, 1000)}`,
  );
}

/** Lawyers who practise in a firm and have but one event, and the firms that stand. */
async function standing(client: pg.Client, generated: number, needed: number): Promise<Standing> {
  const { rows: lawyers } = await client.query(
    `select l.certificate_no as "certificateNo", f.unified_social_credit_code as "firmCode"
     from justice.lawyer l join justice.licence_period p on p.lawyer_id = l.id and p.until_on = 'infinity' and p.status = 'PRACTISING'
     join justice.firm f on f.id = p.firm_id where p.from_on < current_date - 30 order by md5(l.id::text) limit $1`,
    [needed],
  );
  const { rows: firms } = await client.query(
    `select unified_social_credit_code as code, division_code as "divisionCode", address
     from justice.firm where closed_on is null order by id`,
  );
  return { lawyers, firms, generated };
}

function report(measured: readonly Round[], batches: number, rows: number): Report {
  const [hub, raw] = [median(measured.map((round) => round.hub)), median(measured.map((round) => round.raw))];
  return {
    name: 'push',
    ratios: { 'hub/rawInsert': hub / raw },
    counts: { events: measured.length * batches * EVENTS_A_BATCH, rounds: measured.length, rowsReplayed: rows },
    figures: { hubEventsPerSecond: hub, rawEventsPerSecond: raw },
  };
}
