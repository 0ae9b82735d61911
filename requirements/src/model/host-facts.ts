import type { ApiAccess } from './traffic/api-access';
import type { Fact } from './fact';
import type { FlowTests } from './traffic/flow-tests';
import type { LegacyIptables, Listener, TunnelDevices } from './host-network';
import type { Ipv6Devices } from './ipv6-devices';
import type { KernelConfiguration, KernelModules } from './kernel-module';
import type { ModuleLoading } from './module-loading';
import type { NetworkManager } from './network-manager';
import type { CloudSetup } from './cloud-setup';
import type { RuleLoader } from './rule-loader';
import type { Services } from './service';
import type { SystemdNetworkd } from './systemd-networkd';

/** os-release(5): the fields that tell distributions apart. Untrusted host text, at most 64 characters each. */
export interface OperatingSystem {
  /** `ID=`, e.g. `rhel`. */
  readonly id: string;
  /** `VERSION_ID=`, e.g. `9.4`. */
  readonly versionId?: string;
  /** `ID_LIKE=`: the distributions that it descends from, nearest first. */
  readonly idLike?: readonly string[];
  /** `PRETTY_NAME=`, for people. */
  readonly prettyName?: string;
  /** `VARIANT_ID=`, e.g. `coreos`. */
  readonly variantId?: string;
  /** On RHCOS: the RHEL release it is built from. */
  readonly rhelVersion?: string;
  /** On RHCOS: the OpenShift release that it belongs to. */
  readonly openshiftVersion?: string;
}

/** The capability sets of the host's first process, as lower-case names without `CAP_` (capabilities(7)). */
export interface Capabilities {
  readonly bounding: readonly string[];
}

/** kernel_lockdown(7); `absent` when the kernel has no lockdown support. */
export type Lockdown = 'none' | 'integrity' | 'confidentiality' | 'absent';

/** Clouds whose network does not carry what Calico may send; `other` is any other cloud, or none. */
export const clouds = ['azure', 'other'] as const;
export type Cloud = (typeof clouds)[number];

/** Every property that the catalogue judges, by its stable public name (`facts` of a NodeReport). */
export interface HostFactValues {
  /** `uname -m`, e.g. `x86_64`. */
  readonly architecture: string;
  /** `uname -r`. */
  readonly kernelRelease: string;
  readonly operatingSystem: OperatingSystem;
  readonly capabilities: Capabilities;
  readonly kernelModules: KernelModules;
  readonly kernelConfiguration: KernelConfiguration;
  readonly legacyIptables: LegacyIptables;
  readonly networkManager: NetworkManager;
  readonly systemdNetworkd: SystemdNetworkd;
  readonly services: Services;
  /** Services that no list of firewall managers knows and that load packet-filter rules. */
  readonly ruleLoaders: readonly RuleLoader[];
  readonly cloudSetup: CloudSetup;
  /** Whether the running kernel has IPv6 enabled: /proc/sys/net/ipv6 exists. */
  readonly ipv6Enabled: boolean;
  /** Whether /sys/kernel/btf/vmlinux exists. */
  readonly kernelTypeInformation: boolean;
  /** Mount points of the cgroup2 file system in the host's first mount namespace. */
  readonly cgroup2Mounts: readonly string[];
  /** Whether `cgroup2` is in /proc/filesystems, i.e. whether Calico could mount one itself. */
  readonly cgroup2Supported: boolean;
  /** Whether a bpf file system is mounted at /sys/fs/bpf. */
  readonly bpfFilesystemMounted: boolean;
  readonly lockdown: Lockdown;
  /** Sockets bound to Calico's ports, whatever the profile. */
  readonly listeners: readonly Listener[];
  readonly tunnelDevices: TunnelDevices;
  /** /proc/sys/kernel/modprobe: the program that the kernel starts to load a module. */
  readonly modprobePath: string;
  readonly ipv6Devices: Ipv6Devices;
  /** The cloud that the machine runs in, by its firmware or its kernel command line. */
  readonly cloud: Cloud;
  readonly moduleLoading: ModuleLoading;
  /** What the agent's own traffic to other nodes showed; no file of the host does. */
  readonly flowTests: FlowTests;
  /** How the agent's own requests to the Kubernetes API were answered; no file of the host shows it. */
  readonly apiAccess: ApiAccess;
}

export type HostFactName = keyof HostFactValues;

/** Everything that is known of one host: each property observed, or unavailable with a reason. */
export type HostFacts = { readonly [Name in HostFactName]: Fact<HostFactValues[Name]> };

/** The explicit list of fact names, in the order in which reports carry them. */
export const hostFactNames = [
  'architecture',
  'kernelRelease',
  'operatingSystem',
  'capabilities',
  'kernelModules',
  'kernelConfiguration',
  'legacyIptables',
  'networkManager',
  'systemdNetworkd',
  'services',
  'ruleLoaders',
  'cloudSetup',
  'ipv6Enabled',
  'kernelTypeInformation',
  'cgroup2Mounts',
  'cgroup2Supported',
  'bpfFilesystemMounted',
  'lockdown',
  'listeners',
  'tunnelDevices',
  'modprobePath',
  'ipv6Devices',
  'cloud',
  'moduleLoading',
  'flowTests',
  'apiAccess',
] as const satisfies readonly HostFactName[];
