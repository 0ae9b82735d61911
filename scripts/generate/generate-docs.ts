import { readFileSync, writeFileSync } from 'node:fs';
import { calicoVersionsDocument } from './calico-versions-document';
import { chartDocument } from './chart-document';
import { checksystemDocument } from './checksystem-document';
import { fleetDocument } from './fleet-document';
import { mountsDocument } from './mounts-document';
import { performanceDocument } from './performance-document';
import { requirementsDocument } from './requirements-document';
import { withRooms } from './rooms-document';
import { situationsDocument } from './situations-document';

const documents = [
  { name: 'docs/requirements.md', text: requirementsDocument() },
  { name: 'docs/calico-versions.md', text: calicoVersionsDocument() },
  { name: 'docs/checksystem.md', text: await checksystemDocument() },
  { name: 'docs/situations.md', text: await situationsDocument() },
  { name: 'docs/mounts.md', text: await mountsDocument() },
  { name: 'docs/performance.md', text: performanceDocument() },
  { name: 'docs/sizing.md', text: fleetDocument() },
  { name: 'charts/calico-readiness/README.md', text: chartDocument() },
  { name: 'ARCHITECTURE.md', text: withRooms(readFileSync('ARCHITECTURE.md', 'utf8')) },
];

for (const { name, text } of documents) {
  const path = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${name} is stale: run npm run generate-docs`);
    process.exitCode = 1;
  }
}
