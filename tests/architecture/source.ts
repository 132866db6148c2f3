import { posix } from 'node:path';
import { parseAst } from 'vitest/node';

/** A source file as the walls see it: its path from the root of the repository, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import, export-from, `import()`, `import type`, `typeof import()` or `require`. */
export interface Import {
  readonly from: string;
  readonly line: number;
  /** As written; null when it is computed and cannot be read. */
  readonly specifier: string | null;
  /** Our own file it names, from the root, `.ts`; null for a package or a built-in. */
  readonly target: string | null;
  /** The package it names, without a path inside it; null for our own files. */
  readonly package: string | null;
}

/** A place where a global that has one home is used. */
export interface Use {
  readonly from: string;
  readonly line: number;
  readonly of: 'process.env' | 'clock' | 'open fact';
}

/** What one file imports and which globals it uses. Throws when the text is not TypeScript. */
export interface Sighting {
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Reads a file by the parser that also compiles it; comments and strings are not mistaken for imports. */
export function sight(file: SourceFile): Sighting {
  const imports: Import[] = [];
  const uses: Use[] = [];
  const requires = new Set(['require']);
  const lineOf = (node: Node) => file.text.slice(0, node.start).split('\n').length;
  const program = parseAst(file.text, { lang: 'ts' });
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' && isCreateRequire(node.init)) requires.add(nameOf(node.id) ?? 'require');
  });
  walk(program, (node) => {
    const source = sourceOf(node, requires);
    if (source !== undefined) imports.push({ from: file.path, line: lineOf(node), ...address(file.path, source) });
    const of = globalOf(node) ?? openFact(node);
    if (of) uses.push({ from: file.path, line: lineOf(node), of });
  });
  return { imports, uses };
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isNode(value)) {
    visit(value);
    for (const child of Object.values(value)) if (typeof child === 'object') walk(child, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The node that names the module, or undefined when the node imports nothing. */
function sourceOf(node: Node, requires: ReadonlySet<string>): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    case 'ExportNamedDeclaration':
      return node.source ?? undefined;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'CallExpression':
      return requires.has(nameOf(node.callee) ?? '') || isCreateRequire(node.callee)
        ? ((node.arguments as unknown[])[0] ?? null)
        : undefined;
    default:
      return undefined;
  }
}

function isCreateRequire(node: unknown): boolean {
  return isNode(node) && node.type === 'CallExpression' && nameOf(node.callee) === 'createRequire';
}

/** The last name of `a`, `b.a`, `b['a']`. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return node.name as string;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  return node.type === 'MemberExpression' ? nameOf(node.property) : undefined;
}

function globalOf(node: Node): Use['of'] | undefined {
  if (node.type === 'MemberExpression') {
    const path = `${nameOf(node.object)}.${nameOf(node.property)}`;
    if (path === 'process.env') return 'process.env';
    if (path === 'Date.now') return 'clock';
  }
  const argumentsGiven = node.arguments as unknown[] | undefined;
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && argumentsGiven?.length === 0) return 'clock';
  if (node.type === 'VariableDeclarator' && nameOf(node.init) === 'process' && isNode(node.id)) return 'process.env';
  return undefined;
}

/** Something a module gives away that is neither a type nor a function that promises a `Fact`. */
function openFact(node: Node): Use['of'] | undefined {
  if (node.type === 'ExportAllDeclaration') return 'open fact';
  if (node.type !== 'ExportNamedDeclaration' && node.type !== 'ExportDefaultDeclaration') return undefined;
  const { declaration } = node;
  const isType = node.exportKind === 'type' || (isNode(declaration) && declaration.type.startsWith('TS'));
  return isType || (isNode(declaration) && promisesFact(declaration.returnType)) ? undefined : 'open fact';
}

/** `: Promise<Fact<…>>`. */
function promisesFact(returnType: unknown): boolean {
  const promise = isNode(returnType) ? returnType.typeAnnotation : undefined;
  if (!isNode(promise) || nameOf(promise.typeName) !== 'Promise' || !isNode(promise.typeArguments)) return false;
  const [promised] = promise.typeArguments.params as unknown[];
  return isNode(promised) && nameOf(promised.typeName) === 'Fact';
}

function address(from: string, source: unknown): Pick<Import, 'specifier' | 'target' | 'package'> {
  const specifier = isNode(source) && source.type === 'Literal' ? String(source.value) : null;
  if (specifier?.startsWith('.')) {
    const target = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
    return { specifier, target, package: null };
  }
  const name = specifier?.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? null;
  return { specifier, target: null, package: name };
}
