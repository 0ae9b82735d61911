import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fixtureHosts, reportOfFixture } from '../agent/src/fixture-hosts';

// Writes the golden reports of all fixture hosts anew. Review every changed verdict before committing it.
for (const host of fixtureHosts) {
  writeFileSync(host.goldenReport, await reportOfFixture(host));
  console.log(`${host.name}: report.golden.json`);
}

// The printers' specs write what they would otherwise compare with; see print/expect-golden.ts.
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'agent', 'src/print'], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDEN: '1' },
});
process.exitCode = status ?? 1;
