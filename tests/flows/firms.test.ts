import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { creditCodeOf } from '../../seeds/firms.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { newKey, outcomes, PUSH_FIRMS } from '../support/pushes.js';

let made = 0;
const firm = (extra: object = {}) => ({
  key: newKey(),
  name: '浙江新开律师事务所',
  unifiedSocialCreditCode: creditCodeOf('330106', `MD0009${String(++made).padStart(2, '0')}`),
  divisionCode: '330106',
  openedOn: '2020-01-01',
  asOf: '2026-11-20T00:00:00Z',
  ...extra,
});
const failing = (code: string) => `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`;

onEveryDatabase('the justice department records firms', (kind) => {
  const hub = hubFor(kind);
  const push = (firms: object[], load = 'ENTRY', persona = 'justice') =>
    hub.as(persona).ask(PUSH_FIRMS, { firms, load });
  const seen = async (code: string, persona = 'justice') =>
    (
      await hub
        .as(persona)
        .ask(
          'query($c: String) { lawFirm(unifiedSocialCreditCode: $c) { id name status creditCodeFails personInChargeMobile } }',
          { c: code },
        )
    ).data.lawFirm;

  it('a new firm, brought up to date under another key, keeps its id and tells what changed', async () => {
    const first = firm({ personInChargeMobile: '13800001111' });
    const { data } = await push([first]);
    const id = data.push.results[0].id;
    const again = await push([{ ...first, key: newKey(), name: '浙江更名律师事务所', closedOn: '2026-11-21' }]);
    expect(again.data.push.results[0]).toMatchObject({ __typename: 'ItemRecorded', id });
    expect(await seen(first.unifiedSocialCreditCode)).toMatchObject({
      id,
      name: '浙江更名律师事务所',
      status: 'CLOSED',
    });
    const [last] = await hub.rows<{ fields: string[] }>(
      sql`select fields from outbox.change where record_id = ${id}::uuid order by id desc limit 1`,
    );
    expect(last?.fields.sort()).toEqual(['closedOn', 'name']);
    expect(outcomes(await push([first]))).toEqual(['already']);
  });

  it('a code whose check character fails is refused on entry and marked on the initial load', async () => {
    const bad = firm();
    bad.unifiedSocialCreditCode = failing(bad.unifiedSocialCreditCode);
    expect(outcomes(await push([bad]))).toEqual(['CREDIT_CODE_INVALID firms.0.unifiedSocialCreditCode']);
    expect(outcomes(await push([bad], 'INITIAL_LOAD'))).toEqual(['recorded']);
    expect(await seen(bad.unifiedSocialCreditCode)).toMatchObject({ creditCodeFails: true });
    expect(await seen(bad.unifiedSocialCreditCode, 'public')).toMatchObject({
      creditCodeFails: null,
      personInChargeMobile: null,
    });
  });

  it('refuses what cannot be, and a city bureau another city', async () => {
    const answers = await push([
      firm({ unifiedSocialCreditCode: '51330000MD00000240' }),
      firm({ divisionCode: '990101' }),
      firm({ closedOn: '2019-01-01' }),
      firm({ name: ' ' }),
      firm({ personInChargeMobile: '1' }),
    ]);
    expect(outcomes(answers)).toEqual([
      'CREDIT_CODE_INVALID firms.0.unifiedSocialCreditCode',
      'DIVISION_INVALID firms.1.divisionCode',
      'PERIOD_INVALID firms.2.closedOn',
      'TEXT_INVALID firms.3.name',
      'PHONE_INVALID firms.4.personInChargeMobile',
    ]);
    expect(outcomes(await push([firm()], 'ENTRY', 'justice@ningbo'))).toEqual(['OUT_OF_REACH firms.0.divisionCode']);
    expect(outcomes(await push([firm()], 'ENTRY', 'justice@hangzhou'))).toEqual(['recorded']);
    const inHangzhou = firm();
    await push([inHangzhou]);
    const taken = { ...inHangzhou, key: newKey(), divisionCode: '330212' };
    expect(outcomes(await push([taken], 'ENTRY', 'justice@ningbo'))).toEqual(['OUT_OF_REACH firms.0.divisionCode']);
    expect(outcomes(await push([taken], 'ENTRY', 'justice'))).toEqual(['recorded']);
    expect((await push([firm()], 'ENTRY', 'bar')).codes).toEqual(['FORBIDDEN']);
    expect(hub.faults).toEqual([]);
  });
});
