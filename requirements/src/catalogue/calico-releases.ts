import type { CalicoVersion } from '../model/profile-choices';
import { calicoVersions } from '../model/profile-choices';
import { defaultProfileValuesFor } from '../model/profile-defaults';
import type { CalicoRelease, OpenShiftDefault } from './calico-release';
import type { ReleaseHistory } from './release-history';
import { valueIn } from './release-history';
import { calicoSource, documentationOf, stillIn } from './release-sources';

type Histories = { readonly [Name in keyof CalicoRelease]: ReleaseHistory<CalicoRelease[Name]> };

/** The component that held the requirements until v3.28, and the page that holds them since. */
export const requirementsUntil328 = '_includes/components/ReqsSys.js';
export const requirementsSince329 = '_includes/partials/_system-requirements.mdx';

const troubleshooting = 'operations/troubleshoot/troubleshooting.mdx';
const enablingEbpf = 'operations/ebpf/enabling-ebpf.mdx';
const nftables = 'getting-started/kubernetes/nftables.mdx';
const overlay = 'networking/configuring/vxlan-ipip.mdx';
const builds = 'node/Makefile, felix/Makefile';
const felixConfiguration = 'felix/config/config_params.go';
const vxlanManager = 'felix/dataplane/linux/vxlan_mgr.go';

const openshiftDefault = (version: CalicoVersion): OpenShiftDefault => {
  const { dataplane, kubeProxyMode } = defaultProfileValuesFor(version);
  return { dataplane, kubeProxy: kubeProxyMode === 'none' ? 'not deployed' : 'deployed' };
};

/** Each property over the releases, v3.25 first; every step says where it was read. */
export const releaseHistories: Histories = {
  kernelMinimum: [
    { since: 'v3.25', value: { documented: [3, 10] }, source: documentationOf('v3.25', requirementsUntil328) },
    {
      since: 'v3.29',
      // The page lists RHEL 8 among those that have the required kernel, whose number, 4.18, is below the minimum beside it.
      value: { documented: [5, 10], byDistribution: { enterpriseLinux: 8, kernel: [4, 18] } },
      source: documentationOf('v3.29', requirementsSince329),
    },
  ],
  codeKernelMinimum: [
    {
      since: 'v3.25',
      value: [3, 10],
      source: stillIn(calicoSource('v3.25.2', 'felix/environment/feature_detect.go'), 'v3.32.1'),
    },
  ],
  distributions: [
    {
      since: 'v3.25',
      value: { names: ['RedHat Linux 7', 'RedHat Container OS'], enterpriseLinux: [7, 7] },
      source: documentationOf('v3.25', requirementsUntil328),
    },
    {
      since: 'v3.29',
      value: { names: ['RHEL 8 or later'], enterpriseLinux: [8, Number.POSITIVE_INFINITY] },
      source: documentationOf('v3.29', requirementsSince329),
    },
  ],
  ebpfKernelMinimum: [
    {
      since: 'v3.25',
      value: { enterpriseLinux: [4, 18, 0, 193], other: [5, 3] },
      source: documentationOf('v3.25', enablingEbpf),
    },
    {
      since: 'v3.31',
      value: { enterpriseLinux: [4, 18, 0, 305], other: [5, 10] },
      source: documentationOf('v3.31', enablingEbpf),
    },
  ],
  ebpfCodeKernelMinimum: [
    {
      since: 'v3.25',
      value: { enterpriseLinux: [4, 18, 0, 193], other: [5, 3] },
      source: stillIn(calicoSource('v3.25.2', 'felix/bpf/bpf.go'), 'v3.32.1'),
    },
  ],
  // Both programs are built with cgo for these, and only then is felix/bpf/bpf_syscall.go in them, without which Felix
  // finds no support of BPF (felix/bpf/bpf_syscall_stub.go). Every tag from v3.25.0 to v3.32.1 was looked at.
  ebpfArchitectures: [
    {
      since: 'v3.25',
      value: { inEveryPatch: ['x86_64', 'aarch64'], sincePatch: {} },
      source: calicoSource('v3.25.2', builds),
    },
    {
      since: 'v3.32',
      value: { inEveryPatch: ['x86_64', 'aarch64'], sincePatch: { ppc64le: 'v3.32.1' } },
      source: calicoSource('v3.32.1', builds),
    },
  ],
  vxlanIpv6KernelMinimum: [
    {
      since: 'v3.25',
      value: { enterpriseLinux: [4, 18, 0], other: [4, 19, 1] },
      source: stillIn(documentationOf('v3.25', overlay), 'v3.32'),
    },
  ],
  openshiftDefault: [
    {
      since: 'v3.25',
      value: openshiftDefault('v3.25'),
      source: calicoSource('v3.25.2', 'manifests/ocp/01-cr-installation.yaml'),
    },
    {
      since: 'v3.30',
      value: openshiftDefault('v3.30'),
      source: calicoSource('v3.30.0', 'manifests/ocp/03-cr-installation.yaml, cluster-network-operator.yaml'),
    },
  ],
  nftablesDataplane: [
    { since: 'v3.25', value: { status: 'absent' }, source: calicoSource('v3.25.2', felixConfiguration) },
    { since: 'v3.29', value: { status: 'tech preview', kernel: [5, 13] }, source: documentationOf('v3.29', nftables) },
    { since: 'v3.31', value: { status: 'documented', kernel: [5, 13] }, source: documentationOf('v3.31', nftables) },
  ],
  nftablesModeDefault: [
    { since: 'v3.25', value: 'none', source: calicoSource('v3.25.2', felixConfiguration) },
    { since: 'v3.29', value: 'Disabled', source: calicoSource('v3.29.0', felixConfiguration) },
    { since: 'v3.32', value: 'Auto', source: calicoSource('v3.32.0', felixConfiguration) },
  ],
  iptablesVariantMisdetected: [
    {
      since: 'v3.25',
      value: ['v3.25.0', 'v3.25.1'],
      source: calicoSource('v3.25.2', 'felix/environment/feature_detect.go'),
    },
    { since: 'v3.26', value: [], source: calicoSource('v3.26.0', 'felix/environment/feature_detect_linux.go') },
  ],
  apiserverPorts: [
    { since: 'v3.25', value: [443, 8443], source: documentationOf('v3.25', requirementsUntil328) },
    { since: 'v3.29', value: [443, 6443], source: documentationOf('v3.29', requirementsSince329) },
  ],
  wireguardPorts: [
    { since: 'v3.25', value: [51820, 51821], source: stillIn(documentationOf('v3.25', requirementsUntil328), 'v3.32') },
  ],
  ebpfVxlanFlowBased: [
    { since: 'v3.25', value: false, source: calicoSource('v3.25.2', vxlanManager) },
    { since: 'v3.31', value: true, source: stillIn(calicoSource('v3.31.0', vxlanManager), 'v3.32.0') },
  ],
  networkManagerInterfaces: [
    {
      since: 'v3.25',
      value: ['cali*', 'tunl*', 'vxlan.calico', 'vxlan-v6.calico', 'wireguard.cali', 'wg-v6.cali'],
      source: stillIn(documentationOf('v3.25', troubleshooting), 'v3.32'),
    },
  ],
};

const releaseOf = (version: CalicoVersion): CalicoRelease =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(releaseHistories).map(([name, history]) => [name, valueIn<unknown>(history, version)]),
    ),
  ) as unknown as CalicoRelease;

const oldest = releaseOf(calicoVersions[0]);
const byVersion = new Map<string, CalicoRelease>(calicoVersions.map((version) => [version, releaseOf(version)]));

/** What holds in one release; what the first says for a release that only another catalogue knows. The same object every time. */
export const calicoRelease = (version: CalicoVersion): CalicoRelease => byVersion.get(version) ?? oldest;
