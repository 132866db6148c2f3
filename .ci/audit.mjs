// Asks the registry for known weaknesses of production dependencies; fails from `high` on. A registry that has no such
// service (404, 405, 501) is no finding: the step then says that it was skipped. Any other failure is one.
import { spawnSync } from 'node:child_process';

const NO_SUCH_SERVICE = [404, 405, 501];
const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

function answered() {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}

const { metadata, statusCode, vulnerabilities = {} } = answered();
if (metadata) {
  const { high, critical, total } = metadata.vulnerabilities;
  const grave = Object.values(vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity));
  for (const { name, severity, range } of grave) console.log(`${severity}: ${name} ${range}`);
  console.log(
    `audit: ${metadata.dependencies.prod} packages of production, ${total} findings, ${high + critical} grave`,
  );
  process.exitCode = high + critical > 0 ? 1 : 0;
} else if (NO_SUCH_SERVICE.includes(statusCode)) {
  console.log('skipped: the registry offers no audit');
} else {
  console.log(`audit: the registry could not be asked\n${stderr}`);
  process.exitCode = 1;
}
