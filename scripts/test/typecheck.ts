import { spawnSync } from 'node:child_process';

/** Every TypeScript project of the repository; each has its own idea of what exists around it (DOM, Node.js, neither). */
const projects = [
  'requirements/tsconfig.json',
  'requirements/tsconfig.spec.json',
  'agent/tsconfig.json',
  'tsconfig.json',
  'standalone/server/tsconfig.json',
  'standalone/console-4.19/tsconfig.json',
  'standalone/console-4.22/tsconfig.json',
  'scripts/tsconfig.json',
];

let failed = 0;
for (const project of projects) {
  const { status } = spawnSync('npx', ['tsc', '-p', project, '--noEmit'], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  types of ${project}`);
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
