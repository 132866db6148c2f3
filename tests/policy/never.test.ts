import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { personaFirmId, selfLawyerId, suspendedLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { event, grant, newKey, outcomes, PUSH_EVENTS } from '../support/pushes.js';

/** Everything that could be asked of a lawyer, along every path that leads to one. */
const LAWYER = `{ fullName formerNames mobile email homeAddress officeAddress dataSource sourceStatusCode sourceStatusText
  certificates { certificateNo } licenceHistory { kind reason decisionNo } sanctions { kind summary decisionText fineYuan }
  contactProposals { value field } practisingFirm { personInChargeMobile } }`;
const paths = (id: string) => [
  `{ lawyer(id: "${id}") ${LAWYER} }`,
  `{ x: lawyer(id: "${id}") { ...all } } fragment all on Lawyer ${LAWYER}`,
  `{ lawyer(id: "${id}") { practisingFirm { lawyers(first: 50) { nodes ${LAWYER} edges { node ${LAWYER} } } } } }`,
  `{ lawyers(filter: { firmId: "${personaFirmId}" }, first: 50) { nodes ${LAWYER} } }`,
  `{ mediatorRoster(first: 50) { nodes { removalReason lawyer ${LAWYER} } } }`,
];

interface Secrets {
  readonly mobile: string;
  readonly email: string;
  readonly homeAddress: string;
  readonly citizenId: string;
  readonly reason: string;
  readonly decisionText: string;
  readonly removalReason: string;
  readonly proposal: string;
  readonly withheldTitle: string;
  readonly restrictedTitle: string;
}

/**
 * "Must not read", by hand from systems.md table B and the sources, never from the matrix. Each line: id, the words it
 * rests on, who, and what must be in no answer whatever is asked.
 */
const never: readonly (readonly [id: string, words: string, personas: readonly string[], secret: keyof Secrets])[] = [
  [
    'C01-a',
    'Other firms, other lawyers and PUBLIC: phone',
    ['firm@rival', 'self@suspended', 'public', 'editor'],
    'mobile',
  ],
  [
    'C01-b',
    'Other firms, other lawyers and PUBLIC: e-mail',
    ['firm@rival', 'self@suspended', 'public', 'editor'],
    'email',
  ],
  [
    'C01-c',
    'Other firms, other lawyers and PUBLIC: home address',
    ['firm@rival', 'self@suspended', 'public', 'editor'],
    'homeAddress',
  ],
  ['C01-d', 'COURT judges: ID number, home address', ['judge'], 'homeAddress'],
  [
    'C01-e',
    'citizenIdNumber: never returned to anybody',
    ['filing', 'judge', 'personnel', 'supervision', 'justice', 'bar', 'editor', 'firm', 'self', 'public'],
    'citizenId',
  ],
  [
    'C01-f',
    'mobile: mask to all but court service staff, JUSTICE, BAR, self',
    ['judge', 'personnel', 'supervision'],
    'mobile',
  ],
  ['C01-g', 'homeAddress: withhold', ['filing', 'judge', 'personnel', 'supervision', 'bar', 'firm'], 'homeAddress'],
  [
    'C01-h',
    'deregistrationReason: JUSTICE and self only',
    ['filing', 'judge', 'personnel', 'supervision', 'bar', 'editor', 'firm', 'firm@rival', 'self', 'public'],
    'reason',
  ],
  ['C02-a', 'BAR and COURT: health or personal reasons', ['bar', 'filing', 'judge'], 'reason'],
  [
    'C02-b',
    'decisionDocument: JUSTICE and self; others get decisionNo + legalBasis',
    ['filing', 'judge', 'personnel', 'bar', 'firm@rival', 'self', 'public'],
    'decisionText',
  ],
  ['N14-a', 'PUBLIC: unpublished, expired', ['public', 'editor', 'firm@rival', 'self'], 'decisionText'],
  [
    'N01-a',
    'PUBLIC: phone, removal reason',
    ['public', 'firm', 'firm@rival', 'self', 'editor', 'justice'],
    'removalReason',
  ],
  [
    'S8-1',
    "the other's value as a proposal: both sides, nobody else",
    ['filing', 'judge', 'personnel', 'supervision', 'editor', 'firm', 'firm@rival', 'self@suspended', 'public'],
    'proposal',
  ],
  ['S8-1b', 'a home address is not the bar’s to read, not as a proposal either', ['bar'], 'homeAddress'],
  [
    'C13-a',
    'Items under the exception 依法依规不予公开或不宜交流: not carried, or held back',
    ['filing', 'judge', 'personnel', 'supervision', 'justice', 'bar', 'editor@court', 'firm', 'self', 'public'],
    'withheldTitle',
  ],
  ['C13-b', 'RESTRICTED by audience', ['justice', 'firm', 'self', 'public'], 'restrictedTitle'],
];

onEveryDatabase('what nobody may read who is not named', (kind) => {
  const hub = hubFor(kind);
  let secrets: Secrets;
  let dead: string;
  let asked = 0;

  beforeAll(async () => {
    const [self] = await hub.rows<Record<string, string>>(
      sql`select mobile, email, home_address, citizen_id_sealed from justice.lawyer where id = ${selfLawyerId}::uuid`,
    );
    const granted = grant(personaFirmId, '2020-01-01');
    const reason = '因健康原因本人申请注销';
    const pushed = await hub.as('justice').ask(PUSH_EVENTS, {
      events: [granted, event('DEREGISTERED', '2026-05-01', { certificateNo: granted.certificateNo, reason })],
    });
    expect(outcomes(pushed)).toEqual(['recorded', 'recorded']);
    dead = (await hub.as('justice').ask(`{ lawyer(certificateNo: "${granted.certificateNo}") { id } }`)).data.lawyer.id;
    const proposal = '19912345678';
    await hub.as('justice').ask('mutation($i: ContactChangeInput!) { proposeContactChange(input: $i) { id } }', {
      i: {
        key: newKey(),
        certificateNo: (await hub.as('justice').ask(`{ lawyer(id: "${selfLawyerId}") { certificateNo } }`)).data.lawyer
          .certificateNo,
        field: 'MOBILE',
        value: proposal,
        asOf: '2026-11-20',
      },
    });
    const decisionText = '决定书全文-不应被他人看到';
    await hub.rows(
      sql`update justice.sanction set decision_text = ${decisionText}, public_until = date '2026-11-01' where lawyer_id = ${suspendedLawyerId}::uuid`,
    );
    const removalReason = '因投诉移出名册';
    await hub.rows(sql`update bar.mediator_roster_entry set state = 'REMOVED', removed_on = date '2026-11-01', removal_reason = ${removalReason}
      where id = (select id from bar.mediator_roster_entry limit 1)`);
    const withheldTitle = '不宜交流之文';
    const restrictedTitle = '仅供法院律协之文';
    const article = (title: string, disclosure: string, extra: object) => ({
      title,
      body: title,
      disclosure,
      ...extra,
    });
    const published = await hub
      .as('editor')
      .ask('mutation($i: JournalIssueInput!) { publishJournalIssue(input: $i) { id articles { id } } }', {
        i: {
          key: newKey(),
          journal: '浙江律师',
          year: 2026,
          number: 10,
          publishedOn: '2026-10-20',
          audience: ['PUBLIC', 'COURT', 'JUSTICE', 'BAR', 'MEMBERS'],
          articles: [
            article(withheldTitle, 'WITHHELD', { withheldBasis: '依法依规不予公开' }),
            article(restrictedTitle, 'RESTRICTED', { audience: ['COURT', 'BAR'] }),
          ],
        },
      });
    articleIds = published.data.publishJournalIssue.articles.map((a: { id: string }) => a.id);
    secrets = {
      mobile: self?.mobile as string,
      email: self?.email as string,
      homeAddress: self?.home_address as string,
      citizenId: hub.crypto.open(self?.citizen_id_sealed as string),
      reason,
      decisionText,
      removalReason,
      proposal,
      withheldTitle,
      restrictedTitle,
    };
  });
  let articleIds: string[] = [];

  const questions = () => [
    ...[selfLawyerId, suspendedLawyerId, dead].flatMap(paths),
    '{ journalIssues(first: 50) { nodes { articleCount articles { title body abstract authors disclosure withheldBasis audience } } } }',
    ...articleIds.map((id) => `{ journalArticle(id: "${id}") { title body issue { articles { title } } } }`),
    '{ contactProposals(first: 50) { nodes { value } } }',
    '{ identityVerifications(first: 50) { nodes { lawyer { mobile homeAddress } } } }',
    '{ licenceAlerts(first: 50) { nodes { lawyer { mobile homeAddress } } } }',
    '{ whoAmI { lawyer { fullName } firm { personInChargeMobile } } }',
  ];

  it.each(never)('%s: %s', async (_id, _words, personas, secret) => {
    for (const persona of personas)
      for (const question of questions()) {
        const { text } = await hub.as(persona).ask(question);
        expect(text.includes(secrets[secret]), `${persona} asks ${question.slice(0, 60)}`).toBe(false);
        asked += 1;
      }
  });

  it.each([
    ['mobile', ['filing', 'justice', 'bar', 'firm', 'self']],
    ['homeAddress', ['justice', 'self']],
    ['reason', ['justice']],
    ['decisionText', ['justice', 'self@suspended', 'firm']],
    ['removalReason', ['filing', 'judge', 'bar']],
    ['proposal', ['justice', 'bar', 'self']],
    ['withheldTitle', ['editor']],
    ['restrictedTitle', ['judge', 'bar', 'editor']],
  ] as const)('the same questions do show %s to those who may read it', async (secret, personas) => {
    for (const persona of personas) {
      const texts = await Promise.all(questions().map(async (question) => (await hub.as(persona).ask(question)).text));
      expect(
        texts.some((text) => text.includes(secrets[secret])),
        persona,
      ).toBe(true);
    }
  });

  it('says how much it looked at', () => {
    console.log(`never: ${never.length} lines, ${asked} answers looked at`);
    expect(asked).toBeGreaterThan(1_500);
    expect(hub.faults).toEqual([]);
  });
});
