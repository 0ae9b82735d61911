import { spawnSync } from 'node:child_process';

interface Benchmark {
  readonly title: string;
  readonly script: string;
  readonly words: readonly string[];
}

/** What `npm run bench` prints, in order: ratios, times and sizes to read, never asserted. Words choose among what is measured of the agent. */
const words = process.argv.slice(2);
const [firstWord, ...otherWords] = words;
const consolePages: Benchmark = {
  title: 'What the console pages cost a browser',
  script: 'integration-tests/bench/measure-console.ts',
  words: otherWords,
};
const usual: readonly Benchmark[] = [
  { title: 'What the agent costs', script: 'agent/bench/measure.ts', words },
  ...(words.length === 0
    ? [
        { title: 'A fleet on the pages', script: 'src/bench/group-fleet.ts', words },
        { title: 'Emitted bundle', script: 'scripts/build/bundle-sizes.ts', words },
      ]
    : []),
];
const benchmarks = firstWord === 'console' ? [consolePages] : usual;

// Who interrupts wants to see the end of it: what runs in the foreground is interrupted, too, and cleans up.
process.on('SIGINT', () => undefined);

let failed = false;
for (const { title, script, words: parameters } of benchmarks) {
  console.log(`\n${title}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...parameters], { stdio: 'inherit' });
  failed ||= status !== 0;
}
if (words.length === 0)
  console.log('\nWhat the console pages cost a browser takes another 15 minutes: npm run bench -- console');
process.exitCode = failed ? 1 : 0;
