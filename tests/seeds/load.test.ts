import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSeed, SeedRefused } from '../../seeds/command.js';
import { personas } from '../../seeds/personas.js';
import { isEmpty, type SeedCounts, seedProvince } from '../../seeds/seed.js';
import type { Database } from '../../src/db/handle.js';
import { rows } from '../../src/db/rows.js';
import { parseCitizenId } from '../../src/kernel/citizen-id.js';
import { today as todayOf } from '../../src/kernel/clock.js';
import { type CryptoProvider, softwareCrypto } from '../../src/kernel/crypto.js';
import { StandingClock } from '../support/clock.js';
import { onEveryDatabase } from '../support/databases.js';

const clock = new StandingClock();
const crypto: CryptoProvider = softwareCrypto({
  hashKey: Buffer.alloc(32, 1),
  cipherKey: Buffer.alloc(16, 2),
  macKey: Buffer.alloc(32, 3),
});

onEveryDatabase('a seeded province', (kind) => {
  let database: Database;
  let counts: SeedCounts;
  let wasEmpty: boolean;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await kind.open());
    await database.migrate();
    wasEmpty = await isEmpty(database);
    counts = await seedProvince(database, crypto, clock);
  });
  afterAll(() => drop());

  const all = <Row>(text: string) => database.transaction((handle) => rows<Row>(handle, sql.raw(text)));
  const count = async (from: string) =>
    Number((await all<{ count: string }>(`select count(*) from ${from}`))[0]?.count);

  it('has as many records as it says: 120 firms and 2,000 lawyers, the personas among them', async () => {
    expect(counts).toMatchObject({ courts: 102, units: 115, firms: 120, lawyers: 2000, journals: 3, articles: 5 });
    expect(await count('justice.firm')).toBe(120);
    expect(await count('justice.lawyer')).toBe(2000);
    expect(await count('justice.licence_event')).toBe(counts.events);
    expect(await count('justice.licence_period')).toBe(counts.periods);
    expect(await count('justice.sanction')).toBe(counts.sanctions);
    expect(await count('justice.certificate')).toBe(counts.certificates);
    expect(await count('bar.mediator_roster_entry')).toBe(counts.mediators);
    expect(await count('hub.unit')).toBe(counts.units);
    expect(counts.mediators).toBe(24);
    expect(await count('court.court_case')).toBe(counts.cases);
    expect(await count('court.representation')).toBe(counts.representations);
    expect(await count('justice.firm_job')).toBe(counts.jobs);
    expect(await count('justice.licence_application')).toBe(counts.applications);
    expect(await count('bar.internship')).toBe(counts.internships);
    expect(await count('hub.rule_pack')).toBe(counts.packs);
    expect(counts).toMatchObject({
      cases: 36,
      representations: 60,
      jobs: 10,
      applications: 7,
      internships: 10,
      packs: 2,
    });
  });

  it('was empty before and is not after, and refuses to be seeded again', async () => {
    expect(wasEmpty).toBe(true);
    expect(await isEmpty(database)).toBe(false);
    await expect(runSeed([], database, crypto, clock)).rejects.toThrow(SeedRefused);
    await expect(runSeed([], database, crypto, clock)).rejects.toThrow(/not empty/);
  });

  it('holds the unit, firm or lawyer of every persona', async () => {
    const ids = new Set(
      (
        await all<{ id: string }>(
          'select code as id from hub.unit union select id::text from justice.firm union select id::text from justice.lawyer',
        )
      ).map(({ id }) => id),
    );
    expect(personas.length).toBe(26);
    for (const { claims } of personas) expect(ids).toContain(claims.unit ?? claims.firm ?? claims.lawyer);
  });

  it('has one licence period of every lawyer for today, and the suspended persona is suspended', async () => {
    const standing = await all<{ status: string; id: string }>(
      `select lawyer_id as id, status from justice.licence_period where '${todayOf(clock)}' between from_on and until_on`,
    );
    expect(standing.length).toBe(2000);
    const { claims } = personas.find(({ name }) => name === 'self@suspended') ?? {};
    expect(standing.find(({ id }) => id === claims?.lawyer)?.status).toBe('SUSPENDED');
    const shares = standing.filter(({ status }) => status === 'PRACTISING').length / standing.length;
    expect(shares).toBeGreaterThan(0.8);
  });

  it('keeps citizen IDs as hash and ciphertext only', async () => {
    const sealed = await all<Record<string, string>>(
      'select id, citizen_id_hash as hash, citizen_id_sealed as sealed from justice.lawyer',
    );
    const numbers = sealed.map((row) => crypto.open(row.sealed as string));
    expect(numbers.filter((number) => parseCitizenId(number) !== number)).toEqual([]);
    expect(new Set(numbers).size).toBe(2000);
    expect(sealed.filter((row, i) => row.hash !== crypto.match(numbers[i] as string))).toEqual([]);
    const stored = JSON.stringify(
      await all(
        'select to_jsonb(l) as row from justice.lawyer l union all select to_jsonb(e) from justice.licence_event e',
      ),
    );
    expect(numbers.filter((number) => stored.includes(number))).toEqual([]);
  });

  it('gives every court its parent and its area', async () => {
    expect(await count('court.court where parent_id is null')).toBe(1);
    expect(await count('court.court c where not exists (select from court.court_area a where a.court_id = c.id)')).toBe(
      0,
    );
    expect(await count('hub.unit u where not exists (select from hub.unit_division d where d.unit_id = u.id)')).toBe(0);
    expect(
      await count(
        "hub.unit u join court.court c on c.id = u.court_id and c.code = u.code where u.institution = 'COURT'",
      ),
    ).toBe(102);
  });

  it('lists mediators of both courts, all practising but the one suspended after he was listed', async () => {
    const mediators = await all<{ court: string; status: string }>(
      `select c.code as court, p.status from bar.mediator_roster_entry m join court.court c on c.id = m.court_id
       join justice.licence_period p on p.lawyer_id = m.lawyer_id and '${todayOf(clock)}' between p.from_on and p.until_on`,
    );
    expect(mediators.filter(({ court }) => court === '浙0106').length).toBe(12);
    expect(mediators.filter(({ court }) => court === '浙0212').length).toBe(12);
    expect(mediators.filter(({ status }) => status !== 'PRACTISING').map(({ status }) => status)).toEqual([
      'SUSPENDED',
    ]);
  });

  it('publishes one issue with an article of every disclosure', async () => {
    const articles = await all<{ disclosure: string }>('select disclosure from bar.journal_article');
    expect(new Set(articles.map(({ disclosure }) => disclosure))).toEqual(
      new Set(['PUBLIC', 'SHARED', 'RESTRICTED', 'WITHHELD']),
    );
  });

  it('leaves no trail and no change: nobody asked for it', async () => {
    expect(await count('audit.audit_line')).toBe(0);
    expect(await count('outbox.change')).toBe(0);
  });
});
