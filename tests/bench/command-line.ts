import { parseArgs } from 'node:util';
import { type Options, print, type Report } from './report.js';

/** Runs the bench or drill that the command line names, prints its report, and ends the process. */
export function runNamed(kind: string, runs: Readonly<Record<string, (options: Options) => Promise<Report>>>): void {
  // what hangs with nothing left to wait for would end as if all were well
  process.exitCode = 1;
  named(kind, runs).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}

async function named(kind: string, runs: Readonly<Record<string, (options: Options) => Promise<Report>>>) {
  const [name = '', ...rest] = process.argv.slice(2);
  const run = Object.hasOwn(runs, name) ? runs[name] : undefined;
  if (!run) throw new Error(`no ${kind} ${name || 'was named'}; there are: ${Object.keys(runs).join(', ')}`);
  print(await run(read(rest)));
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
