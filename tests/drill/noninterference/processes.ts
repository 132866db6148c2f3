import { fork } from 'node:child_process';
import { tied } from '../../bench/scratch.js';
import type { RunOptions, RunReport } from './run.js';

/** Runs the parts of a run side by side, each in a process whose ids are seeded. */
export function inProcesses(options: Omit<RunOptions, 'part' | 'of'>, of: number): Promise<RunReport[]> {
  const operations = Math.ceil(options.operations / of);
  return Promise.all(Array.from({ length: of }, (_, part) => inProcess({ ...options, operations, part, of })));
}

function inProcess(options: RunOptions): Promise<RunReport> {
  const child = tied(
    fork(new URL('./shard.js', import.meta.url), {
      execArgv: ['--import', new URL('./replace-ids.js', import.meta.url).href],
      serialization: 'advanced',
    }),
  );
  return new Promise((resolve, reject) => {
    let report: RunReport | undefined;
    child.once('message', (message: { report: RunReport }) => {
      report = message.report;
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      report ? resolve(report) : reject(new Error(`a part of the run ended with ${code}`)),
    );
    child.send(options);
  });
}
