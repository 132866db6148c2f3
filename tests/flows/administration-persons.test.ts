import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import {
  ACTIVATE,
  activated,
  clientInput,
  DISABLE,
  disableAccount,
  REGISTER,
  registered,
} from '../support/administration.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';

const OTHER = 'https://other.example';

onEveryDatabase('whom an administrator’s act is about', (kind) => {
  const hub = hubFor(kind);
  const refused = ({ codes, errors }: Answer) => [codes[0], errors[0]?.extensions.at];
  const appoint = async (issuer: string, subject: string, role: string, unit: string) => {
    await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at)
      select gen_random_uuid(), ${issuer}, ${subject}, ${role}, id, 'test', now() from hub.unit where code = ${unit}`);
    await hub.rows(sql`select audit.move_epoch()`);
  };

  it('an office elsewhere is answered for as if there were none', async () => {
    const answer = async (subject: string) => {
      const { codes, data } = await disableAccount(hub, 'security@court', subject);
      return [codes, Object.keys(data.made)];
    };
    expect(await answer('persona:security@bar')).toEqual(await answer('nobody-at-all'));
    const still = await hub.as('security@bar').ask('{ administrators { totalCount } }');
    expect(still.codes).toEqual([]);
  });

  it('what units not in charge wrote about him makes no security administrator of a unit the last', async () => {
    await appoint(DEVELOPMENT_ISSUER, 'bureau-1', 'security', 'hangzhou-bureau');
    await appoint(DEVELOPMENT_ISSUER, 'bureau-2', 'security', 'hangzhou-bureau');
    expect((await disableAccount(hub, 'security@court', 'bureau-2')).codes).toEqual([]);
    expect((await disableAccount(hub, 'security', 'bureau-1')).codes).toEqual([]);
    expect(refused(await disableAccount(hub, 'security', 'bureau-2'))).toEqual(['LAST_ADMINISTRATOR', ['subject']]);
  });

  it('every account that a token can name can be disabled, and is then refused', async () => {
    const names = ['li ', ' li', 'e\u0301', 'l\u0085i', 'l\ti', 'a\u200bb', '律'.repeat(255)];
    for (const subject of names) {
      const claims = { subject, clientId: 'lushu-trial', role: 'judge', unit: '浙0106' };
      const ask = () => hub.asClaims(claims, 'TRIAL').ask('{ whoAmI { role } }');
      expect((await ask()).codes, JSON.stringify(subject)).toEqual([]);
      expect((await disableAccount(hub, 'security@court', subject)).codes, JSON.stringify(subject)).toEqual([]);
      expect((await ask()).codes, JSON.stringify(subject)).toEqual(['PERSON_DISABLED']);
    }
    console.log(`accounts: ${names.length} unusual names let in and disabled`);
    for (const subject of ['', 'x'.repeat(256)])
      expect(refused(await disableAccount(hub, 'security@court', subject))).toEqual(['TEXT_INVALID', ['subject']]);
  });

  it('the same name of another issuer is another person and another client', async () => {
    await appoint(OTHER, 'persona:security@court', 'audit', '浙');
    expect((await disableAccount(hub, 'security@court', 'persona:security@court', OTHER)).codes).toEqual([]);
    expect(refused(await disableAccount(hub, 'security@court', 'persona:security@court'))).toEqual([
      'NOT_ONESELF',
      ['subject'],
    ]);
    const { id } = await activated(hub, { issuer: OTHER, clientId: 'lushu-trial' });
    expect((await hub.as('security@court').ask(DISABLE, { id, reason: '停用' })).codes).toEqual([]);
    const { id: theirs } = await registered(hub);
    await hub.rows(sql`update hub.client set registered_by = 'persona:security@court', registered_by_issuer = ${OTHER}
      where id = ${theirs}::uuid`);
    expect((await hub.as('security@court').ask(ACTIVATE, { id: theirs })).codes).toEqual([]);
  });

  it('a name that others have registered is not told of and not kept from anybody: the one activated has it', async () => {
    const ofBar = { unit: 'zj-bar', roles: ['bar'], purposes: ['MEMBERSHIP'] };
    const input = (clientId: string, changes = {}) => ({ input: clientInput({ clientId, ...changes }) });
    const squatted = await hub.as('system@bar').ask(REGISTER, input('court-desk', ofBar));
    const mine = await hub.as('system@court').ask(REGISTER, input('court-desk'));
    expect([squatted.codes, mine.codes]).toEqual([[], []]);
    expect(refused(await hub.as('system@court').ask(REGISTER, input('court-desk')))).toEqual([
      'CLIENT_EXISTS',
      ['input', 'clientId'],
    ]);
    expect((await hub.as('system@court').ask(REGISTER, input('lushu-trial'))).codes).toEqual([]);
    expect((await hub.as('security@court').ask(ACTIVATE, { id: mine.data.made.id })).codes).toEqual([]);
    const ofJustice = { unit: 'zj-justice', roles: ['justice'], purposes: ['DISCIPLINE'] };
    expect((await hub.as('system').ask(REGISTER, input('court-desk', ofJustice))).codes).toEqual([]);
    await hub.rows(sql`select audit.move_epoch()`);
    const claims = { subject: 'zhou', clientId: 'court-desk', role: 'filing', unit: '浙0106' };
    expect((await hub.asClaims(claims, 'CASE_FILING').ask('{ whoAmI { role } }')).codes).toEqual([]);
    const late = await hub.as('security@bar').ask(ACTIVATE, { id: squatted.data.made.id });
    expect(refused(late)).toEqual(['CLIENT_EXISTS', ['id']]);
  });

  it.each(['admin1', 'Admin-02', 'ａｄｍｉｎ', 'test_3', '管理员', '公用帐号', '测试2', '超级管理员'])(
    'a client called %s is nobody’s',
    async (clientId) => {
      const { codes } = await hub.as('system@court').ask(REGISTER, { input: clientInput({ clientId }) });
      expect(codes).toEqual(['ACCOUNT_SHARED']);
    },
  );
});
