import { spawnSync } from 'node:child_process';
import { consoleProfiles } from '../../standalone/server/src/console-profile';

/** Every TypeScript project of the repository; each has its own idea of what exists around it (DOM, Node.js, neither). */
const projects = [
  'requirements/tsconfig.json',
  'requirements/tsconfig.spec.json',
  'agent/tsconfig.json',
  'tsconfig.json',
  'standalone/server/tsconfig.json',
  ...consoleProfiles.map(({ name }) => `standalone/console-${name}/tsconfig.json`),
  'scripts/tsconfig.json',
];

let failed = 0;
for (const project of projects) {
  const { status } = spawnSync('npx', ['tsc', '-p', project, '--noEmit'], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  types of ${project}`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
