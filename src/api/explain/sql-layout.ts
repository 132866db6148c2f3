/** Words before which a statement goes on in a new line. */
const CLAUSES =
  /^(select|from|where|left join lateral|left join|join lateral|join|order by|group by|limit|union all|union|with)$/i;
const WORDS =
  /'(?:[^']|'')*'|E'(?:[^'\\]|\\.)*'|"(?:[^"]|"")*"|\$\d+|(?:left\s+join\s+lateral|left\s+join|join\s+lateral|order\s+by|group\s+by|union\s+all)\b|[A-Za-z_][\w]*|\d+(?:\.\d+)?|::|[<>=!|@~*+\-/&]+|[(),.;[\]:]|\S/gi;
const WIDTH = 120;

/**
 * Lays a statement out for people: each clause on a line of its own, what stands in brackets indented where it is long.
 * Changes nothing but the blanks between words.
 */
export function laidOut(statement: string): string {
  const words = [...statement.matchAll(WORDS)].map(([word], place, all) => ({
    word: word.replace(/\s+/g, /^['"E]/.test(word) ? '$&' : ' '),
    isTight: isTight(statement, all, place),
  }));
  const lines: string[] = [];
  let line = '';
  const depths: boolean[] = [];
  const indent = () => '  '.repeat(depths.filter(Boolean).length);
  const close = () => {
    if (line.trim() !== '') lines.push(line);
    line = indent();
  };
  words.forEach(({ word, isTight: tight }, place) => {
    if (word === ')') {
      const isBroken = depths.pop() === true;
      if (isBroken) close();
      line += word;
      return;
    }
    if (CLAUSES.test(word) && (depths.length === 0 || depths.at(-1))) close();
    line += (tight || line.trim() === '' ? '' : ' ') + word;
    if (word === '(') {
      depths.push(lengthInside(words, place) > WIDTH && /^(select|with)$/i.test(words[place + 1]?.word ?? ''));
      if (depths.at(-1)) close();
    } else if (word === ',' && line.length > WIDTH && depths.every(Boolean)) close();
  });
  close();
  return lines.join('\n');
}

/** Whether a word stood against the one before it. */
function isTight(statement: string, all: readonly RegExpExecArray[] | RegExpMatchArray[], place: number): boolean {
  const before = all[place - 1];
  const here = all[place];
  if (!before || !here) return true;
  return (before.index ?? 0) + before[0].length === here.index && !/^\s/.test(statement.slice(here.index));
}

function lengthInside(words: readonly { readonly word: string }[], open: number): number {
  let depth = 0;
  let length = 0;
  for (let place = open; place < words.length; place++) {
    const word = words[place]?.word ?? '';
    if (word === '(') depth += 1;
    if (word === ')' && --depth === 0) break;
    length += word.length + 1;
  }
  return length;
}
