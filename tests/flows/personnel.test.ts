import 'reflect-metadata';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { personaFirmId } from '../../seeds/persona-records.js';
import { areaFacts, kinshipFacts, lineageFacts, staffFacts, staffOfRecords } from '../../src/domain/court/index.js';
import { ofTheHub } from '../../src/policy/fact.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import {
  departure,
  FILE,
  member,
  PUSH_AREAS,
  PUSH_KINSHIPS,
  PUSH_LINEAGE,
  PUSH_STAFF,
  service,
} from '../support/personnel.js';
import { grant, newCitizenId, newKey, outcomes, PUSH_EVENTS } from '../support/pushes.js';

onEveryDatabase('the personnel register of the courts', (kind) => {
  const hub = hubFor(kind);
  const push = (...staff: object[]) => hub.as('personnel').ask(PUSH_STAFF, { staff });
  const recorded = async (item: object): Promise<string> => {
    const answer = await push(item);
    expect(outcomes(answer)).toEqual(['recorded']);
    return answer.data.push.results[0].id;
  };
  const file = async (id: string) =>
    (await hub.as('personnel').ask(`query($id: ID!) { courtStaff(id: $id) { ${FILE} } }`, { id })).data.courtStaff;
  const changes = (recordId: string) =>
    hub.rows<{ event: string }>(sql`select event from outbox.change where record_id = ${recordId}::uuid order by id`);
  afterAll(() => expect(hub.faults).toEqual([]));

  it('a member of staff is entered with services, departure, pledge, approval and later post', async () => {
    const id = await recorded(
      member({
        personnelFileNo: 'A-17',
        accountIssuer: 'https://id.court.invalid',
        accountSubject: 'u-17',
        services: [
          service('2005-06-01', { category: 'CLERK', rank: null, until: '2010-02-28' }),
          service('2010-03-01', { rank: 7 }),
        ],
        departures: [
          departure('2024-11-21', {
            effectiveOn: null,
            exitedOn: '2024-11-21',
            postEndedOn: '2024-11-01',
            reason: '个人发展',
          }),
        ],
        laterPosts: [{ organName: '某街道办事处', organ: 'OTHER', from: '2025-01-01' }],
        approvals: [{ kind: 'RETIREE_IN_FIRM', grantedOn: '2025-02-01', documentNo: '浙组〔2025〕1号' }],
        pledges: [{ kind: 'PLEDGE', dueOn: '2024-11-21', fulfilledOn: '2024-11-20' }],
      }),
    );
    const known = await file(id);
    expect(known).toMatchObject({
      standing: 'FORMER',
      personnelFileNo: 'A-17',
      services: [
        { court: { code: '浙0106' }, category: 'CLERK', rank: null, rankBand: null, until: '2010-02-28' },
        { category: 'JUDGE', rank: 7, rankBand: 'SENIOR', from: '2010-03-01', until: '2024-11-21' },
      ],
      departures: [{ type: 'RESIGNED', effectiveOn: '2024-11-21', effectiveBy: 'EXIT', reason: '个人发展' }],
      laterPosts: [{ organName: '某街道办事处', until: null }],
      approvals: [{ documentNo: '浙组〔2025〕1号' }],
      pledges: [{ kind: 'PLEDGE', dueOn: '2024-11-21', fulfilledOn: '2024-11-20' }],
    });
    expect((await changes(known.departures[0].id)).map(({ event }) => event)).toEqual(['departure.recorded']);
    expect((await changes(id)).map(({ event }) => event)).toEqual(['court-staff.recorded']);
  });

  it('the same item sent again writes nothing, and neither does what is on record already under another key', async () => {
    const item = member({ departures: [departure('2025-01-10')] });
    const id = await recorded(item);
    expect(outcomes(await push(item))).toEqual(['already']);
    const again = await push({ ...item, key: newKey() });
    expect(again.data.push.results[0].id).toBe(id);
    const known = await file(id);
    expect([known.services.length, known.departures.length]).toEqual([1, 1]);
    expect(await changes(id)).toHaveLength(1);
    expect(outcomes(await push({ ...item, fullName: '陆行舟' }))).toEqual(['KEY_CONFLICT staff.0.key']);
  });

  it('a departure that comes late ends the service that was open', async () => {
    const item = member();
    const id = await recorded(item);
    expect(await file(id)).toMatchObject({ standing: 'SERVING', services: [{ until: null }] });
    await recorded({ ...item, key: newKey(), services: null, departures: [departure('2025-05-05')] });
    expect(await file(id)).toMatchObject({ standing: 'FORMER', services: [{ until: '2025-05-05' }] });
  });

  it('a departure is corrected by another and annulled, and the history stays', async () => {
    const item = member({ departures: [departure('2025-03-01', { type: 'DISMISSED', disciplineDetail: '开除处分' })] });
    const id = await recorded(item);
    const person = { ...item, services: null, departures: null };
    const [first] = (await file(id)).departures;
    await recorded({
      ...person,
      key: newKey(),
      departures: [departure('2025-03-08', { type: 'DISMISSED', supersedes: first.id })],
    });
    const [, second] = (await file(id)).departures;
    expect(await file(id)).toMatchObject({
      services: [{ until: '2025-03-08' }],
      departures: [
        { id: first.id, supersededBy: second.id },
        { supersedes: first.id, annulledOn: null },
      ],
    });
    for (const annulledOn of ['2025-03-07', '2026-11-22'])
      expect(
        outcomes(await push({ ...person, key: newKey(), annulments: [{ departure: second.id, annulledOn }] })),
      ).toEqual(['PERIOD_INVALID staff.0.annulments.0.annulledOn']);
    const annulment = { departure: second.id, annulledOn: '2026-02-01', annulmentNo: '复审1号' };
    await recorded({ ...person, key: newKey(), annulments: [annulment] });
    expect(await file(id)).toMatchObject({
      standing: 'SERVING',
      services: [{ until: null }],
      departures: [{ effectiveOn: '2025-03-01' }, { effectiveOn: '2025-03-08', annulledOn: '2026-02-01' }],
    });
    expect((await changes(second.id)).map(({ event }) => event)).toEqual(['departure.corrected', 'departure.annulled']);
    await recorded({ ...item, key: newKey() });
    expect((await file(id)).departures).toHaveLength(2);
    const twice = await push(
      { ...person, key: newKey(), annulments: [annulment] },
      { ...person, key: newKey(), departures: [departure('2025-03-09', { supersedes: first.id })] },
      { ...person, key: newKey(), annulments: [{ ...annulment, departure: id }] },
    );
    expect(outcomes(twice)).toEqual([
      'STAFF_RECORD_SUPERSEDED staff.0.annulments.0.departure',
      'STAFF_RECORD_SUPERSEDED staff.1.departures.0.supersedes',
      'STAFF_RECORD_UNKNOWN staff.2.annulments.0.departure',
    ]);
  });

  it('a pledge owed is fulfilled later, and a later post is brought up to date', async () => {
    const item = member({
      pledges: [{ kind: 'DESTINATION', dueOn: '2026-01-31' }],
      laterPosts: [{ organName: '某局', organ: 'POLICE', from: '2025-01-01' }],
    });
    const id = await recorded(item);
    await recorded({
      ...item,
      key: newKey(),
      pledges: [{ kind: 'DESTINATION', dueOn: '2026-01-31', fulfilledOn: '2026-01-20', destination: '某公司' }],
      laterPosts: [{ organName: '某局', organ: 'POLICE', from: '2025-01-01', until: '2026-01-01', leftBy: 'RESIGNED' }],
    });
    expect(await file(id)).toMatchObject({
      pledges: [{ fulfilledOn: '2026-01-20', destination: '某公司' }],
      laterPosts: [{ until: '2026-01-01', leftBy: 'RESIGNED' }],
    });
  });

  it.each([
    [
      'services that one person cannot hold at once',
      { services: [service('2010-01-01'), service('2015-01-01', { court: '浙0212' })] },
      'SERVICE_OVERLAPS staff.0.services.1.from',
    ],
    [
      'a departure before its service',
      { departures: [departure('2009-01-01')] },
      'DEPARTURE_BEFORE_SERVICE staff.0.departures.0.effectiveOn',
    ],
    [
      'a departure from where he never served',
      { departures: [departure('2020-01-01', { court: '浙0212' })] },
      'DEPARTURE_BEFORE_SERVICE staff.0.departures.0.effectiveOn',
    ],
    [
      'a second departure from one service',
      { departures: [departure('2020-01-01'), departure('2021-01-01')] },
      'DEPARTURE_EXISTS staff.0.departures.1.effectiveOn',
    ],
    [
      'a service that goes on after its departure',
      { services: [service('2010-01-01', { until: '2022-01-01' })], departures: [departure('2020-01-01')] },
      'SERVICE_OUTLASTS_DEPARTURE staff.0.services.0.until',
    ],
    [
      'a rank that does not exist',
      { services: [service('2010-01-01', { rank: 13 })] },
      'RANK_UNKNOWN staff.0.services.0.rank',
    ],
    [
      'a rank above the ladder of assistants',
      { services: [service('2010-01-01', { category: 'ASSISTANT_JUDGE', rank: 3 })] },
      'RANK_UNKNOWN staff.0.services.0.rank',
    ],
    [
      'a service that ends before it begins',
      { services: [service('2010-01-02', { until: '2010-01-01' })] },
      'PERIOD_INVALID staff.0.services.0.until',
    ],
    [
      'a court that did not exist on that day',
      { services: [service('1999-12-31')] },
      'COURT_NOT_STANDING staff.0.services.0.court',
    ],
    [
      'a court nobody knows',
      { services: [service('2010-01-01', { court: '浙9999' })] },
      'COURT_UNKNOWN staff.0.services.0.court',
    ],
    [
      'a place that is neither',
      { services: [service('2010-01-01', { court: null })] },
      'ORGAN_INVALID staff.0.services.0.court',
    ],
    [
      'another organ without its division',
      { services: [service('2010-01-01', { court: null, organKind: 'PROCURATORATE', organName: '某检察院' })] },
      'ORGAN_INVALID staff.0.services.0.organDivisionCode',
    ],
    ['a day that is none', { services: [service('2010-02-30')] }, 'DATE_INVALID staff.0.services.0.from'],
    [
      'a departure without a day',
      { departures: [departure('', { effectiveOn: null, resignationApprovedOn: '2020-01-01' })] },
      'FIELD_REQUIRED staff.0.departures.0.effectiveOn',
    ],
    [
      'a category that is not in the list',
      { services: [service('2010-01-01', { category: 'KING' })] },
      'VALUE_UNKNOWN staff.0.services.0.category',
    ],
    [
      'a citizen ID that fails its check',
      { citizenIdNumber: '990101198001010015' },
      'CITIZEN_ID_INVALID staff.0.citizenIdNumber',
    ],
    ['nobody without a service', { services: [] }, 'FIELD_REQUIRED staff.0.services'],
    ['half an account', { accountIssuer: 'https://x.invalid' }, 'FIELD_REQUIRED staff.0.accountSubject'],
    [
      'an approval to come',
      { approvals: [{ kind: 'RETIREE_IN_FIRM', grantedOn: '2027-01-01', documentNo: 'x' }] },
      'PERIOD_INVALID staff.0.approvals.0.grantedOn',
    ],
  ])('refuses %s, and takes its neighbour', async (_words, extra, refusal) => {
    const neighbour = member();
    expect(outcomes(await push(member(extra), neighbour))).toEqual([refusal, 'recorded']);
  });

  it('a unit writes of its own courts: another court is out of its reach', async () => {
    const xihu = hub.asClaims(
      { subject: 'p', clientId: 'lushu-trial', role: 'personnel', unit: '浙0106' },
      'COURT_PERSONNEL',
    );
    const mine = member();
    const theirs = member({ services: [service('2010-01-01', { court: '浙0212' })] });
    const answer = await xihu.ask(PUSH_STAFF, { staff: [mine, theirs] });
    expect(outcomes(answer)).toEqual(['recorded', 'OUT_OF_REACH staff.1.services.0.court']);
    const id = await recorded(theirs);
    expect((await xihu.ask(`{ courtStaff(id: "${id}") { id } }`)).data.courtStaff).toBeNull();
    const known = await file(id);
    const taken = { ...theirs, key: newKey(), fullName: theirs.fullName };
    expect(
      outcomes(
        await xihu.ask(PUSH_STAFF, {
          staff: [
            { ...taken, key: newKey(), services: null, pledges: [{ kind: 'PLEDGE', dueOn: '2026-01-01' }] },
            {
              ...taken,
              key: newKey(),
              services: [service('2026-01-01', { isInPost: null, supersedes: known.services[0].id })],
            },
            { ...taken, key: newKey(), services: [service('2026-01-01', { isInPost: false, tenure: 'SECONDED' })] },
          ],
        }),
      ),
    ).toEqual(['FIELD_REQUIRED staff.0.services', 'OUT_OF_REACH staff.1.services.0.supersedes', 'recorded']);
  });

  it('an account belongs to one person', async () => {
    const account = { accountIssuer: 'https://id.court.invalid', accountSubject: 'only-one' };
    expect(outcomes(await push(member(account), member(account)))).toEqual([
      'recorded',
      'STAFF_ACCOUNT_TAKEN staff.1.accountSubject',
    ]);
  });

  it('staff and lawyers with the same citizen ID are linked, whoever comes first', async () => {
    const [early, late] = [newCitizenId(), newCitizenId()];
    const id = await recorded(member({ citizenIdNumber: early, departures: [departure('2019-01-01')] }));
    const events = [early, late].map((citizenIdNumber) =>
      grant(personaFirmId, '2024-01-01', { person: { fullName: '陆沉舟', citizenIdNumber } }),
    );
    expect(outcomes(await hub.as('justice').ask(PUSH_EVENTS, { events }))).toEqual(['recorded', 'recorded']);
    const second = await recorded(member({ citizenIdNumber: late, departures: [departure('2019-01-01')] }));
    const [one, other] = [await file(id), await file(second)];
    expect([one.lawyer.fullName, other.lawyer.fullName]).toEqual(['陆沉舟', '陆沉舟']);
    const asked = `query($id: ID!) { lawyer(id: $id) { courtStaff { id departures { type reason } services { rank rankBand until } } } }`;
    const seen = (await hub.as('justice').ask(asked, { id: one.lawyer.id })).data.lawyer.courtStaff;
    expect(seen).toEqual({
      id,
      departures: [{ type: 'RESIGNED', reason: null }],
      services: [{ rank: null, rankBand: 'OTHER', until: '2019-01-01' }],
    });
    const self = hub.asClaims(
      { subject: 's', clientId: 'lushu-trial', role: 'self', lawyer: one.lawyer.id },
      'OWN_DATA',
    );
    expect((await self.ask(`{ ownCourtStaff { ${FILE} } }`)).data.ownCourtStaff).toMatchObject({
      id,
      services: [{ rank: 8 }],
    });
    expect((await hub.as('self').ask('{ ownCourtStaff { id } }')).errors).toEqual([]);
    expect((await hub.as('self').ask(asked, { id: one.lawyer.id })).data.lawyer.courtStaff).toBeNull();
    for (const persona of ['filing', 'judge', 'bar', 'firm', 'public'])
      expect((await hub.as(persona).ask(asked, { id: one.lawyer.id })).data.lawyer.courtStaff, persona).toBeNull();
  });

  it('relatives are declared, corrected, and found among the lawyers by citizen ID only', async () => {
    const item = member();
    const id = await recorded(item);
    const relative = newCitizenId();
    await hub.as('justice').ask(PUSH_EVENTS, {
      events: [grant(personaFirmId, '2024-01-01', { person: { fullName: '顾晚舟', citizenIdNumber: relative } })],
    });
    const declaration = { staff: id, relativeName: '顾晚舟', relation: 'SPOUSE', declaredOn: '2026-01-10' };
    const kin = (...kinships: object[]) => hub.as('personnel').ask(PUSH_KINSHIPS, { kinships });
    const answer = await kin(
      { ...declaration, key: newKey(), relativeCitizenIdNumber: relative },
      { ...declaration, key: newKey(), relation: 'SIBLING' },
      { ...declaration, key: newKey(), relativeCitizenIdNumber: relative },
      { ...declaration, key: newKey(), relativeCitizenIdNumber: item.citizenIdNumber },
      { ...declaration, key: newKey(), relation: 'CHILD', from: '2020-01-02', until: '2020-01-01' },
      { ...declaration, key: newKey(), staff: null, staffCitizenIdNumber: newCitizenId() },
      { ...declaration, key: newKey(), relation: 'PARENT', declaredOn: '2026-12-01' },
    );
    expect(outcomes(answer)).toEqual([
      'recorded',
      'recorded',
      'KINSHIP_EXISTS kinships.2.relation',
      'KINSHIP_WITH_ONESELF kinships.3.relativeCitizenIdNumber',
      'PERIOD_INVALID kinships.4.until',
      'STAFF_UNKNOWN kinships.5.staffCitizenIdNumber',
      'PERIOD_INVALID kinships.6.declaredOn',
    ]);
    const [byNumber, byName] = (await file(id)).kinships;
    expect([byNumber.relative === null, byName.relative === null].toSorted()).toEqual([false, true]);
    const spouse = [byNumber, byName].find(({ relation }) => relation === 'SPOUSE');
    const divorce = {
      ...declaration,
      key: newKey(),
      relativeCitizenIdNumber: relative,
      until: '2026-06-01',
      supersedes: spouse.id,
    };
    expect(outcomes(await kin(divorce))).toEqual(['recorded']);
    expect((await file(id)).kinships.find(({ until }: { until: string }) => until === '2026-06-01')).toBeTruthy();
    expect(outcomes(await kin({ ...divorce, key: newKey() }))).toEqual([
      'STAFF_RECORD_SUPERSEDED kinships.0.supersedes',
    ]);
    for (const persona of ['supervision', 'justice'])
      expect(
        (await hub.as(persona).ask(`{ courtStaff(id: "${id}") { kinships { relation } } }`)).data.courtStaff
          ?.kinships ?? null,
        persona,
      ).toBeNull();
  });

  it('the area of a court is a dated list without a gap', async () => {
    const area = (...areas: object[]) => hub.as('personnel').ask(PUSH_AREAS, { areas });
    const court = '浙0102';
    const lists = (...given: object[]) => ({ key: newKey(), court, lists: given });
    const answer = await area(
      lists({ from: '2021-04-09', divisions: ['330102', '330114'] }),
      lists(
        { from: '2022-01-01', until: '2022-06-30', divisions: ['330102'] },
        { from: '2022-07-02', divisions: ['330102'] },
      ),
      lists({ from: '2022-01-01', until: '2022-06-30', divisions: ['330102'] }),
      lists({ from: '2022-01-01', divisions: [] }),
      lists({ from: '2022-01-01', divisions: ['330102', '330102'] }),
      lists({ from: '2022-01-01', divisions: ['990102'] }),
      lists({ from: '1999-01-01', divisions: ['330102'] }),
      lists(),
    );
    expect(outcomes(answer)).toEqual([
      'recorded',
      'AREA_GAP areas.1.lists.1.from',
      'AREA_GAP areas.2.lists.0.until',
      'AREA_EMPTY areas.3.lists.0.divisions',
      'AREA_EMPTY areas.4.lists.0.divisions.1',
      'DIVISION_INVALID areas.5.lists.0.divisions.0',
      'COURT_NOT_STANDING areas.6.lists.0.from',
      'FIELD_REQUIRED areas.7.lists',
    ]);
    const { data } = await hub
      .as('public')
      .ask(`{ court(code: "${court}") { area areaHistory { divisionCode from until } } }`);
    expect(data.court).toEqual({
      area: ['330102', '330114'],
      areaHistory: [
        { divisionCode: '330102', from: '2000-01-01', until: null },
        { divisionCode: '330114', from: '2021-04-09', until: null },
      ],
    });
  });

  it('a court that is merged stands until the day before, and no court descends from itself', async () => {
    const step = (fromCourt: string, toCourt: string | null, kindOf: string, on: string) => ({
      key: newKey(),
      fromCourt,
      toCourt,
      kind: kindOf,
      on,
    });
    const answer = await hub.as('personnel').ask(PUSH_LINEAGE, {
      steps: [
        step('浙0111', '浙0105', 'MERGED', '2021-04-09'),
        step('浙0105', '浙0111', 'SPLIT', '2022-01-01'),
        step('浙0108', '浙0108', 'RENAMED', '2022-01-01'),
        step('浙0111', '浙0105', 'MERGED', '2021-04-09'),
        step('浙0111', '浙0109', 'MERGED', '2023-04-09'),
        step('浙0108', null, 'MERGED', '2022-01-01'),
        step('浙0110', '浙0113', 'SPLIT', '2021-04-09'),
        step('浙0109', '浙0111', 'MERGED', '2022-04-09'),
      ],
    });
    expect(outcomes(answer)).toEqual([
      'recorded',
      'LINEAGE_CYCLE steps.1.toCourt',
      'LINEAGE_CYCLE steps.2.toCourt',
      'LINEAGE_EXISTS steps.3.fromCourt',
      'COURT_NOT_STANDING steps.4.fromCourt',
      'FIELD_REQUIRED steps.5.toCourt',
      'recorded',
      'COURT_NOT_STANDING steps.7.toCourt',
    ]);
    const { data } = await hub
      .as('public')
      .ask(
        '{ court(code: "浙0105") { lineage { kind on fromCourt { code area areaHistory { until } } toCourt { code } } } }',
      );
    expect(data.court.lineage).toEqual([
      {
        kind: 'MERGED',
        on: '2021-04-09',
        fromCourt: { code: '浙0111', area: [], areaHistory: [{ until: '2021-04-08' }] },
        toCourt: { code: '浙0105' },
      },
    ]);
    expect(outcomes(await push(member({ services: [service('2021-05-01', { court: '浙0111' })] })))).toEqual([
      'COURT_NOT_STANDING staff.0.services.0.court',
    ]);
  });

  it('gives the rules of joint what they need to know: what stands, annulled departures with their day, relatives, areas, lineage', async () => {
    const item = member({
      services: [service('2008-01-01', { rank: 9 })],
      departures: [departure('2024-01-01', { type: 'DISMISSED', exitedOn: '2023-12-31' })],
      laterPosts: [{ organName: '某局', organ: 'POLICE', from: '2024-01-02' }],
      pledges: [{ kind: 'PLEDGE', dueOn: '2024-01-01' }],
      approvals: [{ kind: 'RETIREE_IN_FIRM', grantedOn: '2025-02-01', documentNo: '浙组〔2025〕9号' }],
    });
    const id = await recorded(item);
    const [left] = (await file(id)).departures;
    await recorded({
      ...item,
      key: newKey(),
      services: [service('2008-01-01', { rank: 7, supersedes: (await file(id)).services[0].id })],
    });
    await recorded({ ...item, key: newKey(), annulments: [{ departure: left.id, annulledOn: '2025-01-01' }] });
    const relative = newCitizenId();
    await hub.as('personnel').ask(PUSH_KINSHIPS, {
      kinships: [
        {
          key: newKey(),
          staff: id,
          relativeName: '顾一',
          relativeCitizenIdNumber: relative,
          relation: 'PARENT',
          declaredOn: '2026-01-01',
        },
      ],
    });
    const [court] = await hub.rows<{ id: string }>(sql`select id from court.court where code = '浙0106'`);
    await hub.database.transaction(async (handle) => {
      const hash = hub.crypto.match(String(item.citizenIdNumber));
      const [known] = ofTheHub(await staffFacts(handle, { citizenIdHashes: [hash] }));
      expect(known).toMatchObject({
        id,
        citizenIdHash: hash,
        services: [{ rank: 7, isInPost: true, from: '2008-01-01', until: null }],
        departures: [
          {
            id: left.id,
            type: 'DISMISSED',
            effectiveOn: '2024-01-01',
            exitedOn: '2023-12-31',
            annulledOn: '2025-01-01',
          },
        ],
        laterPosts: [{ organ: 'POLICE', until: null }],
        pledges: [{ kind: 'PLEDGE', fulfilledOn: null }],
        approvals: [{ grantedOn: '2025-02-01', relationsMovedOn: null }],
      });
      expect(ofTheHub(await staffFacts(handle, { staffIds: [id] }))).toEqual([known]);
      expect(ofTheHub(await staffOfRecords(handle, [left.id]))).toEqual([id]);
      const kin = ofTheHub(await kinshipFacts(handle, { relativeIdHashes: [hub.crypto.match(relative)] }));
      expect(kin).toMatchObject([{ staffId: id, relation: 'PARENT', until: null }]);
      expect(ofTheHub(await areaFacts(handle, [String(court?.id)]))).toMatchObject([
        { divisionCode: '330106', until: null },
      ]);
      expect(Array.isArray(ofTheHub(await lineageFacts(handle)))).toBe(true);
    });
  });

  it('personnel lists its staff by court, standing and name', async () => {
    const only = member({
      fullName: '独孤寻常',
      services: [service('2012-01-01', { court: '浙0203' })],
      departures: [departure('2020-01-01', { court: '浙0203' })],
    });
    const id = await recorded(only);
    const list = async (filter: object) =>
      (
        await hub
          .as('personnel')
          .ask(
            'query($f: CourtStaffFilter) { courtStaffMembers(filter: $f, first: 100) { totalCount nodes { id } } }',
            { f: filter },
          )
      ).data.courtStaffMembers;
    expect(await list({ namePrefix: '独孤', court: '浙0203', standing: 'FORMER' })).toEqual({
      totalCount: 1,
      nodes: [{ id }],
    });
    expect(await list({ namePrefix: '独孤', standing: 'SERVING' })).toMatchObject({ totalCount: 0 });
    expect(
      (await hub.as('personnel').ask('{ courtStaffMembers(filter: { court: "浙9999" }) { totalCount } }')).codes,
    ).toEqual(['COURT_UNKNOWN']);
  });

  it('of 1,000 items each is answered by itself, and the number of a person is nowhere in clear', async () => {
    const staff = Array.from({ length: 1_000 }, (_, i) =>
      member(i % 10 === 3 ? { services: [service('2010-01-01', { rank: 99 })] } : {}),
    );
    const answer = await push(...staff);
    expect(answer.data.push).toMatchObject({ recorded: 900, refused: 100 });
    const number = String(staff[0]?.citizenIdNumber);
    for (const table of ['court.court_staff', 'outbox.change', 'audit.audit_line'])
      expect(
        await hub.rows(sql`select 1 from ${sql.raw(table)} t where to_jsonb(t)::text like ${`%${number}%`} limit 1`),
        table,
      ).toEqual([]);
  });
});
