import { parseArgs } from 'node:util';
import { lookup } from './lookup.js';
import { push } from './push.js';
import { type Options, print, type Report } from './report.js';

const benches: Readonly<Record<string, (options: Options) => Promise<Report>>> = { push, lookup };

async function main(): Promise<void> {
  const [name = '', ...rest] = process.argv.slice(2);
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) throw new Error(`no bench ${name || 'was named'}; there are: ${Object.keys(benches).join(', ')}`);
  print(await bench(read(rest)));
}

function read(args: string[]): Options {
  const { tokens } = parseArgs({ args, strict: false, tokens: true });
  const options: Record<string, number> = {};
  for (const token of tokens) {
    if (token.kind === 'positional' || token.kind === 'option-terminator') continue;
    const next = args[token.index + 1];
    const value = Number(token.value ?? next);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${token.name} needs a whole number`);
    options[token.name] = value;
  }
  return options;
}

// what hangs with nothing left to wait for would end as if all were well
process.exitCode = 1;
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
