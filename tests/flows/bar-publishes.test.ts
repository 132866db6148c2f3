import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personaFirmId, rivalFirmId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { event, grant, newKey, outcomes, PUSH_EVENTS } from '../support/pushes.js';

const folder = fileURLToPath(new URL('../../../shared/sources/', import.meta.url));
/** The five documents as article texts where ../shared is there; a stand-in of the same length where it is not. */
const bodies = existsSync(folder)
  ? readdirSync(folder)
      .sort()
      .map((name) => readFileSync(folder + name, 'utf8'))
  : Array.from({ length: 5 }, (_, n) => `第${n + 1}篇 `.repeat(800));

const PUBLISH =
  'mutation($input: JournalIssueInput!) { issue: publishJournalIssue(input: $input) { id journal { title } articleCount articles { id title disclosure withheldBasis body } } }';
const RESULTS =
  'recorded refused results { __typename ... on ItemRecorded { key id } ... on ItemAlreadyRecorded { key id } ... on ItemRefused { key code path } }';
const LIST = `mutation($court: String!, $entries: [RosterListingInput!]!) { push: publishMediatorRoster(court: $court, entries: $entries) { ${RESULTS} } }`;
const ADJUST = `mutation($adjustments: [RosterAdjustmentInput!]!) { push: adjustMediatorRoster(adjustments: $adjustments) { ${RESULTS} } }`;

onEveryDatabase('the bar publishes', (kind) => {
  const hub = hubFor(kind);
  const article = (n: number, disclosure: string, extra: object = {}) => ({
    title: `文${n}`,
    body: bodies[n],
    disclosure,
    authors: ['编辑部'],
    ...extra,
  });
  const issue = (extra: object = {}) => ({
    key: newKey(),
    journal: '浙江律师',
    year: 2026,
    number: 11,
    publishedOn: '2026-11-20',
    audience: ['PUBLIC', 'COURT', 'JUSTICE', 'BAR', 'MEMBERS'],
    articles: [
      article(0, 'PUBLIC'),
      article(1, 'SHARED'),
      article(2, 'RESTRICTED', { audience: ['COURT', 'BAR'] }),
      article(3, 'WITHHELD', { withheldBasis: '依法依规不予公开' }),
      article(4, 'PUBLIC'),
    ],
    ...extra,
  });
  const titles = async (persona: string, id: string) => {
    const { data } = await hub.as(persona).ask(`{ journalIssue(id: "${id}") { articleCount articles { title } } }`);
    expect(data.journalIssue.articleCount).toBe(data.journalIssue.articles.length);
    return data.journalIssue.articles.map((a: { title: string }) => a.title);
  };

  it('an issue whose articles each reader sees as its disclosure says', async () => {
    const published = await hub.as('editor').ask(PUBLISH, { input: issue() });
    expect(published.errors).toEqual([]);
    const { id, articles, articleCount } = published.data.issue;
    expect(articleCount).toBe(5);
    expect(articles[3]).toMatchObject({ disclosure: 'WITHHELD', withheldBasis: '依法依规不予公开' });
    expect(articles[0].body).toBe(bodies[0]?.normalize('NFC').trim());
    expect(await titles('public', id)).toEqual(['文0', '文4']);
    expect(await titles('self', id)).toEqual(['文0', '文1', '文4']);
    expect(await titles('firm', id)).toEqual(['文0', '文1', '文4']);
    expect(await titles('judge', id)).toEqual(['文0', '文1', '文2', '文4']);
    expect(await titles('justice', id)).toEqual(['文0', '文1', '文4']);
    expect(await titles('bar', id)).toEqual(['文0', '文1', '文2', '文4']);
    expect(await titles('editor@court', id)).toEqual(['文0', '文1', '文2', '文4']);
    expect(await titles('editor', id)).toHaveLength(5);
    for (const persona of ['bar', 'judge', 'public', 'editor@court']) {
      const { data } = await hub.as(persona).ask(`{ journalArticle(id: "${articles[3].id}") { title } }`);
      expect(data.journalArticle, persona).toBeNull();
    }
  });

  it('an issue that is not for the public does not exist for it', async () => {
    const { data } = await hub.as('editor').ask(PUBLISH, { input: issue({ number: 12, audience: ['MEMBERS'] }) });
    for (const [persona, seen] of [
      ['public', false],
      ['judge', false],
      ['self', true],
      ['editor', true],
    ] as const)
      expect(
        (await hub.as(persona).ask(`{ journalIssue(id: "${data.issue.id}") { id } }`)).data.journalIssue !== null,
        persona,
      ).toBe(seen);
  });

  it('only the publisher publishes, once, and every article states what it must', async () => {
    const ask = async (persona: string, extra: object) => {
      const { errors } = await hub.as(persona).ask(PUBLISH, { input: issue({ number: 20, ...extra }) });
      return errors.map((e) => `${e.extensions.code} ${(e.extensions.at ?? []).join('.')}`.trim());
    };
    expect(await ask('bar', {})).toEqual(['FORBIDDEN']);
    expect(await ask('editor@court', {})).toEqual(['NOT_PUBLISHER input.journal']);
    expect(await ask('editor', { journal: '浙江审判' })).toEqual(['NOT_PUBLISHER input.journal']);
    expect(await ask('editor@court', { journal: '浙江审判' })).toEqual([]);
    expect(await ask('editor', { journal: '无此刊' })).toEqual(['JOURNAL_UNKNOWN input.journal']);
    expect(await ask('editor', { number: 11 })).toEqual(['ISSUE_EXISTS input.number']);
    expect(await ask('editor', { articles: [article(0, 'PUBLIC'), article(1, 'WITHHELD')] })).toEqual([
      'BASIS_REQUIRED input.articles.1.withheldBasis',
    ]);
    expect(await ask('editor', { articles: [article(0, 'RESTRICTED')] })).toEqual([
      'AUDIENCE_REQUIRED input.articles.0.audience',
    ]);
    expect(await ask('editor', { articles: [] })).toEqual(['BATCH_EMPTY input.articles']);
  });

  it('a lawyer whose licence stops being practising is shown as not available at once, and the court is warned', async () => {
    const granted = grant(personaFirmId, '2020-01-01');
    const pushed = await hub.as('justice').ask(PUSH_EVENTS, { events: [granted] });
    expect(outcomes(pushed)).toEqual(['recorded']);
    const certificateNo = granted.certificateNo as string;
    const listed = await hub
      .as('bar')
      .ask(LIST, { court: '浙0106', entries: [{ key: newKey(), certificateNo, specialities: ['合同纠纷'] }] });
    expect(outcomes(listed)).toEqual(['recorded']);
    const entryId = listed.data.push.results[0].id;
    const entry = async (persona = 'filing') =>
      (
        await hub
          .as(persona)
          .ask(
            `{ mediatorRosterEntry(id: "${entryId}") { available state removalReason specialities court { name } lawyer { fullName mobile licenceStatus practisingFirm { name } } } }`,
          )
      ).data.mediatorRosterEntry;
    expect(await entry('public')).toEqual({
      available: true,
      state: 'LISTED',
      removalReason: null,
      specialities: ['合同纠纷'],
      court: { name: '杭州市西湖区人民法院' },
      lawyer: {
        fullName: '𠮷田·阿依古丽',
        mobile: null,
        licenceStatus: 'PRACTISING',
        practisingFirm: { name: '浙江启枢律师事务所' },
      },
    });
    expect(
      outcomes(
        await hub
          .as('justice')
          .ask(PUSH_EVENTS, { events: [event('PAUSED', '2026-11-01', { certificateNo, reason: '出国学习' })] }),
      ),
    ).toEqual(['recorded']);
    expect(await entry('public')).toMatchObject({ available: false, lawyer: { licenceStatus: 'PAUSED' } });
    const alerts = async (persona: string) =>
      (
        await hub
          .as(persona)
          .ask('{ licenceAlerts { nodes { kind licenceStatus court { code } lawyer { certificateNo } } } }')
      ).data?.licenceAlerts.nodes;
    const alert = {
      kind: 'ROSTER_NOT_AVAILABLE',
      licenceStatus: 'PAUSED',
      court: { code: '浙0106' },
      lawyer: { certificateNo },
    };
    expect(await alerts('filing@xihu')).toContainEqual(alert);
    expect(await alerts('supervision')).toContainEqual(alert);
    expect(await alerts('justice@hangzhou')).toContainEqual(alert);
    expect(await alerts('filing@yinzhou')).toEqual([]);
    expect(await alerts('justice@ningbo')).toEqual([]);
    for (const persona of ['judge', 'bar', 'firm', 'self', 'public'])
      expect(await alerts(persona), persona).toBeUndefined();
  });

  it('the bar adjusts the roster step by step, with reasons that the public does not see', async () => {
    const granted = grant(rivalFirmId, '2020-01-01');
    await hub.as('justice').ask(PUSH_EVENTS, { events: [granted] });
    const certificateNo = granted.certificateNo as string;
    const list = () => hub.as('bar').ask(LIST, { court: '浙0212', entries: [{ key: newKey(), certificateNo }] });
    const first = await list();
    const entryId = first.data.push.results[0].id;
    expect(outcomes(await list())).toEqual(['ROSTER_ENTRY_EXISTS entries.0.certificateNo']);
    const adjust = (step: string, reason?: string) =>
      hub.as('bar').ask(ADJUST, { adjustments: [{ key: newKey(), entryId, step, on: '2026-11-21', reason }] });
    expect(outcomes(await adjust('REINSTATE'))).toEqual(['ROSTER_MOVE_INVALID adjustments.0.step']);
    expect(outcomes(await adjust('REMOVE'))).toEqual(['FIELD_REQUIRED adjustments.0.reason']);
    expect(outcomes(await adjust('REMOVE', '本人申请退出'))).toEqual(['recorded']);
    const seen = async (persona: string) =>
      (await hub.as(persona).ask(`{ mediatorRosterEntry(id: "${entryId}") { state removalReason available } }`)).data
        .mediatorRosterEntry;
    expect(await seen('filing')).toEqual({ state: 'REMOVED', removalReason: '本人申请退出', available: false });
    expect(await seen('justice')).toMatchObject({ removalReason: null });
    expect(await seen('public')).toBeNull();
    expect(outcomes(await list())).toEqual(['recorded']);
    expect(
      (await hub.as('filing').ask(LIST, { court: '浙0212', entries: [{ key: newKey(), certificateNo }] })).codes,
    ).toEqual(['FORBIDDEN']);
    expect(
      (await hub.as('bar').ask(LIST, { court: '浙9999', entries: [{ key: newKey(), certificateNo }] })).codes,
    ).toEqual(['COURT_UNKNOWN']);
  });

  it('only practising lawyers are listed', async () => {
    const granted = grant(personaFirmId, '2020-01-01');
    await hub
      .as('justice')
      .ask(PUSH_EVENTS, { events: [granted, event('PAUSED', '2026-01-01', { certificateNo: granted.certificateNo })] });
    const entries = [
      { key: newKey(), certificateNo: granted.certificateNo },
      { key: newKey(), certificateNo: '13301202099999999' },
      { key: newKey() },
    ];
    expect(outcomes(await hub.as('bar').ask(LIST, { court: '浙0106', entries }))).toEqual([
      'LAWYER_NOT_PRACTISING entries.0.certificateNo',
      expect.stringMatching(/^(LAWYER_UNKNOWN|CERTIFICATE_NO_INVALID) entries\.1\.certificateNo$/),
      'FIELD_REQUIRED entries.2.certificateNo',
    ]);
  });

  it('a licence not in force shown at a court window raises an alert at that court', async () => {
    const granted = grant(personaFirmId, '2020-01-01');
    await hub.as('justice').ask(PUSH_EVENTS, {
      events: [granted, event('DEREGISTERED', '2026-01-01', { certificateNo: granted.certificateNo, reason: '退休' })],
    });
    const { fullName, citizenIdNumber } = granted.person as { fullName: string; citizenIdNumber: string };
    const verify = 'mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result licenceStatus } }';
    const input = { fullName, citizenIdNumber, certificateNo: granted.certificateNo };
    expect((await hub.as('filing@yinzhou').ask(verify, { input })).data.verifyLawyerIdentity).toEqual({
      result: 'MATCH',
      licenceStatus: 'DEREGISTERED',
    });
    const alerts = async (persona: string) =>
      (await hub.as(persona).ask('{ licenceAlerts { nodes { kind } } }')).data.licenceAlerts.nodes;
    expect(await alerts('filing@yinzhou')).toEqual([{ kind: 'VERIFIED_NOT_PRACTISING' }]);
    expect(await alerts('filing@xihu')).not.toContainEqual({ kind: 'VERIFIED_NOT_PRACTISING' });
  });

  it('publishing and adjusting leave their events in the outbox', async () => {
    const found = await hub.rows<{ event: string }>(sql`select distinct event from outbox.change order by event`);
    expect(found.map((row) => row.event)).toEqual(
      expect.arrayContaining([
        'journal-issue.published',
        'roster.published',
        'roster.adjusted',
        'licence-alert.raised',
        'identity.verified',
      ]),
    );
    expect(hub.faults).toEqual([]);
  });
});
