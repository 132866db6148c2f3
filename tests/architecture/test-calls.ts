/** A call of `it` or `test` in a file. */
export interface TestCall {
  readonly title: string;
  /** It, or a `describe` around it, is `.skip` or `.todo`, or it has nothing to run. */
  readonly isSkipped: boolean;
}

const MODIFIERS = ['each', 'for', 'skipIf', 'runIf', 'concurrent', 'sequential', 'skip', 'todo', 'fails', 'only'];
const CALL = new RegExp(`(?<![\\w$.'"\`])(it|test|describe)((?:\\.(?:${MODIFIERS.join('|')}))*)`, 'g');
const OFF = /\.(skip|todo|fails)\b/;
const OPTED_OUT = /^\s*,\s*\{[^}]*\b(skip|todo|fails)\b/;

/** Every call of `it` and `test` that stands in the code of a file; comments, and words inside texts, are none. */
export function testCalls(source: string): readonly TestCall[] {
  const code = masked(source);
  const off: [from: number, to: number][] = [];
  const calls: { title: string; at: number; isSkipped: boolean }[] = [];
  for (const found of code.matchAll(CALL)) {
    const call = readCall(code, found.index + found[0].length, found[2] ?? '');
    if (!call) continue;
    const { open, close, modifiers } = call;
    const literal = /^\s*(['"`])_*\1/.exec(code.slice(open + 1, close));
    const end = open + 1 + (literal?.[0].length ?? 0);
    const rest = code.slice(end, close);
    const isOff = OFF.test(modifiers) || OPTED_OUT.test(rest);
    if (found[1] === 'describe') {
      if (isOff) off.push([open, close]);
    } else if (literal) {
      const title = source
        .slice(open + 1, end)
        .trim()
        .slice(1, -1)
        .replace(/\\(.)/gs, '$1');
      calls.push({ title, at: open, isSkipped: isOff || !rest.includes(',') });
    }
  }
  return calls.map(({ title, at, isSkipped }) => ({
    title,
    isSkipped: isSkipped || off.some(([from, to]) => from < at && at < to),
  }));
}

/** The parentheses that hold the title, after `.each(…)`, `` .each`…` `` and the like. */
function readCall(code: string, start: number, named: string) {
  let [at, modifiers] = [start, named];
  for (;;) {
    const opening = /^\s*([(`])/.exec(code.slice(at));
    if (!opening) return null;
    const open = at + opening[0].length - 1;
    const close = opening[1] === '(' ? closing(code, open) : code.indexOf('`', open + 1);
    if (close < 0) return null;
    const next = /^((?:\s*\.(?:\w+))*)\s*[(`]/.exec(code.slice(close + 1));
    if (!next) return opening[1] === '(' ? { open, close, modifiers } : null;
    modifiers += (next[1] ?? '').replace(/\s/g, '');
    at = close + 1 + (next[1] ?? '').length;
  }
}

function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** A comment, a text, a template (of which parts may be code), or a regular expression where a value may begin. */
const PIECE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`|(?<=(?:^|[(,=:[!&|?{};+>]|\breturn)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\//g;

/** The code with comments blank and the insides of texts, templates and regular expressions written over, at the same places. */
export function masked(source: string): string {
  let made = '';
  let at = 0;
  PIECE.lastIndex = 0;
  for (let piece = PIECE.exec(source); piece; piece = PIECE.exec(source)) {
    const end = piece[0] === '`' ? templateEnd(source, piece.index) : piece.index + piece[0].length;
    const text = source.slice(piece.index, end);
    const isComment = /^\/[/*]/.test(text);
    const inside = isComment ? text.replace(/[^\n]/g, ' ') : `${text[0]}${'_'.repeat(text.length - 2)}${text.at(-1)}`;
    made += source.slice(at, piece.index) + inside;
    at = end;
    PIECE.lastIndex = end;
  }
  return made + source.slice(at);
}

/** Where a template ends that begins at `start`; templates may stand in it. */
function templateEnd(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') at += 2;
    else if (source.startsWith('${', at)) at = expressionEnd(source, at + 2);
    else at += 1;
  }
  return at + 1;
}

function expressionEnd(source: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < source.length && depth > 0) {
    if (source[at] === '`') at = templateEnd(source, at) - 1;
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    at += 1;
  }
  return at;
}
