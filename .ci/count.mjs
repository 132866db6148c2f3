// Counts a vitest JSON report and closes with the line `N passed, N failed[, N skipped]`.
// usage: node .ci/count.mjs REPORT EXIT_CODE_OF_THE_RUN [FAILED_STEP …]
// Counted as failed beside failed tests: a file that did not load, a run that failed with every test passing,
// each failed step, no report, a database on which no test ran, and tests of what may be absent (federation compatibility
// tests, Chromium, and ../shared where that is there) not having run.
import { existsSync, readFileSync } from 'node:fs';

const [path, exitCode, ...failedSteps] = process.argv.slice(2);
const faults = failedSteps.map((step) => `${step} failed`);

const files = read(path);
const tests = files.flatMap((file) => file.assertionResults);
const passed = tests.filter((test) => test.status === 'passed').length;
let failed = tests.filter((test) => test.status === 'failed').length;
const skipped = tests.length - passed - failed;

for (const file of files) {
  const loaded = file.status !== 'failed' || file.assertionResults.some((test) => test.status === 'failed');
  if (!loaded) faults.push(`${file.name} did not run: ${file.message ?? ''}`);
}
/** Groups that must have run, each by what the names of its tests hold; `shared` only where ../shared stands beside the clone. */
const shared = existsSync('../shared')
  ? [
      ['of ../shared, legal bases', 'the legal bases quote their sources word for word'],
      ['of ../shared, what nobody may read', 'the lines of what nobody may read '],
    ]
  : [];
if (shared.length === 0) console.log('tests of ../shared: not asked for, it is not there');
for (const [where, mark] of [
  ['on PGlite', '[PGlite]'],
  ['on PostgreSQL', '[PostgreSQL]'],
  ['of federation compatibility', 'federation compatibility '],
  ['of GraphiQL in Chromium', 'GraphiQL in Chromium '],
  ['of sign-in in Chromium', 'a person in Chromium '],
  ...shared,
]) {
  const touching = tests.filter((test) => test.fullName.includes(mark));
  const ran = touching.filter((test) => ['passed', 'failed'].includes(test.status)).length;
  console.log(`tests ${where}: ${ran} ran, ${touching.length - ran} skipped`);
  if (ran === 0) faults.push(`no test ran ${where}`);
}
if (exitCode !== '0' && failed + faults.length === failedSteps.length) faults.push(`the run ended with ${exitCode}`);

for (const fault of faults) console.log(`ci: ${fault}`);
failed += faults.length;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function read(reportPath) {
  try {
    return JSON.parse(readFileSync(reportPath, 'utf8')).testResults;
  } catch (error) {
    faults.push(`no report: ${error.message}`);
    return [];
  }
}
