import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../src/db/handle.js';
import { recordset, rows } from '../src/db/rows.js';
import { mediatorRosterEntry } from '../src/domain/bar/roster.table.js';
import { deriveHistory, statusOn } from '../src/domain/justice/licence.rule.js';
import { addDays, type Day } from '../src/kernel/day.js';
import { courts } from './courts.js';
import { cityCodeOf } from './divisions.js';
import type { GeneratedLawyer } from './lawyers.js';
import { suspendedLawyerId } from './persona-records.js';
import { idsOf } from './random.js';

const entryIdOf = idsOf('lushu', 'mediator');
const COURTS = ['浙0106', '浙0212'];
const LISTED_BY_EACH = 12;
const OF_ONE_FIRM = 3;
const FIELDS = ['婚姻家庭', '民间借贷', '物业服务', '买卖合同', '劳动争议', '交通事故', '知识产权', '建设工程'];

/** Who mediates at the courts of 杭州西湖 and 宁波鄞州: practising lawyers of those cities, and one whose suspension came later. */
export class Mediators {
  readonly #seats = courts
    .filter(({ code }) => COURTS.includes(code))
    .map((seat) => ({ seat, listed: [] as { lawyerId: string; firmId: string }[] }));

  constructor(private readonly today: Day) {}

  /** Lists the lawyers of a chunk while there is room, the last ones first: the first ones head the firms. */
  invite(lawyers: readonly GeneratedLawyer[]): void {
    for (const { seat, listed } of this.#seats)
      for (const lawyer of lawyers.toReversed()) {
        if (listed.length >= LISTED_BY_EACH) break;
        if (cityCodeOf(lawyer.divisionCode) !== cityCodeOf(seat.divisionCode)) continue;
        const firmId = this.#firmOf(lawyer);
        const colleagues = listed.filter((other) => other.firmId === firmId).length;
        if (firmId === null || colleagues >= OF_ONE_FIRM) continue;
        listed.push({ lawyerId: lawyer.id, firmId });
      }
  }

  /** How many are listed. */
  get count(): number {
    return this.#seats.reduce((sum, { listed }) => sum + listed.length, 0);
  }

  /** Enters the roster. */
  async enter(handle: WriteHandle, at: Date): Promise<void> {
    const entries = this.#seats.flatMap(({ seat, listed }, place) =>
      listed.map(({ lawyerId }, i) => ({
        id: entryIdOf(place * LISTED_BY_EACH + i),
        lawyer_id: lawyerId,
        court_id: seat.id,
        specialities: [FIELDS[i % FIELDS.length], FIELDS[(i + place + 3) % FIELDS.length]],
        listed_on: addDays(this.today, -300 - 7 * i),
        listed_until: addDays(this.today, 430 - 7 * i),
      })),
    );
    if (entries.length === 0) return;
    await rows(
      handle,
      sql`insert into ${mediatorRosterEntry} (id, lawyer_id, court_id, specialities, listed_on, listed_until, state, updated_at)
        select r.*, 'LISTED', ${at.toISOString()}::timestamptz from ${recordset(
          entries,
          'r',
          'id uuid, lawyer_id uuid, court_id uuid, specialities text[], listed_on date, listed_until date',
        )}`,
    );
  }

  /** The firm of a lawyer fit to be listed: practising, or the one whose suspension came after. */
  #firmOf({ id, facts }: GeneratedLawyer): string | null {
    const standing = statusOn(deriveHistory(facts).periods, this.today);
    return standing?.status === 'PRACTISING' || id === suspendedLawyerId ? (standing?.firmId ?? null) : null;
  }
}
