import { expect, it } from 'vitest';
import { selfLawyerId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';
import { event, newKey, outcomes, PUSH_CONTACTS, PUSH_EVENTS } from '../support/pushes.js';

const PROPOSE =
  'mutation($input: ContactChangeInput!) { made: proposeContactChange(input: $input) { id state value source asOf ownedBy proposedBy lawyer { id } } }';
const DECIDE =
  'mutation($input: ContactDecisionInput!) { decided: decideContactProposal(input: $input) { state decisionReason } }';

onEveryDatabase('contact data has two updaters and one owner per field', (kind) => {
  const hub = hubFor(kind);
  const number = async () =>
    (await hub.as('filing').ask(`{ lawyer(id: "${selfLawyerId}") { certificateNo } }`)).data.lawyer
      .certificateNo as string;
  const contact = async (persona = 'justice') =>
    (await hub.as(persona).ask(`{ lawyer(id: "${selfLawyerId}") { mobile email officeAddress homeAddress } }`)).data
      .lawyer;
  const record = (persona: string, ...contacts: object[]) => hub.as(persona).ask(PUSH_CONTACTS, { contacts });
  const asOf = '2026-11-20T00:00:00Z';

  it('the owner records, and only its own fields', async () => {
    const certificateNo = await number();
    expect(outcomes(await record('bar', { key: newKey(), certificateNo, asOf, mobile: '13900001111' }))).toEqual([
      'recorded',
    ]);
    expect((await contact()).mobile).toBe('13900001111');
    expect(outcomes(await record('justice', { key: newKey(), certificateNo, asOf, mobile: '13900002222' }))).toEqual([
      'NOT_FIELD_OWNER contacts.0.mobile',
    ]);
    expect(
      outcomes(
        await record('bar', { key: newKey(), certificateNo, asOf, mobile: '13900003333', officeAddress: '新址' }),
      ),
    ).toEqual(['NOT_FIELD_OWNER contacts.0.officeAddress']);
    expect((await contact()).mobile).toBe('13900001111');
    expect(
      outcomes(
        await record(
          'bar',
          { key: newKey(), certificateNo, asOf, mobile: '12' },
          { key: newKey(), certificateNo, asOf, email: 'x' },
        ),
      ),
    ).toEqual(['PHONE_INVALID contacts.0.mobile', 'EMAIL_INVALID contacts.1.email']);
    expect((await record('filing', { key: newKey(), certificateNo, asOf, mobile: '13900001111' })).codes).toEqual([
      'FORBIDDEN',
    ]);
  });

  it("the other side's value stays visible to both as a proposal until the owner accepts it", async () => {
    const input = {
      key: newKey(),
      certificateNo: await number(),
      field: 'MOBILE',
      value: '13700001111',
      asOf: '2026-11-19',
      source: '年度考核',
    };
    const made = (await hub.as('justice').ask(PROPOSE, { input })).data.made;
    expect(made).toMatchObject({
      state: 'PENDING',
      value: '13700001111',
      source: '年度考核',
      asOf: '2026-11-19',
      ownedBy: 'BAR',
      proposedBy: 'JUSTICE',
      lawyer: { id: selfLawyerId },
    });
    expect((await hub.as('justice').ask(PROPOSE, { input })).data.made.id).toBe(made.id);
    expect((await hub.as('justice').ask(PROPOSE, { input: { ...input, value: '13700009999' } })).codes).toEqual([
      'KEY_CONFLICT',
    ]);
    for (const persona of ['justice', 'bar', 'self']) {
      const { data } = await hub
        .as(persona)
        .ask(
          `{ lawyer(id: "${selfLawyerId}") { contactProposals { id value state } } contactProposals(state: PENDING) { nodes { id } } }`,
        );
      expect(data.lawyer.contactProposals).toContainEqual({ id: made.id, value: '13700001111', state: 'PENDING' });
      expect(data.contactProposals.nodes).toContainEqual({ id: made.id });
    }
    expect(
      (await hub.as('filing').ask(`{ lawyer(id: "${selfLawyerId}") { contactProposals { id } } }`)).data.lawyer
        .contactProposals,
    ).toBeNull();
    expect((await hub.as('filing').ask('{ contactProposals { totalCount } }')).codes).toEqual(['FORBIDDEN']);
    expect((await contact()).mobile).toBe('13900001111');
    expect((await hub.as('justice').ask(DECIDE, { input: { id: made.id, accept: true } })).codes).toEqual([
      'NOT_FIELD_OWNER',
    ]);
    expect((await hub.as('bar').ask(DECIDE, { input: { id: made.id, accept: true } })).data.decided).toEqual({
      state: 'ACCEPTED',
      decisionReason: null,
    });
    expect((await contact()).mobile).toBe('13700001111');
    expect((await hub.as('bar').ask(DECIDE, { input: { id: made.id, accept: false, reason: '重复' } })).codes).toEqual([
      'PROPOSAL_DECIDED',
    ]);
  });

  it('the lawyer proposes for himself, and a declined value changes nothing', async () => {
    const made = (
      await hub
        .as('self')
        .ask(PROPOSE, { input: { key: newKey(), field: 'HOME_ADDRESS', value: '杭州市新居', asOf: '2026-11-19' } })
    ).data.made;
    expect(made).toMatchObject({ proposedBy: 'LAWYER', ownedBy: 'JUSTICE' });
    const before = await contact();
    expect(
      (await hub.as('bar').ask('{ contactProposals { nodes { id } } }')).data.contactProposals.nodes,
    ).not.toContainEqual({ id: made.id });
    expect((await hub.as('bar').ask(DECIDE, { input: { id: made.id, accept: true } })).codes).toEqual(['NOT_FOUND']);
    expect((await hub.as('justice@ningbo').ask(DECIDE, { input: { id: made.id, accept: true } })).codes).toEqual([
      'OUT_OF_REACH',
    ]);
    expect(
      (await hub.as('justice').ask(DECIDE, { input: { id: made.id, accept: false } })).errors[0].extensions,
    ).toMatchObject({ code: 'FIELD_REQUIRED', at: ['input', 'reason'] });
    expect(
      (await hub.as('justice@hangzhou').ask(DECIDE, { input: { id: made.id, accept: false, reason: '需附证明' } })).data
        .decided.state,
    ).toBe('DECLINED');
    expect(await contact()).toEqual(before);
    const other = {
      key: newKey(),
      certificateNo: '13301202010000001',
      field: 'MOBILE',
      value: '13700001111',
      asOf: '2026-11-19',
    };
    expect((await hub.as('self').ask(PROPOSE, { input: other })).codes).toEqual(['LAWYER_UNKNOWN']);
  });

  it('a contact event of the justice department writes its own fields and proposes the others', async () => {
    const certificateNo = await number();
    const pushed = event('CONTACT_CHANGED', '2026-11-01', {
      certificateNo,
      contact: { officeAddress: '杭州市新办公楼', mobile: '13611112222' },
    });
    const answer = await hub.as('justice').ask(PUSH_EVENTS, { events: [pushed] });
    expect(answer.data.push.results[0].proposed).toEqual(['mobile']);
    expect(await contact()).toMatchObject({ officeAddress: '杭州市新办公楼', mobile: '13700001111' });
    const { data } = await hub
      .as('bar')
      .ask(`{ lawyer(id: "${selfLawyerId}") { contactProposals { value state field } } }`);
    expect(data.lawyer.contactProposals).toContainEqual({ value: '13611112222', state: 'PENDING', field: 'MOBILE' });
  });

  it('the table of owners is for everybody', async () => {
    expect((await hub.as('public').ask('{ contactFieldOwners { field owner } }')).data.contactFieldOwners).toEqual([
      { field: 'MOBILE', owner: 'BAR' },
      { field: 'EMAIL', owner: 'BAR' },
      { field: 'OFFICE_ADDRESS', owner: 'JUSTICE' },
      { field: 'HOME_ADDRESS', owner: 'JUSTICE' },
    ]);
    expect(hub.faults).toEqual([]);
  });
});
