import { spawnSync } from 'node:child_process';

/** What `npm run bench` prints, in order: sizes, ratios and times to read, never asserted. */
const benchmarks: readonly { readonly title: string; readonly script: string }[] = [
  { title: 'Evaluation of a fleet', script: 'requirements/bench/evaluate-fleet.ts' },
  { title: 'A fleet on the pages', script: 'src/bench/group-fleet.ts' },
  { title: 'One check of this host', script: 'agent/bench/check.ts' },
  { title: 'Emitted bundle', script: 'scripts/build/bundle-sizes.ts' },
];

let failed = false;
for (const { title, script } of benchmarks) {
  console.log(`\n${title}`);
  const { status } = spawnSync('npx', ['tsx', script], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
