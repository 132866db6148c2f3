import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaNamed } from '../../seeds/personas.js';
import { sendTo } from '../../src/commands/staff-import.js';
import { type BadRow, importStaff, UnreadableFile } from '../../src/commands/staff-import-run.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { newCitizenId } from '../support/pushes.js';

const ROWS = 10_000;
const HEADER =
  'citizenIdNumber,fullName,court,post,category,rank,isInPost,from,until,departureType,effectiveOn,reason,asOf';

/** What is wrong with some rows: the row, made of a good one's cells, and how it is refused. */
const wrong: readonly (readonly [code: string, path: string, spoil: (cells: string[]) => string])[] = [
  ['RANK_UNKNOWN', 'services.0.rank', (cells) => cells.with(5, '99').join()],
  ['VALUE_UNKNOWN', 'services.0.rank', (cells) => cells.with(5, '八级').join()],
  ['VALUE_UNKNOWN', 'services.0.isInPost', (cells) => cells.with(6, 'maybe').join()],
  ['VALUE_UNKNOWN', 'services.0.category', (cells) => cells.with(4, 'KING').join()],
  ['CITIZEN_ID_INVALID', 'citizenIdNumber', (cells) => cells.with(0, '990101198001010015').join()],
  ['COURT_UNKNOWN', 'services.0.court', (cells) => cells.with(2, '浙9999').join()],
  ['DATE_INVALID', 'services.0.from', (cells) => cells.with(7, '2010-13-01').join()],
  ['PERIOD_INVALID', 'services.0.until', (cells) => cells.with(8, '2009-01-01').join()],
  ['DEPARTURE_BEFORE_SERVICE', 'departures.0.effectiveOn', (cells) => cells.with(10, '2001-01-01').join()],
  ['FIELD_REQUIRED', 'fullName', (cells) => cells.with(1, '').join()],
  ['FIELD_REQUIRED', 'departures.0.type', (cells) => cells.with(9, '').join()],
  ['FIELD_REQUIRED', 'asOf', (cells) => cells.slice(0, 12).join()],
  ['FIELD_NOT_ALLOWED', 'column 14', (cells) => [...cells, 'more'].join()],
  ['TEXT_INVALID', '', (cells) => cells.with(11, '"left open').join()],
];
const good = (): string[] => [
  newCitizenId(),
  '"陆, 沉舟"',
  '浙0106',
  '审判员',
  'JUDGE',
  '8',
  '是',
  '2010-03-01',
  '',
  'RESIGNED',
  '2024-05-06',
  '"说""不"',
  '2026-11-20T00:00:00Z',
];

onEveryDatabase('an import of court staff', (kind) => {
  const hub = hubFor(kind);
  const send = async () => sendTo(hub.server.url, await hub.issuer.token(personaNamed('personnel')?.claims as never));
  const staff = async () =>
    Number(
      (
        await hub.rows<{ count: string }>(
          sql`select count(*) from court.court_staff where source <> '法院组织人事部门'`,
        )
      )[0]?.count,
    );

  it(`of ${ROWS} rows reports every bad one with line, code and path, and loses none of the good`, async () => {
    const expected = new Map<number, string>();
    const lines = Array.from({ length: ROWS }, (_, i) => {
      const cells = good().with(1, '陆沉舟');
      if (i % 97 !== 13) return cells.join();
      const [code, path, spoil] = wrong[expected.size % wrong.length] as (typeof wrong)[number];
      expected.set(i + 2, `${code} ${path}`);
      return spoil(cells);
    });
    const before = await staff();
    const bad: BadRow[] = [];
    const text = `\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`;
    const outcome = await importStaff(text, await send(), (row) => bad.push(row));
    expect(
      new Map(
        bad.map(({ line, code, path }) => [line, `${code} ${path}`]).toSorted(([a], [b]) => Number(a) - Number(b)) as [
          number,
          string,
        ][],
      ),
    ).toEqual(expected);
    expect(expected.size).toBeGreaterThan(100);
    expect(outcome).toEqual({ rows: ROWS, recorded: ROWS - expected.size, bad: expected.size });
    expect((await staff()) - before).toBe(ROWS - expected.size);
    const departures = await hub.rows<{ count: string }>(
      sql`select count(*) from court.departure where reason = '说"不'`,
    );
    expect(Number(departures[0]?.count)).toBe(ROWS - expected.size);
    const again = await importStaff([HEADER, ...lines.slice(0, 50)].join('\n'), await send(), () => undefined);
    expect(again).toMatchObject({ rows: 50, bad: 1 });
    expect((await staff()) - before).toBe(ROWS - expected.size);
    expect(hub.faults).toEqual([]);
  }, 240_000);

  it('several rows of one person are his services', async () => {
    const [one, other] = [good(), good()];
    const later = other
      .with(0, one[0] as string)
      .with(4, 'CLERK')
      .with(5, '')
      .with(7, '2005-01-01')
      .with(8, '2010-02-28')
      .with(9, '')
      .with(10, '')
      .with(11, '');
    const bad: BadRow[] = [];
    const outcome = await importStaff(
      [HEADER, one.with(1, '陆行舟').join(), later.with(1, '陆行舟').join()].join('\n'),
      await send(),
      (row) => bad.push(row),
    );
    expect([outcome.recorded, bad]).toEqual([2, []]);
    const { data } = await hub
      .as('personnel')
      .ask('{ courtStaffMembers(filter: { namePrefix: "陆行舟" }) { nodes { services { category until } } } }');
    expect(data.courtStaffMembers.nodes).toEqual([
      {
        services: [
          { category: 'CLERK', until: '2010-02-28' },
          { category: 'JUDGE', until: '2024-05-06' },
        ],
      },
    ]);
  });

  it('a file that is none of court staff is refused whole, before anything is sent', async () => {
    const nobody = () => Promise.reject(new Error('sent'));
    for (const header of ['', 'fullName', `${HEADER},salary`, `${HEADER},rank`])
      await expect(importStaff(`${header}\n${good().join()}`, nobody, () => undefined)).rejects.toThrow(UnreadableFile);
  });

  it('a hub that refuses the whole batch stops the import with its code', async () => {
    const judge = sendTo(hub.server.url, await hub.issuer.token(personaNamed('judge')?.claims as never));
    await expect(
      importStaff([HEADER, good().with(1, '陆沉舟').join()].join('\n'), judge, () => undefined),
    ).rejects.toThrow(/PURPOSE_NOT_ALLOWED|FORBIDDEN/);
  });
});
