import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fuzzing } from './fuzzing';
import { seedVariable, timesVariable } from './fuzzing';
import type { FuzzOptions } from './fuzz-options';
import { FuzzOptionError, fuzzOptions, fuzzUsage } from './fuzz-options';

const rooms = ['requirements/src', 'agent/src', 'agent/test', 'src', 'scripts', 'standalone'];

/** The specs with properties, of those whose path holds one of the words. What the programs decide has seeds of its own. */
const specsWithProperties = (words: readonly string[]): string[] =>
  rooms
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => path.join(room, name)))
    .filter((file) => /\.spec\.tsx?$/.test(file) && !/\/node_modules\//.test(file))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))
    .sort();

function fuzz({ seed, times }: Fuzzing, specs: readonly string[]): number {
  console.log(`Seed ${seed}; ${times} times as many runs as in npm test, in ${specs.length} specs.`);
  const { status } = spawnSync(
    'npx',
    // Long runs take long.
    ['vitest', 'run', '--project=!reference-programs*', '--testTimeout=0', ...specs],
    { stdio: 'inherit', env: { ...process.env, [seedVariable]: String(seed), [timesVariable]: String(times) } },
  );
  return status ?? 1;
}

const howToGoOn = ({ seed, times, words }: FuzzOptions): string => `
Seed ${seed}. The same again: npm run fuzz -- ${[`--seed ${seed} --runs ${times}`, ...words].join(' ')}
Keep the counterexample, shrunk as it is printed above, where its property stands, so that npm test tries it each time:
  fc.assert(fc.property(…), { examples: [[…the counterexample…]] })
Where the property's values do not print, write the one that they amount to by hand, as a test of its own.`;

try {
  const options = fuzzOptions(process.argv.slice(2));
  const { words } = options;
  const specs = specsWithProperties(words);
  if (specs.length === 0) throw new FuzzOptionError(`No spec with a property has ${words.join(' or ')} in its path.`);
  process.exitCode = fuzz(options, specs);
  if (process.exitCode !== 0) console.error(howToGoOn(options));
} catch (error) {
  if (!(error instanceof FuzzOptionError)) throw error;
  console.error(`${error.message}\n${fuzzUsage}`);
  process.exitCode = 2;
}
