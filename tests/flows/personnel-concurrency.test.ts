import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { personaFirmId } from '../../seeds/persona-records.js';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { departure, member, PUSH_STAFF, service } from '../support/personnel.js';
import { grant, newCitizenId, newKey, outcomes, PUSH_EVENTS } from '../support/pushes.js';

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe('personnel writers at once [PostgreSQL]', () => {
  if (!postgresql) return it.skip('needs a PostgreSQL in TEST_DATABASE_URL', () => undefined);
  const hub = hubFor(postgresql);
  const waiting = async (count: number) => {
    const name = new URL(hub.url as string).pathname.slice(1);
    for (;;) {
      const held = await hub.rows(
        sql`select 1 from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'`,
      );
      if (held.length >= count) return;
      await sleep(20);
    }
  };

  it('a lawyer and a member of staff who are entered at the same time do not miss each other', async () => {
    const citizenIdNumber = newCitizenId();
    const left = member({ citizenIdNumber, departures: [departure('2019-01-01')] });
    const granted = grant(personaFirmId, '2024-01-01', { person: { fullName: '陆沉舟', citizenIdNumber } });
    const both = await hub.database.transaction(async (handle) => {
      // both have looked for the other by then, and wait with their changes
      await handle.execute(sql`lock table outbox.change in access exclusive mode`);
      const sent = [
        hub.as('personnel').ask(PUSH_STAFF, { staff: [left] }),
        hub.as('justice').ask(PUSH_EVENTS, { events: [granted] }),
      ];
      await waiting(2);
      return sent;
    });
    expect((await Promise.all(both)).map(outcomes)).toEqual([['recorded'], ['recorded']]);
    const linked = await hub.rows(sql`select 1 from court.court_staff s join justice.lawyer l on l.id = s.lawyer_id
      where s.citizen_id_hash = ${hub.crypto.match(citizenIdNumber)}`);
    expect(linked).toHaveLength(1);
  });

  it('of two units that enter the same person at once, he is one, and what excludes itself is refused', async () => {
    const person = { citizenIdNumber: newCitizenId(), fullName: '陆沉舟', asOf: '2026-11-20T00:00:00Z' };
    const push = (court: string) =>
      hub.as('personnel').ask(PUSH_STAFF, {
        staff: [{ ...person, key: newKey(), services: [service('2020-01-01', { court })] }],
      });
    const answers = await Promise.all(['浙0106', '浙0212', '浙0203'].map(push));
    const overlaps = 'SERVICE_OVERLAPS staff.0.services.0.from';
    expect(answers.flatMap(outcomes).toSorted()).toEqual([overlaps, overlaps, 'recorded']);
    const services =
      await hub.rows(sql`select 1 from court.court_service v join court.court_staff s on s.id = v.staff_id
      where s.citizen_id_hash = ${hub.crypto.match(person.citizenIdNumber)}`);
    expect(services).toHaveLength(1);
  });
});
