import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.js';
import { ConfigError, readConfig } from '../../src/config.js';
import { builtHub } from '../support/built-hub.js';
import { databaseKinds } from '../support/databases.js';

const MEDIATORS = `query Mediators($court: String!) {
  court(code: $court) { name mediators(first: 2) { nodes { lawyer {
    fullName mobile homeAddress sanctions { kind decisionText } } } } }
}
query Other { whoAmI { role } }`;

/** A part of the page, by its title. */
const part = (page: string, title: string): string =>
  page
    .split(/^# /m)
    .find((one) => one.startsWith(title))
    ?.slice(title.length)
    .trim() ?? '';

describe.each(databaseKinds.map((kind) => [kind.name, kind] as const))('lushu plan [%s]', (_name, kind) => {
  let built: ReturnType<typeof builtHub>;
  let opened: Awaited<ReturnType<typeof kind.open>> | undefined;
  const file = (name: string, text: string): string => {
    const path = join(built.folder, name);
    writeFileSync(path, text);
    return path;
  };
  const explained = (document: string, ...args: string[]) => {
    const settings: Record<string, string> = opened?.url ? { DATABASE_URL: opened.url } : {};
    return built.attempt(settings, 'plan', file('operation.graphql', document), ...args);
  };

  beforeAll(async () => {
    built = builtHub('lushu-plan');
    // the embedded database is the command's own, in its folder
    if (kind.name === 'PostgreSQL') opened = await kind.open();
  });
  afterAll(async () => {
    built?.clear();
    await opened?.drop();
  });

  it('prints what is decided for a role, the statement with its parameters, and the plan of the database', () => {
    const variables = file('variables.json', '{"court": "浙0106"}');
    const { status, stdout, stderr } = explained(
      MEDIATORS,
      ...['--role', 'judge', '--variables', variables, '--operation', 'Mediators'],
    );
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^(seeded a synthetic province.*\n)?$/)]);
    expect(stdout).toMatch(/^judge · 浙0106 杭州市西湖区人民法院 · TRIAL · persona:judge\n/);
    expect(part(stdout, 'Operation')).toMatch(/^Query\.court +all +LB-12 +may ask$/m);
    const rows = part(stdout, 'Rows, by any path');
    expect(rows).toMatch(/^Lawyer +all +LB-01 +every row$/m);
    expect(rows).toMatch(/^Sanction +inForce +LB-05 +rows in force today\n {4}\(+'\d{4}-\d\d-\d\d'::date between/m);
    const fields = part(stdout, 'Fields');
    expect(fields).toMatch(/^Lawyer\.fullName +F +LB-04 +in full$/m);
    expect(fields).toMatch(/^Lawyer\.mobile +M +LB-03 +masked\n {4}case when .*\*\*\*\*/m);
    expect(fields).toMatch(/^Lawyer\.homeAddress +- +LB-03 +withheld/m);
    expect(fields).toMatch(
      /^Sanction\.decisionText +F\/- +LB-05 +in full on related rows, withheld on others\n {4}case when/m,
    );
    expect(fields).not.toContain('Connection');
    expect(part(stdout, 'Arguments')).toMatch(/^Query\.court\(code:\) +F +by its field/m);
    expect(part(stdout, 'Bases')).toMatch(/^LB-03 +个人信息保护法 art\. 6, 28, 51: 收集个人信息/m);
    const statement = part(stdout, 'Statement');
    expect(statement).toMatch(/^select /);
    expect(statement).toContain('from "bar"."mediator_roster_entry"');
    expect(statement).not.toContain('home_address');
    expect(part(stdout, 'Parameters')).toMatch(/^\$1 = .*浙0106/);
    const lines = part(stdout, 'Plan');
    expect(lines).toMatch(/\(cost=\d+\.\d+\.\.\d+\.\d+ rows=\d+ width=\d+\)/);
    expect(lines).not.toContain('actual time');
  });

  it('lets the database run the statement when it is asked to, and shows no record', () => {
    const { status, stdout } = explained(
      '{ lawyers(first: 3) { nodes { fullName } } }',
      '--role',
      'filing',
      '--analyze',
    );
    expect(status).toBe(0);
    expect(part(stdout, 'Plan')).toMatch(/actual time=.*\n[\s\S]*Execution Time/);
    expect(stdout).not.toContain('沈知微');
  });

  it('says why there is no statement, as the public here', () => {
    const { status, stdout } = explained('{ mediatorRoster(first: 1) { nodes { available } } }', '--role', 'public');
    expect([status, part(stdout, 'Plan')]).toEqual([0, '']);
    expect(stdout).toMatch(/^public · nobody in particular · PUBLIC_INQUIRY · anonymous\n/);
    expect(part(stdout, 'Statement')).toMatch(/^none: MediatorRosterEntry\.available is worked out/);
  });

  it('ends with 2, and the sentences of its code, when it refuses', () => {
    const { status, stdout, stderr } = explained(MEDIATORS, '--role', 'judge', '--operation', 'Mediators');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^VARIABLES_INVALID .*变量或参数的取值类型不符。 · line 1, column 17 · court\n$/);
  });
});

describe('lushu plan refuses, by code and in both languages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lushu-plan-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const config = (settings: Record<string, string> = {}) => readConfig({ LUSHU_DATA_DIR: folder, ...settings });
  const judge = ['--role', 'judge'];

  it.each([
    [
      'a role that there is not',
      '{ whoAmI { role } }',
      ['--role', 'minister'],
      /^VALUE_UNKNOWN .*取值不在规定清单之内。\n--role: filing judge .*self@suspended$/,
    ],
    ['no role', '{ whoAmI { role } }', [], /^--role is missing\.\nnpm run -s plan -- FILE/],
    ['a document that is none', '{ whoAmI {', judge, /^DOCUMENT_UNPARSABLE .*语法错误。 · line 1, column 11/],
    [
      'fields that there are not',
      '{ whoAmI { shoe }\n sock }',
      judge,
      /^DOCUMENT_INVALID .*line 1, column 12.*"shoe".*\nDOCUMENT_INVALID .*line 2, column 2.*"sock"/,
    ],
    ['no name where there are two operations', MEDIATORS, judge, /^OPERATION_UNKNOWN /],
    [
      'too much',
      '{ lawFirms(first: 1000) { nodes { lawyers(first: 100) { nodes { id fullName } } } } }',
      judge,
      /^TOO_COSTLY /,
    ],
    ['too many levels', `{ court(id: "x") { ${'parent { '.repeat(12)}id${' }'.repeat(12)} } }`, judge, /^TOO_DEEP /],
  ])('%s', async (_what, document, args, said) => {
    const refused = plan(config(), [file('operation.graphql', document), ...args]);
    await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(said) });
    await expect(refused).rejects.toBeInstanceOf(ConfigError);
  });

  it('files that are not there, or hold no variables', async () => {
    const document = file('operation.graphql', '{ whoAmI { role } }');
    await expect(plan(config(), ['nowhere.graphql', ...judge])).rejects.toThrow(/^ENOENT: .*nowhere\.graphql/);
    for (const text of ['[1]', 'x'])
      await expect(plan(config(), [document, ...judge, '--variables', file('v.json', text)])).rejects.toThrow(
        'A variable or argument has a value of the wrong kind.',
      );
  });

  it('production', async () => {
    const production = { ...config(), mode: 'production' as const };
    await expect(plan(production, [file('o.graphql', '{ x }'), ...judge])).rejects.toThrow('production has none');
  });
});
