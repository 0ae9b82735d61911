import { writeFileSync } from 'node:fs';
import { fixtureHosts, reportOfFixture } from '../agent/src/fixture-hosts';

// Writes the golden reports of all fixture hosts anew. Review every changed verdict before committing it.
for (const host of fixtureHosts) {
  writeFileSync(host.goldenReport, await reportOfFixture(host));
  console.log(`${host.name}: report.golden.json`);
}
