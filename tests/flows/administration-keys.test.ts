import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import {
  ACTIVATE,
  activated,
  CONFIRM,
  DISABLE,
  publicJwk,
  ROTATE,
  registered,
  WITHDRAW,
} from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';

const HOUR = 3_600_000;
const KEYS =
  'query($id: ID!) { client(id: $id) { keys { kid addedBy overlapHours confirmedBy confirmedAt validUntil withdrawnBy } } }';

onEveryDatabase('a key of a client takes two persons', (kind) => {
  const hub = hubFor(kind);
  const rotate = async (client: string, kid: string, overlapHours = 0) => {
    const { codes } = await hub
      .as('system@court')
      .ask(ROTATE, { input: { client, jwk: publicJwk(kid), overlapHours } });
    expect(codes).toEqual([]);
  };
  const confirm = (client: string, kid: string, who = 'security@court') => hub.as(who).ask(CONFIRM, { client, kid });
  const keys = async (
    id: string,
  ): Promise<Record<string, { confirmedBy: string | null; validUntil: string | null }>> => {
    const { data } = await hub.as('audit@court').ask(KEYS, { id });
    return Object.fromEntries(data.client.keys.map((key: { kid: string }) => [key.kid, key]));
  };
  const refused = ({ codes, errors }: Answer) => [codes[0], errors[0]?.extensions.at];

  it('one that is added counts for nothing and ends nothing until it is confirmed', async () => {
    const { id } = await activated(hub);
    await rotate(id, 'a');
    await confirm(id, 'a');
    await rotate(id, 'b', 2);
    expect(await keys(id)).toMatchObject({
      a: { confirmedBy: 'persona:security@court', validUntil: null },
      b: { addedBy: 'persona:system@court', overlapHours: 2, confirmedBy: null, confirmedAt: null, validUntil: null },
    });
    hub.clock.set('2026-11-22');
    expect((await confirm(id, 'b')).codes).toEqual([]);
    const [, line] = await hub.trail(2);
    expect(line).toMatchObject({ kind: 'RECORDED', records: { Client: [id], ClientKey: [expect.any(String)] } });
    const now = hub.clock.now().getTime();
    const { a, b } = await keys(id);
    expect([Date.parse(String(a?.validUntil)) - now, b?.validUntil]).toEqual([2 * HOUR - 1, null]);
  });

  it('who added it does not confirm it, not even by activating the client', async () => {
    const { id } = await registered(hub);
    await rotate(id, 'own');
    const mine = sql`update hub.client_key set added_by = 'persona:security@court' where client_id = ${id}::uuid`;
    await hub.rows(mine);
    expect(refused(await confirm(id, 'own'))).toEqual(['SAME_PERSON', ['kid']]);
    expect(refused(await hub.as('security@court').ask(ACTIVATE, { id }))).toEqual(['SAME_PERSON', ['id']]);
    // the same name of another issuer is another person
    await hub.rows(
      sql`update hub.client_key set added_by_issuer = 'https://other.example' where client_id = ${id}::uuid`,
    );
    expect((await confirm(id, 'own')).codes).toEqual([]);
  });

  it('is confirmed once, by an administrator in charge, unless it was withdrawn', async () => {
    const { id } = await activated(hub);
    await rotate(id, 'a');
    await rotate(id, 'b');
    expect(refused(await confirm(id, 'a', 'security'))).toEqual(['NOT_FOUND', ['client']]);
    expect(refused(await confirm(id, 'none'))).toEqual(['NOT_FOUND', ['kid']]);
    expect((await confirm(id, 'a')).codes).toEqual([]);
    expect(refused(await confirm(id, 'a'))).toEqual(['NOT_FOUND', ['kid']]);
    await hub.as('system@court').ask(WITHDRAW, { client: id, kid: 'b' });
    expect(refused(await confirm(id, 'b'))).toEqual(['NOT_FOUND', ['kid']]);
    // a stolen key waits for nobody, be it the only one
    expect((await hub.as('system@court').ask(WITHDRAW, { client: id, kid: 'a' })).codes).toEqual([]);
    expect((await keys(id)).a).toMatchObject({ withdrawnBy: 'persona:system@court' });
  });

  it('those of a new client are confirmed with it, and those of a disabled one are not', async () => {
    const { id } = await registered(hub);
    await rotate(id, 'a');
    await rotate(id, 'b', 1);
    await hub.as('security@court').ask(ACTIVATE, { id });
    const now = hub.clock.now().getTime();
    const first = await keys(id);
    expect([first.a?.confirmedBy, first.b?.confirmedBy]).toEqual(['persona:security@court', 'persona:security@court']);
    expect([Date.parse(String(first.a?.validUntil)) - now, first.b?.validUntil]).toEqual([HOUR - 1, null]);
    await rotate(id, 'c');
    await hub.as('security@court').ask(DISABLE, { id, reason: '停用' });
    await hub.as('security@court').ask(ACTIVATE, { id });
    expect((await keys(id)).c?.confirmedBy).toBeNull();
  });

  it('the issuer of whoever acted is in the trail', async () => {
    await activated(hub);
    const { data } = await hub.as('audit@court').ask('{ administrationActs(first: 1) { nodes { issuer actor } } }');
    const [act] = data.administrationActs.nodes;
    expect(act).toEqual({ issuer: DEVELOPMENT_ISSUER, actor: 'persona:security@court' });
    const [line] = await hub.trail();
    expect(line?.issuer).toBe(DEVELOPMENT_ISSUER);
  });
});
