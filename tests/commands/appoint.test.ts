import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { layGround } from '../../seeds/ground.js';
import { appoint, dismiss, openAdministrators } from '../../src/commands/appoint.js';
import { type Config, readConfig } from '../../src/config.js';
import { openPglite } from '../../src/db/pglite.js';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { databaseKinds } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const account = (subject: string) => ['--issuer', DEVELOPMENT_ISSUER, '--subject', subject, '--by', '王运维'];
const office = (subject: string, role = 'security', unit = '浙0106') => [
  '--role',
  role,
  '--unit',
  unit,
  ...account(subject),
];
const consoleOf = (unit = '浙0106', clientId = 'xihu-console') => [
  ...['--issuer', DEVELOPMENT_ISSUER, '--client-id', clientId, '--unit', unit],
  ...['--name', '管理入口', '--responsible', '周管理', '--by', '王运维'],
];

/** What a command prints. */
async function said(command: typeof appoint, config: Config, args: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await command(config, args);
    return log.mock.calls.flat().join('\n');
  } finally {
    log.mockRestore();
  }
}

describe('the first administrators, on the embedded database', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('come from the machine of the operator, one office each, with a line in the trail and a move of the epoch', async () => {
    folders.push(mkdtempSync(join(tmpdir(), 'lushu-appoint-')));
    const folder = join(folders[0] as string, 'data');
    const config = readConfig({ LUSHU_DATA_DIR: folder });
    const open = async <T>(work: (database: Awaited<ReturnType<typeof openPglite>>) => Promise<T>): Promise<T> => {
      const database = await openPglite(folder);
      return work(database).finally(() => database.close());
    };
    await open(async (database) => {
      await database.migrate();
      await database.transaction(layGround);
    });
    expect(await said(appoint, config, office('he'))).toBe(
      'appointed he security administrator of 杭州市西湖区人民法院',
    );
    await expect(appoint(config, office('he', 'audit'))).rejects.toThrow(
      'is security administrator of 浙0106: dismiss it first',
    );
    await expect(appoint(config, office('he', 'judge'))).rejects.toThrow('--role is system, security or audit');
    await expect(appoint(config, office('root'))).rejects.toMatchObject({ code: 'ACCOUNT_SHARED' });
    await expect(appoint(config, ['--role', 'audit'])).rejects.toThrow(/--issuer is missing.*\nlushu appoint/);
    expect(await said(dismiss, config, account('he'))).toBe(
      'dismissed he, security administrator of 浙0106\n浙0106 has no security administrator now: appoint one.',
    );
    const trail = await open((database) =>
      database.single(
        sql`select kind, outcome, operation, actor_id, institution, unit, role, epoch, refusals from audit.audit_line order by id`,
      ),
    );
    const line = {
      kind: 'RECORDED',
      outcome: 'ANSWERED',
      actor_id: '王运维',
      institution: 'COURT',
      unit: '浙0106',
      role: null,
    };
    expect(trail).toMatchObject([
      { ...line, operation: 'lushu appoint', epoch: 2 },
      { ...line, operation: 'lushu dismiss', epoch: 3 },
    ]);
  }, 180_000);
});

const [, postgresql] = databaseKinds;

describe.skipIf(!postgresql)('the operator’s commands, beside a running hub', () => {
  const hub = hubFor(postgresql as NonNullable<typeof postgresql>);
  const config = () => readConfig({ DATABASE_URL: hub.url as string });
  const ask = (subject: string, clientId: string, role = 'system') =>
    hub
      .asClaims({ subject, clientId, role, unit: '浙0106' }, role === 'audit' ? 'AUDIT' : 'SYSTEM_ADMINISTRATION')
      .ask('{ administrators { nodes { subject } } }');

  it('hold at once: an office and a console open, and close again', async () => {
    expect((await ask('chen', 'xihu-console')).codes).toEqual(['CLIENT_UNKNOWN']);
    expect(await said(openAdministrators, config(), consoleOf())).toBe(
      'opened xihu-console for the administrators of 杭州市西湖区人民法院',
    );
    expect((await ask('chen', 'xihu-console')).codes).toEqual(['ROLE_NOT_HELD']);
    await said(appoint, config(), office('chen', 'system'));
    expect((await ask('chen', 'xihu-console')).data.administrators.nodes).toEqual([{ subject: 'chen' }]);
    await said(dismiss, config(), account('chen'));
    expect((await ask('chen', 'xihu-console')).codes).toEqual(['ROLE_NOT_HELD']);
    const { data } = await hub
      .as('audit@court')
      .ask('{ administrationActs { nodes { actor role client operations records unit { code } } } }');
    const acts = data.administrationActs.nodes.filter(({ actor }: { actor: string }) => actor === '王运维');
    expect(acts).toMatchObject([
      { actor: '王运维', role: null, client: null, operations: ['lushu dismiss'], unit: { code: '浙0106' } },
      { operations: ['lushu appoint'], records: [expect.stringMatching(/^Administrator /)] },
      { operations: ['lushu console'], records: [expect.stringMatching(/^Client /)] },
    ]);
  });

  it('refuse a unit that there is not, and the end of an office that nobody holds', async () => {
    await expect(appoint(config(), office('li', 'audit', 'nowhere'))).rejects.toThrow('There is no unit nowhere');
    await expect(dismiss(config(), account('li'))).rejects.toThrow('holds no office');
  });

  it('a console that was limited is limited no more when it is opened again, and the trail names both', async () => {
    await said(openAdministrators, config(), consoleOf());
    await said(appoint, config(), office('feng', 'system'));
    await hub.rows(sql`insert into hub.operation_limit (id, unit_id, client_id, reason, limited_by, limited_at)
      select gen_random_uuid(), unit_id, id, 'test', 'test', now() from hub.client where client_id = 'xihu-console'`);
    await hub.rows(sql`select audit.move_epoch()`);
    expect((await ask('feng', 'xihu-console')).codes).toEqual(['OPERATION_UNREGISTERED']);
    await said(openAdministrators, config(), consoleOf());
    const [line] = await hub.trail();
    expect(Object.keys((line as unknown as { records: object }).records)).toEqual(['Client', 'OperationLimit']);
    expect((await ask('feng', 'xihu-console')).codes).toEqual([]);
  });

  it('a console serves administrators only, is opened again after it was disabled, and takes no other client’s place', async () => {
    await hub.rows(sql`update hub.client set state = 'DISABLED' where client_id = 'xihu-console'`);
    await hub.rows(sql`select audit.move_epoch()`);
    expect((await ask('chen', 'xihu-console')).codes).toEqual(['CLIENT_DISABLED']);
    await said(openAdministrators, config(), consoleOf());
    expect((await ask('chen', 'xihu-console')).codes).toEqual(['ROLE_NOT_HELD']);
    const clerk = hub.asClaims(
      { subject: 'zhou', clientId: 'xihu-console', role: 'filing', unit: '浙0106' },
      'CASE_FILING',
    );
    expect((await clerk.ask('{ whoAmI { role } }')).codes).toEqual(['ROLE_NOT_HELD']);
    for (const [unit, clientId] of [
      ['zj-justice', 'lushu-trial'],
      ['浙0106', 'lushu-trial'],
      ['zj-bar', 'xihu-console'],
    ])
      await expect(openAdministrators(config(), consoleOf(unit, clientId)), clientId).rejects.toThrow(
        'is no console of this unit',
      );
    await expect(openAdministrators(config(), consoleOf('浙0106', 'admin'))).rejects.toMatchObject({
      code: 'ACCOUNT_SHARED',
    });
  });
});
