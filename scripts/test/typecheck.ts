import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { consoleProfiles } from '../../standalone/server/src/settings/console-profile';

/** Every TypeScript project of the repository; each has its own idea of what exists around it (DOM, Node.js, neither). */
const projects = [
  'requirements/tsconfig.json',
  'requirements/tsconfig.spec.json',
  'agent/tsconfig.json',
  'tsconfig.json',
  'standalone/server/tsconfig.json',
  ...consoleProfiles.map(({ name }) => `standalone/console-${name}/tsconfig.json`),
  'integration-tests/bench/yardstick/tsconfig.json',
  'scripts/tsconfig.json',
];

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
/** What the compiler remembers of the last run, so that the next looks only at what changed. */
const memory = 'node_modules/.cache/types';

let failed = 0;
for (const project of projects) {
  const file = path.join(memory, `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const parameters = [compiler, '-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', file];
  const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  types of ${project}`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
