import type { Identity } from '../../identity/identity.js';
import { type BasisCode, legalBases } from '../../policy/legal-basis.js';
import type { Decision, Decisions } from './decisions.js';
import type { Compiled, Explanation } from './explain.js';
import { laidOut } from './sql-layout.js';

/** What an operation comes to, as people read it; `plan` are PostgreSQL's own lines. */
export function explainedPage(
  { decisions, compiled }: Explanation,
  identity: Identity,
  plan: readonly string[],
): string {
  return [
    asked(identity),
    ...decided(decisions),
    ...bases(decisions),
    ...statement(compiled),
    ...(plan.length > 0 ? ['# Plan', plan.join('\n')] : []),
  ].join('\n\n');
}

function asked({ role, unit, firmId, lawyerId, purpose, actorId }: Identity): string {
  const bound = unit ? `${unit.code} ${unit.name}` : (firmId ?? lawyerId ?? 'nobody in particular');
  return `${role} · ${bound} · ${purpose} · ${actorId}`;
}

function decided({ operations, rows, fields, arguments: given }: Decisions): string[] {
  const parts: [string, readonly Decision[]][] = [
    ['Operation', operations],
    ['Rows, by any path', rows],
    ['Fields', fields],
    ['Arguments', given],
  ];
  return parts.filter(([, lines]) => lines.length > 0).flatMap(([title, lines]) => [`# ${title}`, table(lines)]);
}

function table(lines: readonly Decision[]): string {
  const width = (of: (line: Decision) => string) => Math.max(...lines.map((line) => of(line).length));
  const [first, second, third] = [
    width(({ coordinate }) => coordinate),
    width(({ cell }) => cell),
    width(({ basis }) => basis),
  ];
  return lines
    .map(({ coordinate, cell, basis, meaning, sql }) => {
      const line = `${coordinate.padEnd(first)}  ${cell.padEnd(second)}  ${basis.padEnd(third)}  ${meaning}`;
      return sql === undefined ? line : `${line}\n    ${sql}`;
    })
    .join('\n');
}

function bases(decisions: Decisions): string[] {
  const named = new Set(
    Object.values(decisions).flatMap((lines: readonly Decision[]) => lines.map(({ basis }) => basis)),
  );
  const known = [...named].filter((code): code is BasisCode => Object.hasOwn(legalBases, code)).sort();
  if (known.length === 0) return [];
  return ['# Bases', known.map((code) => `${code}  ${legalBases[code].article}: ${legalBases[code].quote}`).join('\n')];
}

function statement(compiled: Compiled): string[] {
  if (compiled.why !== undefined) return ['# Statement', `none: ${compiled.why}`];
  const params = compiled.params.map((value, place) => `$${place + 1} = ${JSON.stringify(value)}`);
  return ['# Statement', laidOut(compiled.text), ...(params.length > 0 ? ['# Parameters', params.join('\n')] : [])];
}
