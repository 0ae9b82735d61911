import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that are built from a Go module of ours. */
export interface GoPrograms {
  /** Where go.mod and go.sum are, which name the versions of everything that the programs are made of, and their checksums. */
  readonly source: string;
  /** Where the programs come to lie. */
  readonly directory: string;
  readonly packages: readonly string[];
  /** What Go calls a program, and what we do. */
  readonly renamed?: readonly [string, string];
  /** Of the linker; `-s -w` leaves out the symbols. */
  readonly linkerFlags: (versionOf: (module: string) => string) => string;
  /** What is built, for people. */
  readonly describe: (versionOf: (module: string) => string) => string;
}

/** It takes 8 minutes of a processor where nothing was compiled before: 4 or 5 on two that are idle. */
const timeLimit = 30 * 60_000;

/** Beside the other things that can be made again. Go keeps what it compiled in a cache of its own, so that making it again takes seconds. */
export const goProgramsDirectory = (name: string): string =>
  join(import.meta.dirname, '../../../node_modules/.cache', name);

/** Builds the programs, unless they are there. Returns whether they are. */
export function buildGoPrograms(programs: GoPrograms): boolean {
  const stamp = join(programs.directory, 'complete');
  const version = versionOfSource(programs.source);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return true;
  const go = findGo(programs.source);
  if (go === undefined || !build(go, programs)) return false;
  writeFileSync(stamp, version);
  return true;
}

/** What a build is made of. */
const versionOfSource = (source: string): string =>
  ['go.mod', 'go.sum']
    .reduce((hash, name) => hash.update(readFileSync(join(source, name))), createHash('sha256'))
    .digest('hex');

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The directory of a module of which nothing is built, at the version of our go.mod; undefined when it can't be had. */
export function goModuleDirectory(source: string, module: string): string | undefined {
  const go = findGo(source);
  if (go === undefined) return undefined;
  const { stdout, status } = spawnSync(go, ['mod', 'download', '-json', `${module}@${versionIn(source, module)}`], {
    cwd: source,
    encoding: 'utf8',
    env: environment,
    timeout: timeLimit,
  });
  return status === 0 ? (JSON.parse(stdout) as { readonly Dir: string }).Dir : undefined;
}

/** The first Go on the machine that is not too old; where it is installed by its own archive it may not be on the PATH. */
function findGo(source: string): string | undefined {
  const [, major, minor] = /^go (\d+)\.(\d+)/m.exec(readFileSync(join(source, 'go.mod'), 'utf8')) ?? [];
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/go/bin']
    .map((path) => join(path, 'go'))
    .filter(existsSync)
    .find((go) => isNewEnough(go, Number(major), Number(minor)));
}

function isNewEnough(go: string, oldestMajor: number, oldestMinor: number): boolean {
  const { stdout } = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8', env: environment });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(stdout) ?? [];
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
}

/** No other toolchain is fetched, no C compiler asked for, and a workspace around us does not count. */
const environment = {
  ...process.env,
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GOFLAGS: '-buildvcs=false',
  CGO_ENABLED: '0',
};

/** The environment of a program that asks for Go itself, which may not be on the PATH. */
export const goEnvironment = (): NodeJS.ProcessEnv => ({
  ...environment,
  PATH: [process.env['PATH'] ?? '', '/usr/local/go/bin'].join(delimiter),
});

/** Without paths, at low priority. */
function build(go: string, { source, directory, packages, renamed, linkerFlags, describe }: GoPrograms): boolean {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const versionOf = (module: string): string => versionIn(source, module);
  print(`Building ${describe(versionOf)} with ${go} ...`);
  const started = Date.now();
  const { status, error, stderr } = spawnSync(
    'nice',
    ['-n', '5', go, 'build', '-trimpath', `-ldflags=${linkerFlags(versionOf)}`, '-o', `${directory}/`, ...packages],
    { cwd: source, encoding: 'utf8', env: environment, stdio: ['ignore', 'ignore', 'pipe'], timeout: timeLimit },
  );
  if (status !== 0) {
    print(`  failed: ${error?.message ?? stderr.trim().split('\n').slice(-3).join(' ')}`);
    return false;
  }
  if (renamed !== undefined) renameSync(join(directory, renamed[0]), join(directory, renamed[1]));
  print(`  in ${String(Math.round((Date.now() - started) / 1000))} s`);
  return true;
}

const versionIn = (source: string, module: string): string => {
  const line = readFileSync(join(source, 'go.mod'), 'utf8')
    .split('\n')
    .map((text) => text.replace(/^(?:\t|require )/, ''))
    .find((text) => text.startsWith(`${module} v`));
  return line?.split(' ')[1] ?? '';
};
