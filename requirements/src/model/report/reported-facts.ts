import type { ApiAccess } from '../traffic/api-access';
import type { UnavailableReason } from '../fact';
import type { FlowTests } from '../traffic/flow-tests';
import type { Cloud, Lockdown, OperatingSystem } from '../host-facts';
import type { LegacyIptables, Listener, TunnelDevices } from '../host-network';
import type { Ipv6Devices } from '../ipv6-devices';
import type { ModuleState } from '../kernel-module';
import type { ModuleLoading } from '../module-loading';
import type { NetworkManager } from '../network-manager';
import type { CloudSetup } from '../cloud-setup';
import type { RuleLoader } from '../rule-loader';
import type { ServiceState } from '../service';
import type { SystemdNetworkd } from '../systemd-networkd';

/** Why a fact is not in the report. */
export interface ReportedGap {
  /** Name of the fact. */
  readonly fact: string;
  /** Why it could not be observed. */
  readonly reason: UnavailableReason;
  /** The host path, bus or socket that should have shown it. */
  readonly source: string;
  /** One sentence for a person. */
  readonly detail?: string;
}

/** Names of modules by evidence state; empty states are left out. */
export interface ReportedModules extends ModulesByState {
  /** In /proc/modules or /sys/module. */
  readonly loaded?: readonly string[];
  /** Part of the kernel image. */
  readonly 'built-in'?: readonly string[];
  /** On the disk, and nothing keeps the kernel from loading them. */
  readonly loadable?: readonly string[];
  /** Loadable by name, but not by alias, which is how the kernel asks for Calico's modules. */
  readonly blacklisted?: readonly string[];
  /** Kept out by an `install` line, `module_blacklist=` or `kernel.modules_disabled`. */
  readonly blocked?: readonly string[];
  /** On the disk, not of the kernel's own build and not signed, while the kernel takes signed modules only. */
  readonly unsigned?: readonly string[];
  /** On the disk and not of the kernel's own build; whether the kernel would accept them is not shown. */
  readonly unverified?: readonly string[];
  /** Configured as modules with the kernel, and not on the disk. */
  readonly 'configured-only'?: readonly string[];
  /** Shown by no source, all of which were read. */
  readonly missing?: readonly string[];
  /** Not shown, while a source that could show them was not readable. */
  readonly unknown?: readonly string[];
}
type ModulesByState = { readonly [State in ModuleState]?: readonly string[] };

/** The facts of a host, compact: what was not observed stands in `unavailable`. Enough to evaluate any profile again. */
export interface ReportedFacts {
  /** The processor, as `uname -m` names it. */
  readonly architecture?: string;
  /** The running kernel, as `uname -r` names it. */
  readonly kernelRelease?: string;
  readonly operatingSystem?: OperatingSystem;
  /** Which capabilities that Calico uses the bounding set of the host's first process holds. */
  readonly capabilities?: readonly string[];
  readonly kernelModules?: ReportedModules;
  /** Symbols of the kernel's configuration that requirements judge, without `CONFIG_`, by value. */
  readonly kernelConfiguration?: {
    /** Built in. */
    readonly y?: readonly string[];
    /** Built as modules. */
    readonly m?: readonly string[];
    /** Not set. */
    readonly n?: readonly string[];
  };
  readonly legacyIptables?: LegacyIptables;
  readonly networkManager?: NetworkManager;
  /** Which of Calico's interfaces systemd-networkd configures. Left out where it neither runs nor starts at boot. */
  readonly systemdNetworkd?: SystemdNetworkd;
  /** Firewall managers and Docker, by the name of their unit: those that are installed or were not wholly seen. */
  readonly services?: Readonly<Record<string, ServiceState>>;
  /** Units that are not in `services` because they are not installed, neither active nor starting at boot. */
  readonly servicesNotInstalled?: readonly string[];
  /** Services that no list of firewall managers knows and that load packet-filter rules. Left out where there is none. */
  readonly ruleLoaders?: readonly RuleLoader[];
  readonly cloudSetup?: CloudSetup;
  /** Whether the running kernel has IPv6 enabled (/proc/sys/net/ipv6 exists). */
  readonly ipv6Enabled?: boolean;
  /** Whether the kernel describes its types to eBPF programs (/sys/kernel/btf/vmlinux exists). */
  readonly kernelTypeInformation?: boolean;
  /** Mount points of the cgroup2 file system in the host's first mount namespace. */
  readonly cgroup2Mounts?: readonly string[];
  /** Whether the kernel knows cgroup2, so that Calico could mount one itself (/proc/filesystems). */
  readonly cgroup2Supported?: boolean;
  /** Whether a bpf file system is mounted at /sys/fs/bpf. */
  readonly bpfFilesystemMounted?: boolean;
  readonly lockdown?: Lockdown;
  /** Sockets that are bound to Calico's ports, whatever the profile. */
  readonly listeners?: readonly Listener[];
  readonly tunnelDevices?: TunnelDevices;
  /** The program that the kernel starts to load a module (/proc/sys/kernel/modprobe). */
  readonly modprobePath?: string;
  readonly ipv6Devices?: Ipv6Devices;
  /** The cloud that the machine runs in, by its firmware, its kernel command line or its Node. */
  readonly cloud?: Cloud;
  /** What else decides whether a module that is not loaded yet will be. Left out where it is that of an ordinary host. */
  readonly moduleLoading?: ModuleLoading;
  /** What the agent's own traffic to other nodes showed. Left out where nothing was tested. */
  readonly flowTests?: FlowTests;
  /** How the agent's own requests to the Kubernetes API were answered. Left out where nothing was tested. */
  readonly apiAccess?: ApiAccess;
  /** Facts that could not be observed, and why. */
  readonly unavailable?: readonly ReportedGap[];
}
