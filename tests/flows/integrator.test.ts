import { expect, it } from 'vitest';
import { personaFirmId, rivalFirmId } from '../../seeds/persona-records.js';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';
import {
  event,
  grant,
  newCertificateNo,
  newCitizenId,
  newKey,
  outcomes,
  PUSH_CONTACTS,
  PUSH_EVENTS,
  PUSH_FIRMS,
  PUSH_SANCTIONS,
  revocation,
  suspension,
} from '../support/pushes.js';

const LAWYER = `query($no: String!, $on: Date) { lawyer(certificateNo: $no) {
  certificateNo fullName firstPractisedOn officeAddress licenceStatus(on: $on) practisingFirm { id } } }`;
const asOf = '2026-11-20T00:00:00Z';

onEveryDatabase('an integrator with dirty data', (kind) => {
  const hub = hubFor(kind);
  const push = (events: unknown[], load = 'ENTRY', as = 'justice') => hub.as(as).ask(PUSH_EVENTS, { events, load });
  const sanction = (...sanctions: unknown[]) => hub.as('justice').ask(PUSH_SANCTIONS, { sanctions });
  const firms = (pushed: unknown, load = 'ENTRY', as = 'justice') =>
    hub.as(as).ask(PUSH_FIRMS, { firms: [pushed], load });
  const lawyer = async (no: unknown, on?: string) => (await hub.as('filing').ask(LAWYER, { no, on })).data.lawyer;
  const idOf = (answer: Answer) => answer.data.push.results[0].id as string;
  const granted = async (extra = {}) => {
    const pushed = grant(personaFirmId, '2020-03-01', extra);
    const answer = await push([pushed]);
    expect(outcomes(answer)).toEqual(['recorded']);
    return { no: pushed.certificateNo as string, id: idOf(answer), pushed };
  };
  type Decision = Record<string, unknown>;
  const suspended = (no: string, decision: Decision, extra = {}) =>
    event('SUSPENDED', decision.effectiveOn as string, {
      certificateNo: no,
      suspendedFrom: decision.effectiveOn,
      suspendedUntil: decision.endsOn,
      decisionNo: decision.decisionNo,
      legalBasis: 'LAWYERS_LAW_48',
      decidedByLevel: 'CITY',
      ...extra,
    });
  const revoked = (no: string, decision: Decision, extra = {}) =>
    event('REVOKED', decision.effectiveOn as string, {
      certificateNo: no,
      decisionNo: decision.decisionNo,
      legalBasis: 'LAWYERS_LAW_49',
      ...extra,
    });

  it('a late deregistration does not undo a revocation, nor open the way to a new grant', async () => {
    const person = { fullName: '王一', citizenIdNumber: newCitizenId() };
    const { no } = await granted({ person });
    const decision = revocation(no, '2026-02-01');
    await sanction(decision);
    await push([revoked(no, decision)]);
    await push([event('DEREGISTERED', '2026-01-15', { certificateNo: no, reason: '本人申请' })]);
    expect((await lawyer(no)).licenceStatus).toBe('REVOKED');
    expect(outcomes(await push([grant(personaFirmId, '2026-06-01', { person })]))).not.toEqual(['recorded']);
  });

  it('a late suspension that begins earlier does not end the one already recorded', async () => {
    const { no } = await granted();
    const [recorded, late] = [suspension(no, '2026-06-01', '2026-11-30'), suspension(no, '2026-04-01', '2026-07-15')];
    await sanction(recorded, late);
    await push([suspended(no, recorded)]);
    await push([suspended(no, late)]);
    expect((await lawyer(no)).licenceStatus).toBe('SUSPENDED');
  });

  it('a grant corrected to a later day does not end a suspension that runs', async () => {
    const { no, id, pushed } = await granted();
    const decision = suspension(no, '2026-09-01', '2027-01-31');
    await sanction(decision);
    await push([suspended(no, decision)]);
    await push([{ ...pushed, key: newKey(), effectiveOn: '2026-10-01', supersedes: id }]);
    expect((await lawyer(no)).licenceStatus).toBe('SUSPENDED');
  });

  it.each([
    ['justice@hangzhou', 'CONTACT_CHANGED', { contact: {} }],
    ['justice@ningbo', 'FIRM_CHANGED', { firmId: rivalFirmId }],
  ])('%s cannot supersede a revocation by %s', async (as, what, extra) => {
    const { no } = await granted();
    const decision = revocation(no, '2026-02-01');
    await sanction(decision);
    const supersedes = idOf(await push([revoked(no, decision)]));
    const undo = event(what, '2026-03-01', { certificateNo: no, supersedes, decidedByLevel: 'CITY', ...extra });
    expect(outcomes(await push([undo], 'ENTRY', as))).not.toEqual(['recorded']);
    expect((await lawyer(no)).licenceStatus).toBe('REVOKED');
  });

  it('a city bureau does not reach another city by moving its firm first', async () => {
    const no = newCertificateNo();
    await push([grant(rivalFirmId, '2020-01-01', { certificateNo: no })]);
    const firm = `{ lawFirm(id: "${rivalFirmId}") { name unifiedSocialCreditCode } }`;
    const { name, unifiedSocialCreditCode } = (await hub.as('filing').ask(firm)).data.lawFirm;
    const moved = {
      key: newKey(),
      name: '夺来的律师事务所',
      unifiedSocialCreditCode,
      divisionCode: '330106',
      openedOn: '2010-01-01',
      asOf,
    };
    await firms(moved, 'ENTRY', 'justice@hangzhou');
    const struck = event('DEREGISTERED', '2026-02-01', { certificateNo: no });
    expect(outcomes(await push([struck], 'ENTRY', 'justice@hangzhou'))).not.toEqual(['recorded']);
    expect((await hub.as('filing').ask(firm)).data.lawFirm.name).toBe(name);
  });

  it('a whole history in one batch leaves the number and the name in force', async () => {
    const [first, second] = [newCertificateNo(), newCertificateNo()];
    const citizenIdNumber = newCitizenId();
    await push(
      [
        grant(personaFirmId, '2010-01-01', { certificateNo: first, person: { fullName: '吴旧名', citizenIdNumber } }),
        event('DEREGISTERED', '2012-01-01', { certificateNo: first }),
        grant(personaFirmId, '2014-01-01', { certificateNo: first, person: { fullName: '吴新名', citizenIdNumber } }),
        event('FIRM_CHANGED', '2015-01-01', {
          certificateNo: first,
          firmId: personaFirmId,
          newCertificateNo: second,
        }),
      ],
      'INITIAL_LOAD',
    );
    expect(await lawyer(second)).toMatchObject({ certificateNo: second, fullName: '吴新名' });
    const asPublic = await hub.as('public').ask(`{ lawyer(certificateNo: "${second}") { certificateNo } }`);
    expect(asPublic.data.lawyer).toEqual({ certificateNo: second });
  });

  it('a number that begins on a later day is the number from that day on', async () => {
    const { no } = await granted();
    const next = newCertificateNo();
    await push([
      event('FIRM_CHANGED', '2026-12-01', { certificateNo: no, firmId: personaFirmId, newCertificateNo: next }),
    ]);
    try {
      hub.clock.set('2026-12-02');
      expect((await lawyer(next)).certificateNo).toBe(next);
      expect((await hub.as('public').ask(`{ lawyer(certificateNo: "${next}") { id } }`)).data.lawyer).not.toBeNull();
    } finally {
      hub.clock.set('2026-11-21T02:00:00Z');
    }
  });

  it('a number given by mistake and corrected is free for its true holder', async () => {
    const person = { fullName: '郑错号', citizenIdNumber: newCitizenId() };
    const { no, id } = await granted({ person });
    const right = grant(personaFirmId, '2020-03-01', { person, supersedes: id });
    expect(outcomes(await push([right]))).toEqual(['recorded']);
    expect(outcomes(await push([grant(personaFirmId, '2020-03-01', { certificateNo: no })]))).toEqual(['recorded']);
  });

  it('a citizen ID entered wrongly can be corrected', async () => {
    const { no, id, pushed } = await granted();
    const person = { fullName: '冯错证', citizenIdNumber: newCitizenId() };
    expect(outcomes(await push([{ ...pushed, key: newKey(), person, supersedes: id }]))).toEqual(['recorded']);
    const input = { ...person, certificateNo: no };
    const verify = 'mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result } }';
    expect((await hub.as('filing').ask(verify, { input })).data.verifyLawyerIdentity.result).toBe('MATCH');
  });

  it('a corrected day of grant corrects the first day of practice', async () => {
    const { no, id, pushed } = await granted();
    await push([{ ...pushed, key: newKey(), effectiveOn: '2021-05-01', supersedes: id }]);
    expect((await lawyer(no)).firstPractisedOn).toBe('2021-05-01');
  });

  it('a second grant of an earlier day is refused on entry, and the firm stays', async () => {
    const person = { fullName: '陈双', citizenIdNumber: newCitizenId() };
    const { no } = await granted({ person });
    expect(outcomes(await push([grant(rivalFirmId, '2015-01-01', { person })]))).not.toEqual(['recorded']);
    expect(await lawyer(no)).toMatchObject({ certificateNo: no, practisingFirm: { id: personaFirmId } });
  });

  it('a suspension whose decision was annulled later is recorded for the days it ran', async () => {
    const { no } = await granted();
    const decision = suspension(no, '2026-01-01', '2026-04-30', { annulledOn: '2026-03-01', annulmentNo: '复1号' });
    await sanction(decision);
    expect(outcomes(await push([suspended(no, decision)], 'INITIAL_LOAD'))).toEqual(['recorded']);
    expect((await lawyer(no, '2026-02-28')).licenceStatus).toBe('SUSPENDED');
    expect((await lawyer(no, '2026-03-01')).licenceStatus).toBe('PRACTISING');
  });

  it('a penalty does not take effect before its decision, nor on days the decision does not name', async () => {
    const { no } = await granted();
    const [three, life] = [suspension(no, '2026-05-01', '2026-08-31'), revocation(no, '2026-10-01')];
    await sanction(three, life);
    const early = suspended(no, three, { effectiveOn: '2026-03-01', suspendedFrom: '2026-03-01' });
    expect(outcomes(await push([early]))).toEqual(['SANCTION_MISMATCH events.0.decisionNo']);
    expect(outcomes(await push([revoked(no, life, { effectiveOn: '2024-01-01' })]))).toEqual([
      'SANCTION_MISMATCH events.0.decisionNo',
    ]);
  });

  it('one decision may suspend and fine (律师法 art. 49)', async () => {
    const { no } = await granted();
    const decision = suspension(no, '2026-01-01', '2026-06-30', { legalBasis: '律师法第四十九条' });
    const fine = { ...decision, key: newKey(), kind: 'FINE', endsOn: null, fineYuan: 20_000 };
    expect(outcomes(await sanction(decision, fine))).toEqual(['recorded', 'recorded']);
  });

  it('a fine no column holds is refused by itself', async () => {
    const { no } = await granted();
    const fine = suspension(no, '2026-01-01', '2026-01-01', { kind: 'FINE', endsOn: null, fineYuan: 1e11 });
    const good = suspension(no, '2026-01-01', '2026-01-01', { kind: 'WARNING', endsOn: null });
    expect(outcomes(await sanction(fine, good))).toEqual([expect.stringContaining('sanctions.0.fineYuan'), 'recorded']);
  });

  it.each([
    ['a closure without an end', { kind: 'CLOSURE', endsOn: null }, 'FIELD_REQUIRED sanctions.0.endsOn'],
    [
      'a closure of five years',
      { kind: 'CLOSURE', endsOn: '2030-12-31' },
      'SUSPENSION_OUT_OF_RANGE sanctions.0.endsOn',
    ],
    ['a closure of three months', { kind: 'CLOSURE', endsOn: '2026-03-31' }, 'recorded'],
    [
      'a fine over the ceiling of art. 50',
      { kind: 'FINE', endsOn: null, fineYuan: 100_001 },
      'NUMBER_OUT_OF_RANGE sanctions.0.fineYuan',
    ],
    [
      'a warning by a county',
      { kind: 'WARNING', endsOn: null, authorityLevel: 'COUNTY' },
      'SUSPENSION_BELOW_CITY sanctions.0.authorityLevel',
    ],
  ])('%s of a firm is answered by the law', async (_what, extra, expected) => {
    const { data } = await hub.as('filing').ask(`{ lawFirm(id: "${personaFirmId}") { unifiedSocialCreditCode } }`);
    const firmCreditCode = data.lawFirm.unifiedSocialCreditCode;
    const pushed = suspension('', '2026-01-01', '2026-01-01', {
      lawyerCertificateNo: null,
      firmCreditCode,
      legalBasis: '律师法第五十条',
      ...extra,
    });
    expect(outcomes(await sanction(pushed))).toEqual([expected]);
  });

  it.each([
    ['律师法第四十七条', { fineYuan: 50_000, kind: 'FINE', endsOn: null }, 'NUMBER_OUT_OF_RANGE sanctions.0.fineYuan'],
    ['律师法第四十七条', { endsOn: '2026-12-31' }, 'SUSPENSION_OUT_OF_RANGE sanctions.0.endsOn'],
    ['律师法第四十七条', { endsOn: '2026-03-31' }, 'recorded'],
  ])('a penalty by %s keeps to its range', async (legalBasis, extra, expected) => {
    const { no } = await granted();
    expect(outcomes(await sanction(suspension(no, '2026-01-01', '2026-01-01', { legalBasis, ...extra })))).toEqual([
      expected,
    ]);
  });

  it('a firm kept under a failing code can be closed by daily entry', async () => {
    const firm = {
      key: newKey(),
      name: '浙江旧码律师事务所',
      unifiedSocialCreditCode: '31330000E00000002G',
      divisionCode: '330106',
      openedOn: '2001-01-01',
      asOf,
    };
    expect(outcomes(await firms(firm, 'INITIAL_LOAD'))).toEqual(['recorded']);
    expect(outcomes(await firms({ ...firm, key: newKey(), closedOn: '2026-10-01' }))).toEqual(['recorded']);
  });

  it('nobody joins a firm before it is open', async () => {
    const firm = {
      key: newKey(),
      name: '浙江新开律师事务所',
      unifiedSocialCreditCode: '31330100MD0000008H',
      divisionCode: '330106',
      openedOn: '2026-06-01',
      asOf,
    };
    await firms(firm);
    const { no } = await granted();
    const early = event('FIRM_CHANGED', '2025-01-01', {
      certificateNo: no,
      firmCreditCode: firm.unifiedSocialCreditCode,
    });
    expect(outcomes(await push([early]))).not.toEqual(['recorded']);
  });

  it('an address of an earlier day that arrives late does not replace the newer one', async () => {
    const { no } = await granted();
    for (const [on, officeAddress] of [
      ['2026-05-01', '新址'],
      ['2021-12-01', '旧址'],
    ] as const)
      await push([event('CONTACT_CHANGED', on, { certificateNo: no, contact: { officeAddress } })]);
    expect((await lawyer(no)).officeAddress).toBe('新址');
  });

  it('a key sent again with a field cleared is another content', async () => {
    const { no } = await granted();
    const contact = { key: newKey(), certificateNo: no, asOf, officeAddress: '甲路1号' };
    const send = (item: unknown) => hub.as('justice').ask(PUSH_CONTACTS, { contacts: [item] });
    expect(outcomes(await send(contact))).toEqual(['recorded']);
    expect(outcomes(await send({ ...contact, homeAddress: null }))).toEqual(['KEY_CONFLICT contacts.0.key']);
  });

  it('a text the database cannot keep, or a day that is none, undoes no neighbour', async () => {
    const good = () => grant(personaFirmId, '2021-01-01');
    const nul = await push([event('PAUSED', '2022-01-01', { certificateNo: '1', decidedBy: 'a\0b' }), good()]);
    expect(nul.data?.push).toMatchObject({ recorded: 1, refused: 1 });
    const kind = await push([event('NOPE', '2022-01-01', { certificateNo: '1' }), good()]);
    expect(outcomes(kind)).toEqual(['VALUE_UNKNOWN events.0.kind', 'recorded']);
    const day = await push([grant(personaFirmId, '2021-02-30'), good()]);
    expect(day.data?.push).toMatchObject({ recorded: 1, refused: 1 });
  });

  it.each(['买买提•伊敏', '买买提・伊', '买 买提'])('a search for %s finds 买买提·伊敏', async (name) => {
    const { no } = await granted({ person: { fullName: '买买提·伊敏', citizenIdNumber: newCitizenId() } });
    const search =
      'query($name: String!) { lawyers(filter: { namePrefix: $name }, first: 50) { nodes { certificateNo } } }';
    const { data } = await hub.as('filing').ask(search, { name });
    expect(data.lawyers.nodes).toContainEqual({ certificateNo: no });
  });

  it('a purpose header with a NUL gets a coded refusal below 500', async () => {
    const answer = await hub.as('filing').ask('{ whoAmI { role } }', {}, { 'x-lushu-matter': '%00' });
    expect(answer.status).toBeLessThan(500);
  });

  it.each([
    ['a list', '[', ']'],
    ['an object', '{"a":', '}'],
  ])('variables of %s 50,000 deep get a coded refusal below 500', async (_what, open, close) => {
    const query = 'query($n: [String!]!) { lawyersByCertificateNo(certificateNos: $n) { id } }';
    const deep = `[${open.repeat(50_000)}1${close.repeat(50_000)}]`;
    const answer = await hub.post(`{"query":"${query}","variables":{"n":${deep}}}`);
    expect(answer.status).toBeLessThan(500);
  });
});
