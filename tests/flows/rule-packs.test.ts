import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { DEVELOPMENT_ISSUER } from '../../src/identity/development-issuer.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const pack = (extra: object = {}) => ({
  code: 'ZJ-TEST',
  title: '试行规则',
  issuer: '浙江省高级人民法院、浙江省司法厅',
  version: '1',
  effectiveFrom: '2026-01-01',
  switches: [{ name: 'intern', kind: 'CHOICE', value: 'REVIEW' }],
  ...extra,
});
const ANNOUNCE = `mutation($input: RulePackInput!) { announceRulePack(input: $input) { id code version effectiveFrom effectiveUntil switches { name kind value } announcedAt } }`;

onEveryDatabase('rule packs are dated, announced, and read by everybody', (kind) => {
  const hub = hubFor(kind);
  const announce = (input: object, persona = 'security') => hub.as(persona).ask(ANNOUNCE, { input });
  const inForce = async (on: string | null, persona = 'public') =>
    (await hub.as(persona).ask('query($on: Date) { rulePacks(on: $on) { code version } }', { on })).data.rulePacks as {
      code: string;
      version: string;
    }[];
  const ours = (packs: { code: string; version: string }[]) =>
    packs.filter(({ code }) => code === 'ZJ-TEST').map(({ version }) => version);

  it('a new version ends the one it supersedes on the day before, and both are events', async () => {
    const first = (await announce(pack())).data.announceRulePack;
    expect(first).toMatchObject({
      effectiveUntil: null,
      switches: [{ name: 'intern', kind: 'CHOICE', value: 'REVIEW' }],
    });
    expect((await announce(pack({ version: '2', effectiveFrom: '2026-07-01' }))).codes).toEqual(['RULE_PACK_OVERLAPS']);
    const second = (
      await announce(pack({ version: '2', effectiveFrom: '2026-07-01', supersedes: '1' }), 'security@court')
    ).data.announceRulePack;
    expect(ours(await inForce('2026-06-30'))).toEqual(['1']);
    expect(ours(await inForce('2026-07-01'))).toEqual(['2']);
    expect(ours(await inForce('2025-12-31'))).toEqual([]);
    expect(ours(await inForce(null))).toEqual(['1', '2']);
    const changes = await hub.rows<{ event: string; record: string }>(
      sql`select event, record_id as record from outbox.change where type = 'RulePack' order by id`,
    );
    expect(changes).toEqual([
      { event: 'rule-pack.announced', record: first.id },
      { event: 'rule-pack.ended', record: first.id },
      { event: 'rule-pack.announced', record: second.id },
    ]);
  });

  it('refuses what cannot be, with the path', async () => {
    const fault = async (input: object) => {
      const [error] = (await announce(pack({ version: '9', code: 'ZJ-OTHER', ...input }))).errors;
      return `${error.extensions.code} ${error.extensions.at}`;
    };
    expect(await fault({ effectiveUntil: '2025-12-31' })).toBe('PERIOD_INVALID input,effectiveUntil');
    expect(await fault({ code: '浙' })).toBe('TEXT_INVALID input,code');
    expect(await fault({ supersedes: '8' })).toBe('RULE_PACK_UNKNOWN input,supersedes');
    expect(await fault({ code: 'ZJ-TEST', version: '2', effectiveFrom: '2030-01-01' })).toBe(
      'RULE_PACK_EXISTS input,version',
    );
    expect(await fault({ switches: [{ name: 'intern', kind: 'BOOLEAN', value: '1' }] })).toBe(
      'SWITCH_INVALID input,switches,0,value',
    );
  });

  it('is announced by the security administrator of a unit of the province, and nobody else', async () => {
    for (const persona of ['filing', 'personnel', 'justice', 'bar', 'firm', 'self', 'public', 'system', 'audit'])
      expect((await announce(pack({ version: '7' }), persona)).codes, persona).toEqual(['FORBIDDEN']);
    await hub.rows(sql`insert into hub.administrator (id, issuer, subject, role, unit_id, appointed_by, appointed_at)
      select gen_random_uuid(), ${DEVELOPMENT_ISSUER}, 'hangzhou-security', 'security', id, 'test', now() from hub.unit where code = 'hangzhou-bureau'`);
    await hub.rows(sql`select audit.move_epoch()`);
    const claims = {
      subject: 'hangzhou-security',
      clientId: 'lushu-trial',
      role: 'security' as const,
      unit: 'hangzhou-bureau',
    };
    const answer = await hub
      .asClaims(claims, 'SECURITY_ADMINISTRATION')
      .ask(ANNOUNCE, { input: pack({ version: '7' }) });
    expect(answer.codes).toEqual(['OUT_OF_REACH']);
  });

  it('two packs stand from the seeds, and one of them ended on its own words', async () => {
    expect((await inForce('2026-05-31')).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['BAZHOU-CONTACT', 'ZJ-INTERACTION']),
    );
    const today = (await inForce('2026-06-01')).map(({ code }) => code);
    expect(today).toContain('ZJ-INTERACTION');
    expect(today).not.toContain('BAZHOU-CONTACT');
    for (const persona of ['filing', 'judge', 'justice', 'bar', 'firm', 'self', 'public', 'audit'])
      expect((await inForce(null, persona)).length, persona).toBeGreaterThan(1);
    expect(hub.faults).toEqual([]);
  });
});
