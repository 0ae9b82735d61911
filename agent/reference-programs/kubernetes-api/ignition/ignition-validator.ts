import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildGoPrograms, goProgramsDirectory } from '../go-build';

const directory = goProgramsDirectory('ignition');
const ignition = 'github.com/coreos/ignition/v2';

/** What Ignition has against a configuration. */
export interface IgnitionAnswer {
  /** Whether it refuses it. */
  readonly fatal: boolean;
  /** Its errors and warnings. */
  readonly entries: readonly string[];
}

/** Builds a program around Ignition's validator, unless it is there. Returns whether it is. */
export const fetchIgnition = (): boolean =>
  buildGoPrograms({
    source: import.meta.dirname,
    directory,
    packages: ['.'],
    linkerFlags: () => '-s -w',
    describe: (versionOf) =>
      `the validator of Ignition ${versionOf(ignition)}, 3 MB of modules to download and half a minute where nothing is in its cache,`,
  });

/** What Ignition says to each configuration, in their order. Throws where it ends with an error. */
export function askIgnition(configs: readonly unknown[]): readonly IgnitionAnswer[] {
  const { stdout, stderr, status } = spawnSync(join(directory, 'ignition'), {
    input: configs.map((config) => `${JSON.stringify(config)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as IgnitionAnswer);
}
