import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { findingsOfFixture, fixtureHosts, reportOfFixture } from '../agent/src/fixture-hosts';
import { fixtureVariants } from '../agent/src/fixture-variants';
import { changedFindings } from '../agent/src/variant-findings';

// Writes the golden files of all fixture hosts and their variants anew. Review every changed verdict before committing it.
for (const host of fixtureHosts) {
  writeFileSync(host.goldenReport, await reportOfFixture(host));
  writeFileSync(host.goldenFindings, await findingsOfFixture(host));
  console.log(host.name);
}
for (const variant of fixtureVariants) {
  writeFileSync(variant.goldenFindings, await changedFindings(variant));
  console.log(variant.name);
}

// The printers' specs write what they would otherwise compare with; see print/expect-golden.ts.
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'agent', 'src/print'], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDEN: '1' },
});
process.exitCode = status ?? 1;
