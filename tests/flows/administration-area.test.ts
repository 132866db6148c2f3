import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { uuidv7 } from '../../src/kernel/uuid.js';
import { ACTIVATE, registered } from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

onEveryDatabase('an administrator’s area', (kind) => {
  const hub = hubFor(kind);
  const seen = async (persona: string) => {
    const { data } = await hub
      .as(persona)
      .ask('{ clients(first: 100) { totalCount nodes { clientId unit { code } } } }');
    return data.clients;
  };

  it('is his unit and those below it of the same institution, for lists, single clients and acts alike', async () => {
    const courts = await registered(hub);
    await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at)
      select ${uuidv7()}::uuid, ${DEVELOPMENT_ISSUER}, 'xihu-security', 'security', id, 'test', now() from hub.unit where code = '浙0106'
      union all select ${uuidv7()}::uuid, ${DEVELOPMENT_ISSUER}, 'yinzhou-security', 'security', id, 'test', now() from hub.unit where code = '浙0212'
      union all select ${uuidv7()}::uuid, ${DEVELOPMENT_ISSUER}, 'hangzhou-security', 'security', id, 'test', now() from hub.unit where code = 'hangzhou-bureau'`);
    await hub.rows(sql`select audit.move_epoch()`);
    const of = (subject: string, unit: string) =>
      hub.asClaims({ subject, clientId: 'lushu-trial', role: 'security', unit }, 'SECURITY_ADMINISTRATION');
    const askers = {
      'security@court': hub.as('security@court'),
      xihu: of('xihu-security', '浙0106'),
      yinzhou: of('yinzhou-security', '浙0212'),
      department: hub.as('security'),
      bar: hub.as('security@bar'),
      bureau: of('hangzhou-security', 'hangzhou-bureau'),
    };
    const reached: string[] = [];
    for (const [name, asker] of Object.entries(askers)) {
      const { data, codes } = await asker.ask(
        `{ client(id: "${courts.id}") { id } clients(first: 100) { totalCount nodes { id unit { institution } } } }`,
      );
      expect(codes, name).toEqual([]);
      const listed = data.clients.nodes.some(({ id }: { id: string }) => id === courts.id);
      expect(listed, name).toBe(data.client !== null);
      expect(data.clients.totalCount, name).toBe(data.clients.nodes.length);
      if (listed) reached.push(name);
      else expect((await asker.ask(ACTIVATE, { id: courts.id })).codes, name).toEqual(['NOT_FOUND']);
    }
    expect(reached).toEqual(['security@court', 'xihu']);
    expect((await askers.bureau.ask('{ clients { totalCount } }')).data.clients.totalCount).toBe(0);
    expect((await seen('security')).nodes.map(({ clientId }: { clientId: string }) => clientId)).toEqual([
      'gateway',
      'lushu-trial',
    ]);
  });

  it('lists clients in one order, page by page, and by state', async () => {
    for (const clientId of ['b', 'B', 'a', '乙', 'A']) await registered(hub, { clientId: `order-${clientId}` });
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await hub
        .as('audit@court')
        .ask(
          'query($after: String) { clients(state: REGISTERED, first: 2, after: $after) { nodes { clientId } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      names.push(...data.clients.nodes.map(({ clientId }: { clientId: string }) => clientId));
      after = data.clients.pageInfo.hasNextPage ? data.clients.pageInfo.endCursor : null;
    } while (after);
    const order = names.filter((name) => name.startsWith('order-'));
    expect(order).toEqual(['order-A', 'order-B', 'order-a', 'order-b', 'order-乙']);
    expect(new Set(names).size).toBe(names.length);
    const { data } = await hub.as('audit@court').ask('{ clients(state: ACTIVE) { totalCount } }');
    expect(data.clients.totalCount).toBe(0);
    const foreign = Buffer.from(JSON.stringify(['administrators', 'x', uuidv7()])).toString('base64url');
    const refused = await hub
      .as('audit@court')
      .ask('query($after: String) { clients(after: $after) { totalCount nodes { id } } }', { after: foreign });
    expect(refused.codes).toEqual(['CURSOR_INVALID']);
  });

  it('tells who holds which office there', async () => {
    const { data } = await hub
      .as('system@bar')
      .ask('{ administrators { totalCount nodes { role subject unit { code } } } }');
    expect(data.administrators.totalCount).toBe(3);
    const offices = data.administrators.nodes.map(
      ({ role, subject, unit }: { role: string; subject: string; unit: { code: string } }) => [
        role,
        subject,
        unit.code,
      ],
    );
    expect(offices.sort()).toEqual([
      ['audit', 'persona:audit@bar', 'zj-bar'],
      ['security', 'persona:security@bar', 'zj-bar'],
      ['system', 'persona:system@bar', 'zj-bar'],
    ]);
  });
});
