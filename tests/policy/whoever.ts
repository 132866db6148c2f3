import { sql } from 'drizzle-orm';
import { type RoleLine, roleTable } from '../../src/identity/roles.js';
import type { TestHub } from '../support/hub.js';
import type { Asker } from './askers.js';
import type { Who } from './truth.js';

/** What rows may depend on of each asker, read past every grant from units and courts. */
export async function whoever(hub: TestHub, askers: readonly Asker[]): Promise<ReadonlyMap<Asker, Who>> {
  const units = await hub.rows<{ id: string; code: string; institution: string; court: string | null; area: string[] }>(
    sql`select id, code, institution, court_id as court, array(select d.division_code from hub.unit_division d where d.unit_id = u.id) as area from hub.unit u`,
  );
  const courts = await hub.rows<{ id: string; parent: string | null; division: string }>(
    sql`select id, parent_id as parent, division_code as division from court.court`,
  );
  const below = (id: string): string[] => [
    id,
    ...courts.filter(({ parent }) => parent === id).flatMap((court) => below(court.id)),
  ];
  return new Map(
    askers.map((asker) => {
      const unit = units.find(({ code }) => code === asker.claims?.unit);
      const areaCourts = unit?.court
        ? below(unit.court)
        : courts.filter(({ division }) => unit?.area.includes(division)).map(({ id }) => id);
      const line: RoleLine = roleTable[asker.role];
      return [
        asker,
        {
          role: asker.role,
          institution: unit?.institution ?? String(line.institutions[0]),
          unit: unit?.code ?? null,
          courtId: unit?.court ?? null,
          courts: areaCourts,
          area: unit?.area ?? [],
          firm: asker.claims?.firm ?? null,
          lawyer: asker.claims?.lawyer ?? null,
          viewer: {
            institution: unit?.institution ?? line.institutions[0],
            role: asker.role,
            roleZh: line.zh,
            purpose: asker.purpose,
            actorId: asker.claims?.subject ?? 'anonymous',
            unit: unit?.id ?? null,
            court: unit?.court ?? null,
            firm: asker.claims?.firm ?? null,
            lawyer: asker.claims?.lawyer ?? null,
          },
        },
      ];
    }),
  );
}
