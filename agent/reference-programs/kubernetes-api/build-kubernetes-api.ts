import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildGoPrograms, goProgramsDirectory } from './go-build';
import { fetchIgnition } from './ignition/ignition-validator';
import { makeMonitoringDefinitions } from './monitoring/monitoring-definitions';
import { openShiftModule } from './openshift/openshift-definitions';
import { openReportsModule } from './policy-reports/policy-report-definitions';
import { otherVersion } from './versions/other-version';

const [apiServerPackage, etcdPackage] = ['k8s.io/kubernetes/cmd/kube-apiserver', 'go.etcd.io/etcd/server/v3'];

const directory = goProgramsDirectory('kubernetes-api');
export const apiServerProgram = join(otherVersion?.directory ?? directory, 'kube-apiserver');
export const etcdProgram = join(directory, 'etcd');
const helmDirectory = goProgramsDirectory('helm');
export const helmProgram = join(helmDirectory, 'helm');

export const howToGetKubernetesApi =
  'The tests against a Kubernetes API build kube-apiserver, etcd and Helm from the modules of the Go module proxy: they need Linux with openssl and setpriv (util-linux), and Go 1.26 or later on the PATH or in /usr/local/go (https://go.dev/doc/install), once with a network';

/** Builds kube-apiserver, etcd, Helm and Ignition's validator, and gets the definitions of OpenShift, OpenReports and the Prometheus operator, unless they are there. Returns whether they are. */
export function fetchKubernetesApi(): boolean {
  return (
    process.platform === 'linux' &&
    beside.every(isThere) &&
    fetchHelm() &&
    fetchServers() &&
    fetchOtherVersion() &&
    fetchIgnition() &&
    openShiftModule() !== undefined &&
    openReportsModule() !== undefined &&
    makeMonitoringDefinitions()
  );
}

/** What the tests run beside them. */
const beside = ['openssl', 'setpriv'];
const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** The version is what Kubernetes' own build puts there. */
const fetchServers = (): boolean =>
  buildGoPrograms({
    source: join(import.meta.dirname, 'programs'),
    directory,
    packages: [apiServerPackage, etcdPackage],
    renamed: ['server', 'etcd'],
    linkerFlags: (versionOf) => `-s -w -X k8s.io/component-base/version.gitVersion=${versionOf('k8s.io/kubernetes')}`,
    describe: (versionOf) =>
      `kube-apiserver ${versionOf('k8s.io/kubernetes')} and etcd ${versionOf(etcdPackage)}, 90 MB of modules to download and some minutes where nothing is in its cache,`,
  });

/** The API server of the version that the tests are to run against, where that is another one than ours. */
const fetchOtherVersion = (): boolean =>
  otherVersion === undefined ||
  buildGoPrograms({
    ...otherVersion,
    packages: [apiServerPackage],
    linkerFlags: (versionOf) => `-s -w -X k8s.io/component-base/version.gitVersion=${versionOf('k8s.io/kubernetes')}`,
    describe: (versionOf) =>
      `kube-apiserver ${versionOf('k8s.io/kubernetes')}, 60 MB of modules to download and some minutes where nothing is in its cache,`,
  });

/** Builds Helm, unless it is there. Returns whether it is. */
export const fetchHelm = (): boolean =>
  buildGoPrograms({
    source: join(import.meta.dirname, 'helm'),
    directory: helmDirectory,
    packages: ['helm.sh/helm/v3/cmd/helm'],
    linkerFlags: (versionOf) => `-s -w -X helm.sh/helm/v3/internal/version.version=${versionOf('helm.sh/helm/v3')}`,
    describe: (versionOf) =>
      `Helm ${versionOf('helm.sh/helm/v3')}, 60 MB of modules to download and some minutes where nothing is in its cache,`,
  });
