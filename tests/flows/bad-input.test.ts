import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { onEveryDatabase } from '../support/databases.js';
import { type Answer, hubFor } from '../support/hub.js';

onEveryDatabase('bad input gets a coded error and loses nothing', (kind) => {
  const hub = hubFor(kind);
  // the media type by which a refused document has a status of its own
  const strict = { accept: 'application/graphql-response+json' };
  const filing = (query: string, variables = {}) => hub.as('filing').ask(query, variables, strict);
  const looked: Answer[] = [];
  const code = (answer: Answer) => {
    looked.push(answer);
    expect(answer.text).not.toMatch(/node_modules|\.ts:|\.js:|at async/);
    expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
    for (const error of answer.errors)
      expect(error.extensions).toMatchObject({ code: expect.any(String), messageZh: expect.any(String) });
    return `${answer.status} ${answer.codes.join(' ')}`;
  };
  const token = async (claims: object) =>
    `Bearer ${await hub.issuer.token({ subject: 's', clientId: 'c', role: 'filing', unit: '浙0106', ...claims })}`;
  const purposes = { 'x-lushu-purpose': 'CASE_FILING' };

  it.each([
    ['a syntax error', '{ lawyer(', {}, '400 DOCUMENT_UNPARSABLE'],
    ['an unknown field', '{ lawyer(id: "x") { shoeSize } }', {}, '400 DOCUMENT_INVALID'],
    ['an unknown argument', '{ lawyer(nick: "x") { id } }', {}, '400 DOCUMENT_INVALID'],
    [
      'an enum value that does not exist',
      '{ lawyers(filter: { licenceStatus: HAPPY }) { totalCount } }',
      {},
      '400 DOCUMENT_INVALID',
    ],
    ['a day that does not exist', '{ lawyer(id: "x") { licenceStatus(on: "2026-02-30") } }', {}, '400 DATE_INVALID'],
    [
      'a day in a variable that does not exist',
      'query($d: Date!) { lawyer(id: "x") { licenceStatus(on: $d) } }',
      { d: '2026-13-01' },
      '400 DATE_INVALID',
    ],
    [
      'a missing variable',
      'query($d: Date!) { lawyer(id: "x") { licenceStatus(on: $d) } }',
      {},
      '400 VARIABLES_INVALID',
    ],
    [
      'a variable of the wrong kind',
      'query($n: Int) { lawyers(first: $n) { totalCount } }',
      { n: 'many' },
      '400 VARIABLES_INVALID',
    ],
    [
      'a missing variable that a directive hangs on',
      'query($v: Boolean!) { court(code: "浙0106") { name ... @include(if: $v) { id } } }',
      {},
      '400 VARIABLES_INVALID',
    ],
    [
      'two operations and no name',
      'query a { whoAmI { role } } query b { whoAmI { role } }',
      {},
      '400 OPERATION_UNKNOWN',
    ],
    [
      'an introspective depth bomb',
      `{ lawFirm(id: "x") ${'{ lawyers { nodes { practisingFirm '.repeat(6)}{ id }${' } } }'.repeat(6)} }`,
      {},
      '400 TOO_DEEP',
    ],
    [
      'sixty aliases',
      `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      {},
      '400 TOO_MANY_ALIASES TOO_MANY_ROOT_FIELDS',
    ],
    ['thirty root fields', `{ ${'whoAmI { role } '.repeat(30)} }`, {}, '400 TOO_MANY_ROOT_FIELDS'],
    [
      'a fragment that spreads itself',
      '{ whoAmI { ...a } } fragment a on Viewer { role ...a }',
      {},
      '400 DOCUMENT_INVALID',
    ],
    [
      'a certificate number that cannot be',
      '{ lawyersByCertificateNo(certificateNos: ["99"]) { id } }',
      {},
      '200 CERTIFICATE_NO_INVALID',
    ],
    ['a page of nothing', '{ lawFirms(first: 0) { totalCount } }', {}, '200 PAGE_INVALID'],
    [
      'a credit code that cannot be',
      '{ lawFirm(unifiedSocialCreditCode: "123") { name } }',
      {},
      '200 CREDIT_CODE_INVALID',
    ],
    [
      'a NUL character in a literal',
      '{ lawyers(filter: { namePrefix: "\\u0000" }) { totalCount } }',
      {},
      '200 TEXT_UNSTORABLE',
    ],
    [
      'half a surrogate pair in a variable',
      'query($n: String) { lawyers(filter: { namePrefix: $n }) { totalCount } }',
      { n: 'a\ud800b' },
      '200 TEXT_UNSTORABLE',
    ],
    [
      'a variable of a type 900 lists deep',
      `query($n: ${'['.repeat(900)}Int${']'.repeat(900)}) { lawyers(first: $n) { totalCount } }`,
      {},
      '400 DOCUMENT_INVALID',
    ],
    [
      'a document of more than 2,000 words',
      `query($n: ${'['.repeat(9_000)}Int${']'.repeat(9_000)}) { lawyers(first: $n) { totalCount } }`,
      {},
      '400 TOO_MANY_TOKENS',
    ],
    [
      'a literal deeper than the parser reaches',
      `{ lawyers(first: ${'['.repeat(4_980)}) { totalCount } }`,
      {},
      '400 DOCUMENT_UNPARSABLE',
    ],
  ])('%s', async (_what, query, variables, expected) => {
    expect(code(await filing(query, variables))).toBe(expected);
  });

  it('a citizen ID written without quotes is not repeated, nor is an address', async () => {
    const query =
      'mutation { verifyLawyerIdentity(input: { fullName: "张三", certificateNo: "13301201511000002", citizenIdNumber: 110105194912310021 }) { result } }';
    for (const asked of [query, query.replace('110105194912310021', 'X110105194912310021')]) {
      const answer = await filing(asked);
      expect(code(answer)).toBe('400 DOCUMENT_INVALID');
      expect(answer.text).not.toContain('110105194912310021');
    }
    const lost = await hub.post('{}', {}, '/11010519491231002X?c=1');
    expect([lost.status, lost.codes]).toEqual([404, ['ROUTE_UNKNOWN']]);
    expect(lost.text).not.toContain('11010519491231002X');
  });

  it('names the variable and the place in it, and never repeats the value', async () => {
    const query = 'mutation($input: IdentityInput!) { verifyLawyerIdentity(input: $input) { result } }';
    const answer = await filing(query, {
      input: { fullName: '张三', certificateNo: 13301, citizenIdNumber: '990101198001010014' },
    });
    expect(code(answer)).toBe('400 VARIABLES_INVALID');
    expect(answer.errors[0].extensions.at).toEqual(['input', 'certificateNo']);
    expect(answer.text).not.toContain('13301');
    expect(answer.text).not.toContain('990101198001010014');
  });

  it('names the argument of a text the database cannot keep', async () => {
    const query = 'query($n: [String!]!) { lawyersByCertificateNo(certificateNos: $n) { id } }';
    const answer = await filing(query, { n: ['13301202010000001', 'a\0'] });
    expect(code(answer)).toBe('200 TEXT_UNSTORABLE');
    expect(answer.errors[0].extensions.at).toEqual(['certificateNos', 1]);
  });

  it('variables may be 64 levels deep and no deeper', async () => {
    const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    const ask = (levels: number) => filing('{ whoAmI { role } }', { unused: nested(levels) });
    expect((await ask(64)).data.whoAmI.role).toBe('filing');
    expect(code(await ask(65))).toBe('400 VARIABLES_INVALID');
    const bottomless = `{"query":"{ whoAmI { role } }","variables":{"n":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}}`;
    expect(code(await hub.post(bottomless, strict))).toBe('400 VARIABLES_INVALID');
  });

  it.each([
    ['a body that is no JSON', '{', '400 REQUEST_MALFORMED'],
    ['a body without a query', '{}', '400 REQUEST_MALFORMED'],
    ['a batch of operations', '[{"query":"{ whoAmI { role } }"}]', '400 REQUEST_MALFORMED'],
    [
      'a body over 4 MiB',
      JSON.stringify({ query: '{ whoAmI { role } }', pad: 'x'.repeat(4 * 1024 * 1024) }),
      '413 BODY_TOO_LARGE',
    ],
  ])('%s', async (_what, body, expected) => {
    expect(code(await hub.post(body))).toBe(expected);
  });

  it('a token that is expired, forged, foreign or names nobody is refused at the door', async () => {
    const body = JSON.stringify({ query: '{ whoAmI { role } }' });
    const good = await token({});
    const [head, payload] = good.split('.');
    const ask = async (authorization: string) => code(await hub.post(body, { authorization, ...purposes }));
    expect(await ask('Bearer x')).toBe('401 TOKEN_MALFORMED');
    expect(await ask('Basic abc')).toBe('401 TOKEN_MALFORMED');
    expect(await ask(`${head}.${payload}.${'A'.repeat(86)}`)).toBe('401 TOKEN_FORGED');
    expect(await ask(await token({ role: 'minister' }))).toBe('403 ROLE_UNKNOWN');
    expect(await ask(await token({ unit: '浙9999' }))).toBe('403 ROLE_UNKNOWN');
    expect(await ask(await token({ subject: 'a\0' }))).toBe('401 TOKEN_MALFORMED');
    hub.clock.set('2026-11-22');
    expect(await ask(good)).toBe('401 TOKEN_EXPIRED');
    hub.clock.set('2026-11-21');
    expect(code(await hub.post(body, { authorization: await token({}) }))).toBe('400 PURPOSE_MISSING');
    expect(code(await hub.post(body, { authorization: await token({}), 'x-lushu-purpose': 'FUN' }))).toBe(
      '400 PURPOSE_UNKNOWN',
    );
    for (const matter of ['%00', '%ff'])
      expect(
        code(await hub.post(body, { authorization: await token({}), ...purposes, 'x-lushu-matter': matter })),
      ).toBe('400 REQUEST_MALFORMED');
  });

  it('requests refused before anybody was known become counted lines', async () => {
    expect((await fetch(`${hub.server.url}?query={__typename}&query={__typename}`)).status).toBe(400);
    await hub.server.close();
    const lines = await hub.rows<{ refusals: string[]; count: number; source: string | null }>(
      sql`select refusals, count, source from audit.audit_line where kind = 'DOOR'`,
    );
    const counted: Record<string, number> = {};
    for (const { refusals, count } of lines) {
      const code = refusals[0] as string;
      counted[code] = (counted[code] ?? 0) + Number(count);
    }
    expect(new Set(lines.map(({ source }) => source))).toEqual(new Set(['127.0.0.1']));
    expect(counted).toMatchObject({
      REQUEST_MALFORMED: 6,
      TOKEN_MALFORMED: 3,
      ROLE_UNKNOWN: 2,
      PURPOSE_MISSING: 1,
      BODY_TOO_LARGE: 1,
    });
  });

  it('what was refused is no outage', async () => {
    expect(await hub.rows(sql`select 1 from audit.audit_line where kind = 'OUTAGE'`)).toEqual([]);
  });

  it('every refusal of a known asker has its line', async () => {
    const refused = await hub.rows<{ n: string }>(
      sql`select count(*) as n from audit.audit_line where kind = 'DISCLOSED' and outcome = 'REFUSED' and role = 'filing'`,
    );
    expect(Number(refused[0]?.n)).toBeGreaterThanOrEqual(16);
    expect(looked.every((answer) => answer.status < 500)).toBe(true);
    expect(looked.length).toBeGreaterThan(25);
    expect(hub.faults).toEqual([]);
  });
});
