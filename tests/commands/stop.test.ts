import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { builtHub, type HubProcess } from '../support/built-hub.js';
import { databaseKinds } from '../support/databases.js';

const postgresql = databaseKinds.find(({ name }) => name === 'PostgreSQL');

describe.skipIf(!postgresql)('stopping [PostgreSQL]', () => {
  if (!postgresql) return;
  let built: ReturnType<typeof builtHub>;
  let opened: Awaited<ReturnType<typeof postgresql.open>>;
  let token = '';
  const locker = () => new pg.Client({ connectionString: opened.url as string });
  const serve = (settings: Record<string, string> = {}) =>
    built.serve({ DATABASE_URL: opened.url as string, LUSHU_LOG_LEVEL: 'silent', ...settings });

  beforeAll(async () => {
    built = builtHub('lushu-stop');
    opened = await postgresql.open();
    token = built.run('token', 'judge');
  });
  afterAll(async () => {
    built?.clear();
    await opened.drop();
  });

  const ask = (hub: HubProcess) =>
    fetch(hub.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-lushu-purpose': 'TRIAL',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query: `{ lawyer(id: "${selfLawyerId}") { fullName } }` }),
    });

  /** An answer that waits in the database until `release`. */
  async function slowAnswer(hub: HubProcess) {
    const client = locker();
    await client.connect();
    await client.query('begin; lock table justice.lawyer in access exclusive mode');
    const answer = ask(hub).catch((error: Error) => error);
    const waiting = async () => {
      // a transaction goes on seeing the activity that it saw first
      await client.query('select pg_stat_clear_snapshot()');
      const { rowCount } = await client.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return (rowCount ?? 0) > 0;
    };
    for (let tries = 0; !(await waiting()); tries++) {
      if (tries > 200) throw new Error('no statement came to the lock');
      await sleep(50);
    }
    const release = () => client.end();
    return { answer, release };
  }

  const readiness = (hub: HubProcess) =>
    fetch(new URL('/readyz', hub.url), { headers: { connection: 'close' } }).then(
      ({ status }) => status,
      () => 'refused',
    );

  async function seen(hub: HubProcess, wanted: number | 'refused') {
    for (let tries = 0; (await readiness(hub)) !== wanted; tries++) {
      if (tries > 200) throw new Error(`never saw ${wanted}`);
      await sleep(50);
    }
  }

  it('a slow answer in flight arrives whole, with its line in the trail; the hub says no first, then refuses, and exits with 0', async () => {
    const hub = await serve({ LUSHU_DRAIN_SECONDS: '2' });
    await seen(hub, 200);
    const { answer, release } = await slowAnswer(hub);
    hub.child.kill('SIGTERM');
    await seen(hub, 503);
    await seen(hub, 'refused');
    // longer than a hub that cuts its answers after five seconds would wait
    await sleep(6_000);
    await release();
    const response = await answer;
    if (response instanceof Error) throw response;
    expect([response.status, await response.json()]).toEqual([200, { data: { lawyer: { fullName: '沈知微' } } }]);
    expect(await hub.ended).toBe(0);
    const client = locker();
    await client.connect();
    const { rows } = await client.query(
      'select kind, outcome, records from audit.audit_line where correlation_id = $1',
      [response.headers.get('x-correlation-id')],
    );
    await client.end();
    expect(rows).toEqual([{ kind: 'DISCLOSED', outcome: 'ANSWERED', records: { Lawyer: [selfLawyerId] } }]);
  });

  it('an answer that outlasts LUSHU_STOP_SECONDS is cut, and the hub ends with 1', async () => {
    const hub = await serve({ LUSHU_STOP_SECONDS: '1' });
    const { answer, release } = await slowAnswer(hub);
    hub.child.kill('SIGTERM');
    expect(await answer).toBeInstanceOf(Error);
    await release();
    expect(await hub.ended).toBe(1);
  });

  it('a second signal ends the hub at once, whatever is in flight', async () => {
    const hub = await serve();
    const { answer, release } = await slowAnswer(hub);
    hub.child.kill('SIGTERM');
    await seen(hub, 'refused');
    hub.child.kill('SIGTERM');
    expect(await hub.ended).toBe(143);
    expect(await answer).toBeInstanceOf(Error);
    await release();
  });
});
