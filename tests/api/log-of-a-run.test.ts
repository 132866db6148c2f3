import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { openLog } from '../../src/api/log.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { grant, PUSH_EVENTS } from '../support/pushes.js';

onEveryDatabase('the log of a run', (kind) => {
  const lines: string[] = [];
  const log = openLog('trace', { write: (line: string) => void lines.push(line) });
  const hub = hubFor(kind, { log });
  const verify = 'mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result } }';

  it('holds no token, no citizen ID number and no other value, however the run goes wrong', async () => {
    const secrets = new Set<string>();
    const pushed = grant(personaFirmId, '2020-01-01');
    const { fullName, citizenIdNumber, mobile } = pushed.person as Record<string, string>;
    for (const value of [fullName, citizenIdNumber, mobile]) if (value) secrets.add(value);
    const input = { fullName: '沈知微', certificateNo: '13301201511000002', citizenIdNumber: '990101198001010014' };
    for (const value of Object.values(input)) secrets.add(value);

    await hub.as('justice').ask(PUSH_EVENTS, { events: [pushed] });
    await hub.as('filing').ask(verify, { input });
    const own = await hub.as('justice').ask(`{ lawyer(id: "${selfLawyerId}") { mobile homeAddress } }`);
    for (const value of [own.data.lawyer.mobile, own.data.lawyer.homeAddress]) secrets.add(value);
    await hub
      .as('judge')
      .ask('query($n: String) { lawyer(certificateNo: $n) { fullName } }', { n: input.certificateNo });
    await hub.as('judge').ask(`{ lawyer(certificateNo: "${input.citizenIdNumber}") { mobile } }`);
    await hub.as('judge').ask('{ whoAmI { role } }', {}, { 'x-lushu-matter': encodeURIComponent('沈知微诉案') });
    secrets.add('沈知微诉案');

    const token = await hub.issuer.token({
      subject: 'lin.personal',
      clientId: 'c',
      role: 'judge',
      unit: '浙0106',
    } as never);
    for (const part of token.split('.')) secrets.add(part);
    secrets.add('lin.personal');
    const purpose = { 'x-lushu-purpose': 'TRIAL' };
    await hub.post('{"query":"{ whoAmI { role } }"}', { authorization: `Bearer ${token}`, ...purpose });
    await hub.post('{"query":"{ whoAmI { role } }"}', { authorization: `Bearer ${token.slice(0, -4)}`, ...purpose });
    await hub.post(`{"query": ${token}`, { authorization: `Basic ${token}` });

    // a fault nobody foresaw, with values in the message of the driver
    await hub.rows(sql`alter table justice.identity_verification rename to moved`);
    const fault = await hub.as('filing').ask(verify, { input });
    expect(fault.codes).toEqual(['INTERNAL']);
    await hub.rows(sql`alter table justice.moved rename to identity_verification`);

    const text = lines.join('');
    console.info(`log: looked at ${lines.length} lines, ${text.length} characters, for ${secrets.size} values`);
    expect(lines.length).toBeGreaterThan(5);
    expect(text).toContain('"fault"');
    expect([...secrets].filter((value) => text.includes(value))).toEqual([]);
    expect(text).not.toMatch(/Bearer|Basic|eyJ|params|citizen_id|\d{15,}/);
  });
});
