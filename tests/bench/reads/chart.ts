import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compared } from './outcome.js';
import { type Shape, shapes } from './shapes.js';
import type { Turns } from './turns.js';

const FILE = fileURLToPath(new URL('../../../../tests/bench/reads.svg', import.meta.url));
const [LEFT, BAR, GAP, WIDTH] = [170, 18, 26, 560];
const sides = ['hub', ...compared];
const titles: Readonly<Record<Shape, string>> = {
  single: 'one lawyer',
  hundred: '100 lawyers, firm and sanctions',
  thousand: '1,000 lawyers, firm and sanctions',
  search: 'a search page of 50, with the count',
  levels: '10 firms × 20 lawyers × licence history',
};
const names: Readonly<Record<string, string>> = {
  hub: 'Lushu, with rights and trail',
  limit: 'node + pg, bare text',
  mercuriusJit: 'Mercurius + JIT',
  postgraphile: 'PostGraphile 5',
  yoga: 'graphql-yoga',
  apollo: 'Apollo + type-graphql',
};

/** Draws requests a second, a group of bars for each shape; each group has a scale of its own. */
export function writeChart(turns: Turns, lawyers: number): void {
  const groupHeight = sides.length * BAR + GAP + 16;
  const height = 40 + shapes.length * groupHeight;
  const groups = shapes.map((shape, i) => group(turns, shape, 44 + i * groupHeight));
  const title = `Requests a second, ${lawyers.toLocaleString('en-US')} lawyers; peers without rights and trail`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + 90} ${height}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="22" font-size="15">${title}</text>
${groups.join('\n')}
</svg>
`;
  writeFileSync(FILE, svg);
  console.log(`drawn to ${FILE}`);
}

function group(turns: Turns, shape: Shape, top: number): string {
  const most = Math.max(...sides.map((side) => turns.rate(side, shape)));
  const bars = sides.map((side, i) => {
    const rate = turns.rate(side, shape);
    const [y, width] = [top + 14 + i * BAR, ((rate / most) * WIDTH).toFixed(1)];
    return `<text x="${LEFT + 14}" y="${y + 12}" text-anchor="end">${names[side]}</text>
<rect x="${LEFT + 20}" y="${y + 1}" width="${width}" height="${BAR - 4}" fill="${side === 'hub' ? '#b5472f' : '#9aa5b1'}"/>
<text x="${LEFT + 24 + Number(width)}" y="${y + 12}">${rate.toFixed(0)}</text>`;
  });
  return `<text x="10" y="${top + 4}" font-weight="bold">${titles[shape]}</text>\n${bars.join('\n')}`;
}
