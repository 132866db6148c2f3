import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database, WriteHandle } from '../src/db/handle.js';
import { rows } from '../src/db/rows.js';
import { upsertFirms } from '../src/domain/justice/firm-write.store.js';
import { replacePeriods } from '../src/domain/justice/licence-book.store.js';
import { insertCertificates, insertEvents, insertLawyers } from '../src/domain/justice/licence-write.store.js';
import { insertSanctions } from '../src/domain/justice/sanction-write.store.js';
import { enterCases } from './cases.js';
import { enterCourtStaff } from './court-staff.js';
import { firmRow } from './firm-rows.js';
import type { GeneratedFirm } from './firms.js';
import { layGround } from './ground.js';
import type { GeneratedLawyer } from './lawyers.js';
import { personaRecords } from './persona-records.js';
import { enterPractice } from './practice.js';
import type { OnProgress } from './progress.js';
import { publish } from './publications.js';
import { Mediators } from './roster.js';
import { type JusticeRows, justiceRows, type Making } from './rows.js';
import { announcePacks } from './rule-packs.js';
import { admitTrial } from './trial.js';

/** What a load enters: firms, then lawyers chunk by chunk; `lawyers` is how many there will be. */
export interface Cargo {
  readonly firms: readonly GeneratedFirm[];
  readonly chunks: Iterable<readonly GeneratedLawyer[]>;
  readonly lawyers: number;
}

/** What stands once everybody is entered: cases, jobs and applications, interns, rule packs. */
type Afterwards = 'cases' | 'representations' | 'jobs' | 'applications' | 'internships' | 'packs';

/** How many records a load entered beside courts, units and journals. */
export type LoadCounts = Record<'firms' | keyof JusticeRows | 'mediators' | Afterwards, number>;

const TOGETHER = 5_000;
const SLICE = 500;
/** The head of the persona firm, and the lawyers of `self` and `self@suspended`. */
const KNOWN_MEDIATORS = 3;

/**
 * Enters a province or nation into an empty database, the personas' records first. Up to 5,000 lawyers in one
 * transaction, so that a first start that is cut off leaves nothing; more of them a transaction for each chunk, and
 * the units last, so that a load cut off is not taken for a whole one. No outbox and no trail: nobody asked for this.
 */
export async function load(
  database: Database,
  making: Making & { readonly at: Date },
  cargo: Cargo,
  onProgress: OnProgress = () => undefined,
): Promise<LoadCounts> {
  const { today, asOf, at } = making;
  const personas = personaRecords(today);
  const firms = [...personas.firms, ...cargo.firms].map((firm) => firmRow(firm, today, asOf));
  const total = personas.lawyers.length + cargo.lawyers;
  const counts: LoadCounts = {
    firms: firms.length,
    lawyers: 0,
    certificates: 0,
    sanctions: 0,
    events: 0,
    periods: 0,
    mediators: 0,
    cases: 0,
    representations: 0,
    jobs: 0,
    applications: 0,
    internships: 0,
    packs: 0,
  };
  const mediators = new Mediators(today);
  mediators.invite(personas.lawyers.slice(0, KNOWN_MEDIATORS));

  /** Makes the rows of a chunk, letting the statements of the one before pass in between. */
  const prepared = async (lawyers: readonly GeneratedLawyer[]): Promise<JusticeRows> => {
    mediators.invite(lawyers);
    const made: JusticeRows[] = [];
    for (let start = 0; start < lawyers.length; start += SLICE) {
      made.push(justiceRows(lawyers.slice(start, start + SLICE), making));
      await setImmediate();
    }
    return joined(made);
  };
  const enter = async (handle: WriteHandle, chunk: JusticeRows) => {
    await insertLawyers(handle, chunk.lawyers, at);
    await insertCertificates(handle, chunk.certificates);
    await insertSanctions(handle, chunk.sanctions, at);
    await insertEvents(handle, chunk.events, at);
    await replacePeriods(handle, [], chunk.periods);
    for (const kind of Object.keys(chunk) as (keyof JusticeRows)[]) counts[kind] += chunk[kind].length;
    onProgress(counts.lawyers, total);
  };
  const enterGround = async (handle: WriteHandle) => {
    await layGround(handle);
    await enterCourtStaff(handle, making, personas.lawyers, at);
    await admitTrial(handle, at);
    await publish(handle, today, at);
    await mediators.enter(handle, at);
    counts.mediators = mediators.count;
    Object.assign(
      counts,
      await enterCases(handle, making),
      await enterPractice(handle, making),
      await announcePacks(handle, at),
    );
  };

  if (total <= TOGETHER) {
    await database.transaction(async (handle) => {
      await upsertFirms(handle, firms, at);
      for (const chunk of chunksOf(personas.lawyers, cargo)) await enter(handle, await prepared(chunk));
      await enterGround(handle);
    });
  } else {
    await database.transaction((handle) => upsertFirms(handle, firms, at));
    let before = Promise.resolve();
    for (const chunk of chunksOf(personas.lawyers, cargo)) {
      const ready = await prepared(chunk);
      const now = database.transaction((handle) => enter(handle, ready));
      // awaited one chunk later; until then a failure must not count as nobody's
      now.catch(() => undefined);
      await before;
      before = now;
    }
    await before;
    await database.transaction(enterGround);
  }
  await database.transaction((handle) => rows(handle, sql`analyze`));
  return counts;
}

function* chunksOf(personas: readonly GeneratedLawyer[], { chunks }: Cargo): Generator<readonly GeneratedLawyer[]> {
  yield personas;
  yield* chunks;
}

function joined(made: readonly JusticeRows[]): JusticeRows {
  return {
    lawyers: made.flatMap(({ lawyers }) => lawyers),
    certificates: made.flatMap(({ certificates }) => certificates),
    sanctions: made.flatMap(({ sanctions }) => sanctions),
    events: made.flatMap(({ events }) => events),
    periods: made.flatMap(({ periods }) => periods),
  };
}
