import type { UnavailableReason } from '../fact';
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
  /** @maxLength 63 */
  readonly fact: string;
  readonly reason: UnavailableReason;
  /** @maxLength 256 */
  readonly source: string;
  /** @maxLength 256 */
  readonly detail?: string;
}

/** Modules by evidence state; empty states are left out. */
export type ReportedModules = { readonly [State in ModuleState]?: readonly string[] };

/** The facts of a host, compact: what was not observed stands in `unavailable`. Enough to evaluate any profile again. */
export interface ReportedFacts {
  readonly architecture?: string;
  readonly kernelRelease?: string;
  readonly operatingSystem?: OperatingSystem;
  /** Those of `reportedCapabilities` that are in the bounding set of the host's first process. */
  readonly capabilities?: readonly string[];
  readonly kernelModules?: ReportedModules;
  /** The symbols of `reportedSymbols` by value; `n` is not set. */
  readonly kernelConfiguration?: {
    readonly y?: readonly string[];
    readonly m?: readonly string[];
    readonly n?: readonly string[];
  };
  readonly legacyIptables?: LegacyIptables;
  readonly networkManager?: NetworkManager;
  /** Left out where networkd neither runs nor starts at boot. */
  readonly systemdNetworkd?: SystemdNetworkd;
  readonly services?: Readonly<Record<string, ServiceState>>;
  /** Units that are not in `services` because they are not installed, neither active nor starting at boot. */
  readonly servicesNotInstalled?: readonly string[];
  /** Left out where there is none. */
  readonly ruleLoaders?: readonly RuleLoader[];
  readonly cloudSetup?: CloudSetup;
  readonly ipv6Enabled?: boolean;
  readonly kernelTypeInformation?: boolean;
  readonly cgroup2Mounts?: readonly string[];
  readonly cgroup2Supported?: boolean;
  readonly bpfFilesystemMounted?: boolean;
  readonly lockdown?: Lockdown;
  readonly listeners?: readonly Listener[];
  readonly tunnelDevices?: TunnelDevices;
  readonly modprobePath?: string;
  readonly ipv6Devices?: Ipv6Devices;
  readonly cloud?: Cloud;
  /** Left out where it is that of an ordinary host. */
  readonly moduleLoading?: ModuleLoading;
  readonly unavailable?: readonly ReportedGap[];
}
