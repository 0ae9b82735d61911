import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The module that names the programs, the versions of everything they are made of, and their checksums. */
const source = join(import.meta.dirname, 'programs');
const [apiServerPackage, etcdPackage] = ['k8s.io/kubernetes/cmd/kube-apiserver', 'go.etcd.io/etcd/server/v3'];

/** Beside the other things that can be made again. Go keeps what it compiled in a cache of its own, so that making it again takes seconds. */
const directory = join(import.meta.dirname, '../../../node_modules/.cache/kubernetes-api');
export const apiServerProgram = join(directory, 'kube-apiserver');
export const etcdProgram = join(directory, 'etcd');
const stamp = join(directory, 'complete');

/** The oldest Go that the programs can be built with. */
const oldestGo = { major: 1, minor: 25 };
/** It takes 8 minutes of a processor where nothing was compiled before: 4 or 5 on two that are idle. */
const timeLimit = 30 * 60_000;

export const howToGetKubernetesApi =
  'The tests against a Kubernetes API build kube-apiserver and etcd from the modules of the Go module proxy: they need Linux with openssl and setpriv (util-linux), and Go 1.25 or later on the PATH or in /usr/local/go (https://go.dev/doc/install), once with a network';

/** Builds kube-apiserver and etcd, unless they are there. Returns whether they are. */
export function fetchKubernetesApi(): boolean {
  if (process.platform !== 'linux' || !beside.every(isThere)) return false;
  const version = versionOfSource();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return true;
  const go = findGo();
  if (go === undefined || !build(go)) return false;
  writeFileSync(stamp, version);
  return true;
}

/** What the tests run beside both. */
const beside = ['openssl', 'setpriv'];
const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** What a build is made of. */
const versionOfSource = (): string =>
  ['go.mod', 'go.sum']
    .reduce((hash, name) => hash.update(readFileSync(join(source, name))), createHash('sha256'))
    .digest('hex');

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The first Go on the machine that is not too old; where it is installed by its own archive it may not be on the PATH. */
function findGo(): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/go/bin']
    .map((path) => join(path, 'go'))
    .filter(existsSync)
    .find(isNewEnough);
}

function isNewEnough(go: string): boolean {
  const { stdout } = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8', env: environment });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(stdout) ?? [];
  return Number(major) > oldestGo.major || (Number(major) === oldestGo.major && Number(minor) >= oldestGo.minor);
}

/** No other toolchain is fetched, no C compiler asked for, and a workspace around us does not count. */
const environment = {
  ...process.env,
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GOFLAGS: '-buildvcs=false',
  CGO_ENABLED: '0',
};

/** Without symbols and paths, at low priority; the version is what Kubernetes' own build puts there. */
function build(go: string): boolean {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const kubernetes = versionOf('k8s.io/kubernetes');
  print(
    `Building kube-apiserver ${kubernetes} and etcd ${versionOf(etcdPackage)} with ${go}: 90 MB of modules to download and some minutes where nothing is in its cache ...`,
  );
  const started = Date.now();
  const flags = ['-trimpath', `-ldflags=-s -w -X k8s.io/component-base/version.gitVersion=${kubernetes}`];
  const { status, error, stderr } = spawnSync(
    'nice',
    ['-n', '5', go, 'build', ...flags, '-o', `${directory}/`, apiServerPackage, etcdPackage],
    { cwd: source, encoding: 'utf8', env: environment, stdio: ['ignore', 'ignore', 'pipe'], timeout: timeLimit },
  );
  if (status !== 0) {
    print(`  failed: ${error?.message ?? stderr.trim().split('\n').slice(-3).join(' ')}`);
    return false;
  }
  renameSync(join(directory, 'server'), etcdProgram);
  print(`  in ${String(Math.round((Date.now() - started) / 1000))} s`);
  return true;
}

const versionOf = (module: string): string => {
  const line = readFileSync(join(source, 'go.mod'), 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`\t${module} v`));
  return line?.split(' ')[1] ?? '';
};
