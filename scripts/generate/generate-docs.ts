import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { calicoVersionsDocument } from './calico-versions-document';
import { chartDocument } from './chart-document';
import { checksystemDocument } from './checksystem-document';
import { consoleDocument } from './console-performance/console-document';
import { consoleFolders, consoleResources } from './console-resources/console-resources';
import { fleetDocument } from './fleet-document';
import { flowsDocument } from './flows-document';
import { mountsDocument } from './mounts-document';
import { performanceDocument } from './performance-document';
import { requirementsDocument } from './requirements-document';
import { withRooms } from './rooms-document';
import { situationsDocument } from './situations-document';

const chart = 'charts/calico-readiness';

const documents = [
  { name: 'docs/requirements.md', text: requirementsDocument() },
  { name: 'docs/calico-versions.md', text: calicoVersionsDocument() },
  { name: 'docs/checksystem.md', text: await checksystemDocument() },
  { name: 'docs/situations.md', text: await situationsDocument() },
  { name: 'docs/mounts.md', text: await mountsDocument() },
  { name: 'docs/performance.md', text: performanceDocument() },
  { name: 'docs/console-performance.md', text: consoleDocument() },
  { name: 'docs/sizing.md', text: fleetDocument() },
  { name: 'docs/flows.md', text: flowsDocument() },
  { name: `${chart}/README.md`, text: chartDocument() },
  { name: 'ARCHITECTURE.md', text: withRooms(readFileSync('ARCHITECTURE.md', 'utf8')) },
  ...consoleResources().map(({ fileName, text }) => ({ name: `${chart}/${fileName}`, text })),
];

// Nothing else lies there, so that an object that is no more goes.
if (!process.argv.includes('--check')) {
  for (const folder of Object.values(consoleFolders)) {
    rmSync(`${chart}/${folder}`, { recursive: true, force: true });
    mkdirSync(`${chart}/${folder}`, { recursive: true });
  }
}

for (const { name, text } of documents) {
  const path = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${name} is stale: run npm run generate-docs`);
    process.exitCode = 1;
  }
}
