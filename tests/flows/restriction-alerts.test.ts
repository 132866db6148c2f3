// Long because it is one life: every role's list, every step, every request, on the same alerts.
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { rivalFirmId, selfLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { raised, raisedEmployment, raisedRecusal } from '../support/restriction-alerts.js';

const STAFF = '0190a000-0000-7000-8000-00000000057a';
const CASE_NO = '（2026）浙0106民初88001号';
const FIELDS = `id kind subject subjectId lawyer { id } firm { id } court { code } caseNo headline lastRestrictedDay isDetectedLate
  staffId state decidedBy decidedAt reason raisedAt answeredAt answerGiven answerNow toldTo explanationZh explanationEn
  decisions { state decidedBy decidedAt reason } followUps { id kind note doneOn institution recordedBy recordedAt }
  concerns { id kind statement madeAt answer answeredBy answeredAt }`;
const MORE = {
  confirm: 'confirmRestrictionAlert',
  override: 'overrideRestrictionAlert',
  correct: 'correctRestrictionAlert',
  close: 'closeRestrictionAlert',
} as const;
type Step = keyof typeof MORE;
const REASON = '经核实,情况属实';

onEveryDatabase('restriction alerts are decided by persons', (kind) => {
  const hub = hubFor(kind);
  const see = async (persona: string, id: string) =>
    (await hub.as(persona).ask(`{ restrictionAlert(id: "${id}") { ${FIELDS} } }`)).data.restrictionAlert;
  const listed = async (persona: string, args = '') => {
    const { data } = await hub
      .as(persona)
      .ask(`{ restrictionAlerts${args} { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`);
    return data.restrictionAlerts as {
      totalCount: number;
      nodes: { id: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  };
  const step = (persona: string, which: Step, id: string, reason = REASON) =>
    hub
      .as(persona)
      .ask(`mutation($id: ID!, $reason: String!) { alert: ${MORE[which]}(id: $id, reason: $reason) { ${FIELDS} } }`, {
        id,
        reason,
      });
  const record = (persona: string, alertId: string, extra: object = {}) =>
    hub
      .as(persona)
      .ask(
        'mutation($input: AlertFollowUpInput!) { recordAlertFollowUp(input: $input) { id kind note doneOn institution recordedBy } }',
        { input: { alertId, kind: 'PARTY_TOLD', doneOn: '2026-11-15', note: '已书面告知', ...extra } },
      );
  const request = (
    persona: string,
    what: 'Explanation' | 'Correction',
    alertId: string,
    statement = '请说明限制期的起算日',
  ) =>
    hub
      .as(persona)
      .ask(
        `mutation($id: ID!, $statement: String!) { concern: requestAlert${what}(alertId: $id, statement: $statement) { id kind statement answer } }`,
        { id: alertId, statement },
      );
  const answer = (persona: string, id: string, text = '起算日为退出公务员管理之日') =>
    hub
      .as(persona)
      .ask(
        'mutation($id: ID!, $answer: String!) { answerAlertConcern(id: $id, answer: $answer) { id answer answeredBy } }',
        {
          id,
          answer: text,
        },
      );
  const events = async (id: string) =>
    (
      await hub.rows<{ event: string }>(sql`select event from outbox.change where record_id = ${id}::uuid order by id`)
    ).map(({ event }) => event.replace('restriction-alert.', ''));

  describe('who is told of what', () => {
    const ids: Record<string, string> = {};
    const reached: readonly (readonly [persona: string, alerts: readonly string[]])[] = [
      ['filing', ['counsel', 'recusal', 'wrong']],
      ['judge', ['counsel', 'recusal', 'wrong']],
      ['filing@yinzhou', ['ningbo']],
      ['personnel', ['counsel', 'recusal', 'ended', 'pledge', 'wrong', 'ningbo']],
      ['supervision', ['counsel', 'recusal', 'ended', 'cases', 'wrong', 'ningbo']],
      ['supervision@xihu', ['counsel', 'recusal', 'ended', 'cases', 'wrong']],
      ['justice', ['counsel', 'employment', 'ended', 'intern', 'wrongBar', 'ningbo']],
      ['justice@hangzhou', ['counsel', 'employment', 'ended', 'intern']],
      ['justice@ningbo', ['ningbo']],
      ['bar', ['intern', 'wrongBar']],
      ['self', []],
      ['self@suspended', []],
    ];

    beforeAll(async () => {
      const recall = {
        kind: 'WRONG_ANSWER',
        subject: 'LAWYER',
        case_no: null,
        verdict: null,
        answered_at: '2026-10-01T00:00:00Z',
        answer_given: 'PERMITTED',
        answer_now: 'RESTRICTED_UNTIL 2027-03-03',
      } as const;
      const line = (n: number) => `0190a000-0000-7000-8000-0000000011${n}0`;
      ids.counsel = await raised(hub);
      ids.recusal = await raisedRecusal(hub, STAFF);
      ids.employment = await raisedEmployment(hub);
      ids.intern = await raisedEmployment(hub, { subject: 'INTERNSHIP', lawyer_id: null, headline: 'NEEDS_REVIEW' });
      ids.ended = await raised(hub, { kind: 'RESTRICTION_ENDED', headline: null, verdict: null });
      ids.pledge = await raised(hub, {
        kind: 'PLEDGE_OVERDUE',
        subject: 'COURT_STAFF',
        lawyer_id: null,
        staff_id: STAFF,
        verdict: null,
        headline: null,
      });
      ids.cases = await raised(hub, { kind: 'FIRM_CASES', subject: 'LAWYER', verdict: null, headline: null });
      ids.wrong = await raised(hub, {
        ...recall,
        division_code: null,
        answer_line_id: line(1),
        told_to: 'filing · 浙0106 · persona:filing',
      });
      ids.wrongBar = await raised(hub, {
        ...recall,
        court: null,
        division_code: '330000',
        answer_line_id: line(2),
        told_to: 'bar · zj-bar · persona:bar',
      });
      ids.ningbo = await raised(hub, {
        court: '浙0212',
        division_code: '330212',
        firm_id: rivalFirmId,
        lawyer_id: null,
      });
    });

    it.each(reached)('%s reaches %j, by list, by count and by id', async (persona, alerts) => {
      const expected = alerts.map((name) => ids[name]).toSorted();
      const { nodes, totalCount } = await listed(persona, '(first: 100)');
      expect(nodes.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(totalCount).toBe(expected.length);
      for (const [name, id] of Object.entries(ids))
        expect((await see(persona, id)) !== null, `${persona} ${name}`).toBe(alerts.includes(name));
    });

    it.each(['editor', 'editor@court', 'firm', 'firm@rival', 'public', 'system', 'security', 'audit'])(
      '%s may not ask',
      async (persona) => {
        for (const query of [`restrictionAlert(id: "${ids.counsel}") { id }`, 'restrictionAlerts { totalCount }'])
          expect((await hub.as(persona).ask(`{ ${query} }`)).codes).toEqual(['FORBIDDEN']);
      },
    );

    it('the window reads verdict, case and what to say, and nothing of the file', async () => {
      for (const persona of ['filing', 'judge']) {
        const alert = await see(persona, ids.counsel as string);
        expect(alert).toMatchObject({
          kind: 'COUNSEL',
          state: 'RAISED',
          headline: 'RESTRICTED_UNTIL',
          lastRestrictedDay: '2027-03-03',
          caseNo: CASE_NO,
          court: { code: '浙0106' },
          lawyer: { id: selfLawyerId },
          staffId: null,
          toldTo: null,
        });
        expect(alert.explanationZh.join('')).toContain('杭州市西湖区人民法院');
        expect(JSON.stringify(alert)).not.toMatch(/2025-03-04|离任二年内|fac1/);
      }
      const file = await see('personnel', ids.counsel as string);
      expect(file.explanationZh.join('')).toMatch(/离任二年内.*自2025-03-04/);
      expect(file.explanationEn).toHaveLength(file.explanationZh.length);
    });

    it('of a recusal everybody but personnel learns that it is to be examined', async () => {
      for (const persona of ['filing', 'judge'])
        expect(await see(persona, ids.recusal as string)).toMatchObject({
          kind: 'RECUSAL',
          caseNo: CASE_NO,
          lawyer: null,
          firm: null,
          subjectId: null,
          staffId: null,
          headline: null,
          explanationZh: ['需进行回避审查。'],
          explanationEn: ['Recusal check required.'],
        });
      expect(await see('supervision', ids.recusal as string)).toMatchObject({
        staffId: STAFF,
        explanationZh: ['需进行回避审查。'],
      });
      const alert = await see('personnel', ids.recusal as string);
      expect(alert).toMatchObject({ staffId: STAFF, lawyer: { id: selfLawyerId } });
      expect(alert.explanationZh.join('')).toContain('提示:');
    });

    it('a recalled answer names the answer given and the answer now; the bar gets its own', async () => {
      expect(await see('filing', ids.wrong as string)).toMatchObject({
        answerGiven: 'PERMITTED',
        answerNow: 'RESTRICTED_UNTIL 2027-03-03',
        answeredAt: '2026-10-01T00:00:00.000Z',
        toldTo: null,
        explanationZh: null,
      });
      expect(await see('supervision', ids.wrong as string)).toMatchObject({
        toldTo: 'filing · 浙0106 · persona:filing',
      });
      expect(await see('bar', ids.wrongBar as string)).toMatchObject({
        answerGiven: 'PERMITTED',
        lawyer: { id: selfLawyerId },
      });
    });

    it('the bar reads headline and state of its interns, and no more', async () => {
      expect(await see('bar', ids.intern as string)).toMatchObject({
        subject: 'INTERNSHIP',
        headline: 'NEEDS_REVIEW',
        state: 'RAISED',
        lastRestrictedDay: null,
        explanationZh: null,
        firm: null,
        decisions: null,
        followUps: null,
        concerns: null,
      });
    });

    it('narrows by kind and state, and reads on from a cursor', async () => {
      const of = async (persona: string, args: string) =>
        (await listed(persona, args)).nodes.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
      expect(await of('personnel', '(kind: RECUSAL)')).toEqual(['recusal']);
      expect(await of('supervision', '(kind: PLEDGE_OVERDUE)')).toEqual([]);
      expect(await of('justice@hangzhou', '(kind: EMPLOYMENT, state: RAISED)')).toEqual(['intern', 'employment']);
      expect(await of('filing', '(state: CLOSED)')).toEqual([]);
      const first = await listed('filing', '(first: 2)');
      expect(first.pageInfo.hasNextPage).toBe(true);
      expect(await of('filing', `(first: 2, after: "${first.pageInfo.endCursor}")`)).toEqual(['counsel']);
      const wrong = await hub.as('filing').ask('{ restrictionAlerts(after: "x") { totalCount } }');
      expect(wrong.codes).toEqual(['CURSOR_INVALID']);
      expect((await hub.as('filing').ask('{ restrictionAlerts(first: 0) { totalCount } }')).codes).toEqual([
        'PAGE_INVALID',
      ]);
    });

    it('nobody reads the verdict as it is stored', async () => {
      for (const field of ['verdict', 'caseId', 'divisionCode', 'answerLineId'])
        expect((await hub.as('personnel').ask(`{ restrictionAlerts { nodes { ${field} } } }`)).codes).toEqual([
          'DOCUMENT_INVALID',
        ]);
    });
  });

  it('the justice department reads the case once it is confirmed, and no longer when it was wrong', async () => {
    const id = await raised(hub);
    const named = { caseNo: CASE_NO, court: { code: '浙0106' } };
    const unnamed = { caseNo: null, court: null, subjectId: null, reason: null, decidedBy: null };
    for (const persona of ['justice', 'justice@hangzhou'])
      expect(await see(persona, id)).toMatchObject({
        ...unnamed,
        lawyer: { id: selfLawyerId },
        headline: 'RESTRICTED_UNTIL',
      });
    expect((await step('judge', 'confirm', id)).data.alert).toMatchObject({
      state: 'CONFIRMED',
      decidedBy: 'persona:judge',
      decidedAt: hub.clock.now().toISOString(),
      reason: REASON,
      decisions: [{ state: 'CONFIRMED', decidedBy: 'persona:judge', reason: REASON }],
    });
    const [recorded] = (await hub.trail(2)).filter(({ kind: of }) => of === 'RECORDED');
    expect(recorded).toMatchObject({
      operation: 'Mutation.confirmRestrictionAlert',
      actor_id: 'persona:judge',
      records: { RestrictionAlert: [id] },
    });
    for (const persona of ['justice', 'justice@hangzhou'])
      expect(await see(persona, id)).toMatchObject({ ...named, reason: REASON, decidedBy: 'persona:judge' });
    expect((await step('personnel', 'correct', id, '离任日登记有误')).codes).toEqual([]);
    expect(await see('justice', id)).toMatchObject({ ...unnamed, state: 'CORRECTED' });
    expect((await see('supervision', id)).decisions).toMatchObject([
      { state: 'CONFIRMED', decidedBy: 'persona:judge' },
      { state: 'CORRECTED', decidedBy: 'persona:personnel', reason: '离任日登记有误' },
    ]);
    expect(await events(id)).toEqual(['confirmed', 'corrected']);
  });

  it('an overridden alert never names its case to the justice department', async () => {
    const id = await raised(hub);
    expect((await step('supervision', 'override', id, '系同名同姓之人')).codes).toEqual([]);
    expect(await see('justice', id)).toMatchObject({ state: 'OVERRIDDEN', caseNo: null, court: null, reason: null });
    expect((await see('justice', id)).decisions).toMatchObject([
      { state: 'OVERRIDDEN', decidedBy: null, reason: null },
    ]);
    expect((await step('judge', 'close', id)).codes).toEqual(['ALERT_STATE_INVALID']);
    expect((await step('judge', 'correct', id)).data.alert.state).toBe('CORRECTED');
    expect(await events(id)).toEqual(['overridden', 'corrected']);
  });

  it('the court that is told decides, and the bureau on applications and interns', async () => {
    const [counsel, employment, intern] = [
      await raised(hub),
      await raisedEmployment(hub),
      await raisedEmployment(hub, { subject: 'INTERNSHIP', lawyer_id: null }),
    ];
    for (const which of Object.keys(MORE) as Step[]) {
      expect((await step('justice', which, counsel)).codes, which).toEqual(['OUT_OF_REACH']);
      expect((await step('justice@ningbo', which, counsel)).codes, which).toEqual(['NOT_FOUND']);
      for (const persona of ['judge', 'personnel', 'supervision'])
        expect((await step(persona, which, employment)).codes, `${persona} ${which}`).toEqual(['NOT_FOUND']);
      for (const persona of ['filing', 'bar', 'self', 'firm', 'editor', 'public', 'security'])
        expect((await step(persona, which, intern)).codes, `${persona} ${which}`).toEqual(['FORBIDDEN']);
      for (const id of ['x', '0190a000-0000-7000-8000-000000000000'])
        expect((await step('judge', which, id)).codes, which).toEqual(['NOT_FOUND']);
    }
    const elsewhere = await raised(hub, { court: '浙0212', division_code: '330212' });
    expect((await step('judge', 'confirm', elsewhere)).codes).toEqual(['NOT_FOUND']);
    for (const id of [employment, intern])
      expect((await step('justice@hangzhou', 'confirm', id)).data.alert.state).toBe('CONFIRMED');
    expect((await step('justice@hangzhou', 'close', intern)).data.alert.state).toBe('CLOSED');
    expect((await see('bar', intern)).state).toBe('CLOSED');
    expect(await see('bar', intern)).toMatchObject({ reason: null, decidedBy: null });
  });

  it('a step is taken once, for a reason that says something, and by a person', async () => {
    const id = await raised(hub);
    const short = await step('judge', 'confirm', id, '属实');
    expect([short.codes, short.errors[0].extensions.at]).toEqual([['TEXT_TOO_SHORT'], ['reason']]);
    expect((await step('judge', 'confirm', id, '长'.repeat(2_001))).codes).toEqual(['TEXT_INVALID']);
    const system = { subject: 'lushu-trial', clientId: 'lushu-trial', role: 'judge' as const, unit: '浙0106' };
    const bySystem = await hub
      .asClaims(system, 'TRIAL')
      .ask('mutation($id: ID!) { confirmRestrictionAlert(id: $id, reason: "系统自动确认") { id } }', { id });
    expect(bySystem.codes).toEqual(['PERSON_REQUIRED']);
    expect((await step('judge', 'close', id)).codes).toEqual(['ALERT_STATE_INVALID']);
    expect((await step('judge', 'correct', id)).codes).toEqual(['ALERT_STATE_INVALID']);
    const both = await Promise.all([step('judge', 'confirm', id), step('personnel', 'override', id)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(['ALERT_STATE_INVALID']);
    expect(await events(id)).toHaveLength(1);
    const [{ steps }] = (await hub.rows<{ steps: string }>(
      sql`select count(*)::text as steps from joint.alert_decision where alert_id = ${id}::uuid`,
    )) as [{ steps: string }];
    expect(steps).toBe('1');
  });

  it('what was done is entered by either side, and its words stay with that side', async () => {
    const id = await raised(hub);
    expect((await record('judge', id)).codes).toEqual(['ALERT_STATE_INVALID']);
    await step('judge', 'confirm', id);
    for (const [extra, code] of [
      [{ doneOn: '2026-11-09' }, 'PERIOD_INVALID'],
      [{ doneOn: '2026-11-22' }, 'DAY_TO_COME'],
      [{ kind: 'OTHER', note: null }, 'FIELD_REQUIRED'],
      [{ note: '' }, 'TEXT_INVALID'],
      [{ alertId: '0190a000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    ] as const)
      expect((await record('judge', id, extra)).codes).toEqual([code]);
    for (const persona of ['filing', 'bar', 'self', 'firm', 'public'])
      expect((await record(persona, id)).codes, persona).toEqual(['FORBIDDEN']);
    expect((await record('judge', id, { kind: 'ORDERED_TO_STOP' })).data.recordAlertFollowUp).toMatchObject({
      kind: 'ORDERED_TO_STOP',
      note: '已书面告知',
      institution: 'COURT',
      recordedBy: 'persona:judge',
    });
    expect(
      (await record('justice@hangzhou', id, { kind: 'PENALISED', note: '立案调查' })).data.recordAlertFollowUp,
    ).toMatchObject({
      institution: 'JUSTICE',
      note: '立案调查',
    });
    const notes = async (persona: string) =>
      (await see(persona, id)).followUps?.map(({ kind: done, note }: Record<string, string>) => [done, note]);
    expect(await notes('supervision')).toEqual([
      ['ORDERED_TO_STOP', '已书面告知'],
      ['PENALISED', null],
    ]);
    expect(await notes('justice')).toEqual([
      ['ORDERED_TO_STOP', null],
      ['PENALISED', '立案调查'],
    ]);
    expect(await notes('self')).toEqual([
      ['ORDERED_TO_STOP', null],
      ['PENALISED', null],
    ]);
    expect(await notes('filing')).toBeUndefined();
    expect((await step('judge', 'close', id)).data.alert.state).toBe('CLOSED');
    expect((await record('judge', id)).codes).toEqual(['ALERT_STATE_INVALID']);
    expect(await events(id)).toEqual(['confirmed', 'followed-up', 'followed-up', 'closed']);
  });

  it('the person concerned reads what was decided on him, and asks for explanation and correction', async () => {
    const id = await raised(hub);
    expect(await see('self', id)).toBeNull();
    expect((await request('self', 'Explanation', id)).codes).toEqual(['NOT_FOUND']);
    await step('judge', 'confirm', id);
    const own = await see('self', id);
    expect(own).toMatchObject({
      headline: 'RESTRICTED_UNTIL',
      lastRestrictedDay: '2027-03-03',
      state: 'CONFIRMED',
      reason: REASON,
      decidedBy: null,
      staffId: null,
      toldTo: null,
      decisions: [{ state: 'CONFIRMED', decidedBy: null }],
      concerns: [],
    });
    expect(own.explanationZh.join('')).toContain('最后限制日为2027-03-03');
    expect(own.explanationZh.join('')).not.toContain('2025-03-04');
    expect(await see('self@suspended', id)).toBeNull();
    expect((await request('self@suspended', 'Explanation', id)).codes).toEqual(['NOT_FOUND']);
    for (const persona of ['firm', 'judge', 'personnel', 'justice', 'bar', 'public'])
      expect((await request(persona, 'Correction', id)).codes, persona).toEqual(['FORBIDDEN']);
    expect((await request('self', 'Explanation', id, '何故')).codes).toEqual(['TEXT_TOO_SHORT']);
    const asked = (await request('self', 'Explanation', id)).data.concern;
    expect(asked).toMatchObject({ kind: 'EXPLANATION', statement: '请说明限制期的起算日', answer: null });
    expect((await request('self', 'Explanation', id)).codes).toEqual(['CONCERN_PENDING']);
    expect((await request('self', 'Correction', id)).data.concern.kind).toBe('CORRECTION');
    for (const persona of ['judge', 'supervision', 'self', 'bar', 'filing'])
      expect((await answer(persona, asked.id)).codes, persona).toEqual(['FORBIDDEN']);
    expect((await answer('justice', asked.id)).codes).toEqual(['NOT_FOUND']);
    expect((await answer('personnel', asked.id, '略')).codes).toEqual(['TEXT_TOO_SHORT']);
    expect((await answer('personnel', asked.id)).data.answerAlertConcern).toMatchObject({
      answeredBy: 'persona:personnel',
    });
    expect((await answer('personnel', asked.id)).codes).toEqual(['CONCERN_ANSWERED']);
    expect((await see('self', id)).concerns).toMatchObject([
      { kind: 'EXPLANATION', answer: '起算日为退出公务员管理之日', answeredBy: null },
      { kind: 'CORRECTION', answer: null },
    ]);
    expect((await see('justice', id)).concerns).toEqual([]);
    expect((await request('self', 'Explanation', id)).codes).toEqual([]);
    expect(await events(id)).toEqual([
      'confirmed',
      'concern-raised',
      'concern-raised',
      'concern-answered',
      'concern-raised',
    ]);
  });

  it('the bureau answers on what it decides', async () => {
    const id = await raisedEmployment(hub);
    await step('justice@hangzhou', 'confirm', id);
    const { id: concern } = (await request('self', 'Correction', id)).data.concern;
    expect((await answer('personnel', concern)).codes).toEqual(['NOT_FOUND']);
    expect((await answer('justice@ningbo', concern)).codes).toEqual(['NOT_FOUND']);
    expect((await answer('justice@hangzhou', concern)).data.answerAlertConcern.answeredBy).toBe(
      'persona:justice@hangzhou',
    );
    const system = {
      subject: 'lushu-trial',
      clientId: 'lushu-trial',
      role: 'justice' as const,
      unit: 'hangzhou-bureau',
    };
    const next = (await request('self', 'Correction', id)).data.concern.id;
    const bySystem = await hub
      .asClaims(system, 'LICENCE_ADMINISTRATION')
      .ask('mutation($id: ID!) { answerAlertConcern(id: $id, answer: "系统自动答复") { id } }', { id: next });
    expect(bySystem.codes).toEqual(['PERSON_REQUIRED']);
  });

  it('a lawyer never reads a recusal in his case, decided or not', async () => {
    const id = await raisedRecusal(hub, STAFF);
    expect((await step('judge', 'confirm', id, '已转政治部审查')).data.alert).toMatchObject({
      state: 'CONFIRMED',
      reason: null,
      decidedBy: null,
      staffId: null,
      decisions: [{ state: 'CONFIRMED', reason: null, decidedBy: null }],
    });
    expect(await see('self', id)).toBeNull();
    expect(await see('justice', id)).toBeNull();
    expect(await see('personnel', id)).toMatchObject({ reason: '已转政治部审查', decidedBy: 'persona:judge' });
    expect(hub.faults).toEqual([]);
  });
});
