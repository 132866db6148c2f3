import { roles, roleTable } from '../../src/identity/roles.js';
import { type RefusalLine, refusalCodes } from '../../src/kernel/refusal-codes.js';
import { events } from '../../src/outbox/events.js';
import { tables } from '../../src/policy/index.js';
import { type LegalBasis, legalBases } from '../../src/policy/legal-basis.js';
import type { Matrix } from '../../src/policy/matrix/columns.js';
import { declassifications } from '../../src/policy/matrix/declassifications.js';
import { purposesByRole } from '../../src/policy/matrix/purposes.js';
import { reachWords } from '../../src/policy/words.js';

/** The command that writes the contracts; the test that finds them stale names it. */
export const PRINT_COMMAND = 'npm run contracts';

/** The first line of every contract. */
export const SIGN = `Printed from code by \`${PRINT_COMMAND}\`; do not edit (由代码生成,请勿手改)`;

/** A page: title, signature, paragraphs and tables. */
const page = (title: string, ...parts: string[]): string => `${[`# ${title}`, `${SIGN}.`, ...parts].join('\n\n')}\n`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const institutions: readonly (readonly [string, Matrix])[] = [
  ['justice 司法行政机关', tables.justice],
  ['court 法院', tables.court],
  ['bar 律师协会', tables.bar],
  ['joint 联合', tables.joint],
  ['hub 枢纽', tables.hub],
  ['pages and answers 分页与应答', tables.carriers],
];

/** What the words of the matrix mean, per kind of line. */
const KEY = [
  table(
    ['word', 'meaning', '含义'],
    [
      ['all', 'may ask; every row', '可请求;全部记录'],
      ...Object.entries(reachWords)
        .filter(([word]) => word !== 'all' && word !== '-')
        .map(([word, { en, zh }]) => [word, en, zh]),
      ['F, M', 'shown in full; masked', '完整显示;脱敏显示'],
      ['-', 'not open: withheld fields are null', '不开放:字段返回 null'],
      ['F/-, F/M, M/-', 'on rows related to the asker / on other rows', '与请求方有关的记录 / 其他记录'],
    ],
  ),
  'Not listed is closed. Everybody sees at least what the public sees (未列明即不开放;公众可见者人人可见).',
].join('\n\n');

/** `permissions.md`: the matrix per institution, with the words of each basis. */
export function permissions(): string {
  const sections = institutions.flatMap(([name, lines]) => {
    const bases = [...new Set(Object.values(lines).map((line) => String(line.at(-1))))].sort();
    return [`## ${name}`, ...linesByKind(lines), ...bases.map(quoted)];
  });
  const released = declassifications.map(({ coordinate, dependsOn, why }) => [
    `\`${coordinate}\``,
    dependsOn.map((column) => `\`${column}\``).join(', '),
    why,
  ]);
  const declassified = ['## Declassifications 降密释出', table(['value', 'may depend on', 'why'], released)];
  const claims = roles.map((role) => [`${role} ${roleTable[role].zh}`, purposesByRole[role].join(', ')]);
  const purposes = ['## Purposes 使用目的', table(['role 角色', 'may claim 可主张'], claims)];
  return page('Who may see what, and on what basis (权限矩阵)', KEY, ...sections, ...declassified, ...purposes);
}

function linesByKind(lines: Matrix): string[] {
  const head = [...roles.map((role) => `${role} ${roleTable[role].zh}`), 'basis 依据'];
  const kinds: [string, (coordinate: string) => boolean][] = [
    ['operation 操作', (coordinate) => /^(Query|Mutation)\./.test(coordinate)],
    ['rows 记录', (coordinate) => !coordinate.includes('.')],
    ['field 字段', (coordinate) => coordinate.includes('.') && !/^(Query|Mutation)\./.test(coordinate)],
  ];
  return kinds.flatMap(([kind, isOf]) => {
    const rows = Object.entries(lines).filter(([coordinate]) => isOf(coordinate));
    return rows.length === 0
      ? []
      : [
          table(
            [kind, ...head],
            rows.map(([coordinate, line]) => [`\`${coordinate}\``, ...line]),
          ),
        ];
  });
}

function quoted(code: string): string {
  const { source, article, quote, en } = legalBases[code as keyof typeof legalBases] as LegalBasis;
  return `> **${code}** ${quote}\n>\n> ${source === 'statute' ? '' : `${source}, `}${article}: ${en}.`;
}

/** `events.md`: every event of the outbox. */
export function changeEvents(): string {
  const rows = Object.entries(events).map(([name, { type, en, zh }]) => [`\`${name}\``, `\`${type}\``, en, zh]);
  return page('What the hub tells of its records (变更事件)', table(['event', 'about', 'meaning', '含义'], rows));
}

/** `refusals.md`: every code, by where it comes from. */
export function refusals(): string {
  const lines = Object.entries(refusalCodes) as [string, RefusalLine][];
  const groups = [...new Set(lines.map(([, { group }]) => group))].flatMap((group) => [
    `## ${group}`,
    table(
      ['code', 'HTTP', 'sentence', '说明'],
      lines
        .filter(([, line]) => line.group === group)
        .map(([code, { status, en, zh }]) => [`\`${code}\``, String(status), en, zh]),
    ),
  ]);
  const status =
    'The HTTP status is that of a request refused whole; a refused field or item comes with 200, a refused document too when the answer is application/json.';
  return page('Every refusal (拒绝代码)', status, ...groups);
}
