import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { aboutAdministration } from '../../src/audit/administration.js';
import { auditLine } from '../../src/audit/audit-line.table.js';
import { uuidv7 } from '../../src/kernel/uuid.js';
import { ACTIVATE, activated, registered } from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const nowhere = uuidv7();

onEveryDatabase('what an audit administrator is told', (kind) => {
  const hub = hubFor(kind);
  const ACTS = `query($first: Int, $after: String, $from: DateTime, $to: DateTime) {
    administrationActs(first: $first, after: $after, from: $from, to: $to) { totalCount
      nodes { id at actor client role outcome operations refusals records unit { code } } pageInfo { endCursor hasNextPage } } }`;

  it('is what was done and what was refused, by whom, when and about what, latest first', async () => {
    const { id } = await activated(hub);
    await hub.as('audit@court').ask(ACTIVATE, { id });
    await hub.as('filing').ask('{ administrators { totalCount } }');
    const { data, codes } = await hub.as('audit@court').ask(ACTS);
    expect(codes).toEqual([]);
    const at = hub.clock.now().toISOString();
    const common = { at, client: 'lushu-trial' };
    expect(data.administrationActs.nodes).toMatchObject([
      {
        ...common,
        actor: 'persona:filing',
        role: 'filing',
        outcome: 'REFUSED',
        operations: ['Query.administrators'],
        refusals: ['FORBIDDEN'],
        records: [],
        unit: { code: '浙0106' },
      },
      {
        ...common,
        actor: 'persona:audit@court',
        role: 'audit',
        outcome: 'REFUSED',
        operations: ['Mutation.activateClient'],
        refusals: ['FORBIDDEN'],
      },
      {
        ...common,
        actor: 'persona:security@court',
        role: 'security',
        outcome: 'ANSWERED',
        operations: ['Mutation.activateClient'],
        refusals: [],
        records: [`Client ${id}`],
        unit: { code: '浙' },
      },
      {
        ...common,
        actor: 'persona:system@court',
        role: 'system',
        outcome: 'ANSWERED',
        operations: ['Mutation.registerClient'],
        records: [`Client ${id}`],
      },
    ]);
    expect(data.administrationActs.totalCount).toBe(4);
    const first = await hub.as('audit@court').ask(ACTS, { first: 3 });
    const { endCursor, hasNextPage } = first.data.administrationActs.pageInfo;
    const second = await hub.as('audit@court').ask(ACTS, { first: 3, after: endCursor });
    expect([hasNextPage, second.data.administrationActs.nodes.length]).toEqual([true, 1]);
  });

  it('is of his own institution; what firms and lawyers tried is told to the bar', async () => {
    await hub.as('firm').ask(ACTIVATE, { id: nowhere });
    await hub.as('self').ask(ACTIVATE, { id: nowhere });
    await hub.as('public').ask(ACTIVATE, { id: nowhere });
    const actors = async (persona: string) =>
      (await hub.as(persona).ask(ACTS)).data.administrationActs.nodes.map(({ actor }: { actor: string }) => actor);
    expect(await actors('audit@bar')).toEqual(['persona:self', 'persona:firm']);
    expect(await actors('audit')).toEqual([]);
    expect(await actors('audit@court')).not.toContain('persona:firm');
  });

  it('is of the stretch asked for', async () => {
    const early = hub.clock.now().toISOString();
    hub.clock.set('2026-12-01');
    const late = hub.clock.now().toISOString();
    await registered(hub);
    const count = async (stretch: object) =>
      (await hub.as('audit@court').ask(ACTS, { first: 1, ...stretch })).data.administrationActs.totalCount;
    const all = await count({});
    expect([await count({ from: late }), await count({ to: early }), await count({ from: early, to: late })]).toEqual([
      1,
      all - 1,
      all,
    ]);
    const backwards = await hub.as('audit@court').ask(ACTS, { from: late, to: early });
    expect([backwards.codes, backwards.errors[0].extensions.at]).toEqual([['PERIOD_INVALID'], ['to']]);
  });

  it.skipIf(kind.name !== 'PostgreSQL')(
    'is found by an index that holds the lines of administration only',
    async () => {
      const plan = await hub.database.transaction(async (handle) => {
        await handle.execute(sql`set local enable_seqscan = off`);
        return handle.execute(
          sql`explain select id from ${auditLine} where ${aboutAdministration(auditLine.coordinates)} order by id desc limit 5`,
        );
      });
      expect(JSON.stringify(plan)).toContain('audit_line_administration');
    },
  );
});
