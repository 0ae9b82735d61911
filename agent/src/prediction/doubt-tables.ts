import type { HostFactName, ModuleState } from '@calico-readiness/requirements';
import type { DoubtedFacts } from './doubted-facts';

/** What a line on the kernel's command line may keep out, or let in. */
const ofLoading: readonly ModuleState[] = ['loadable', 'blacklisted', 'blocked', 'unsigned', 'unverified'];
/** States of modules that are not on the disk. */
export const notOnDisk: readonly ModuleState[] = ['missing', 'configured-only'];
/** States of modules that a program could load after all. */
export const notLoaded: readonly ModuleState[] = [...ofLoading, ...notOnDisk];

/** Facts about what starts at boot. */
export const ofUnits: readonly HostFactName[] = [
  'services',
  'ruleLoaders',
  'cloudSetup',
  'networkManager',
  'systemdNetworkd',
];
const ofMounts: readonly HostFactName[] = ['cgroup2Mounts', 'bpfFilesystemMounted'];
const ofIpv6: readonly HostFactName[] = ['ipv6Enabled', 'ipv6Devices'];
/** Facts about the kernel itself. */
export const ofKernel: readonly HostFactName[] = [
  ...['kernelRelease', 'kernelModules', 'kernelConfiguration', 'kernelTypeInformation', 'moduleLoading'],
  ...['cgroup2Supported', 'lockdown'],
] as readonly HostFactName[];
const ofSysctl: readonly HostFactName[] = ['ipv6Devices', 'modprobePath'];

/** What a part of a change may alter without any file showing it. */
export type Altered = Omit<DoubtedFacts, 'by'>;
/** Facts, and states of modules, that are in doubt. */
export const altered = (facts: readonly HostFactName[], moduleStates: readonly ModuleState[] = []): Altered => ({
  facts,
  moduleStates,
});

/** Kernel arguments by their names (kernel-parameters.txt, kernel-command-line(7), systemd-modules-load(8)); any other may alter all of it. */
export const byArgument: readonly (readonly [RegExp, Altered])[] = [
  [/^(?:module_blacklist|modprobe\.blacklist|rd\.driver\.blacklist|module\.sig_enforce)\b/, altered([], ofLoading)],
  [/^(?:rd\.)?modules[-_]load\b/, altered(['moduleLoading'])],
  [
    /^(?:systemd\.unified_cgroup_hierarchy|systemd\.legacy_systemd_cgroup_controller|cgroup_no_v1)\b/,
    altered(ofMounts),
  ],
  [/^ipv6\./, altered(ofIpv6)],
  [/^(?:lockdown|lsm|security)\b/, altered(['lockdown'])],
  [/^systemd\.(?:mask|wants|unit)\b/, altered(ofUnits)],
  [
    /^(?:nosmt|mitigations|hugepages|hugepagesz|default_hugepagesz|isolcpus|nohz|nohz_full|rcu_nocbs|console)\b/,
    altered([]),
  ],
];
/** For an argument that no other row names. */
export const byAnyArgument = altered(
  [...ofMounts, ...ofIpv6, ...ofUnits, ...ofSysctl, 'lockdown', 'moduleLoading'],
  ofLoading,
);

/** Files of a host by their paths, for those whose effect another program works out, or whose content is not known. */
export const byPath: readonly (readonly [RegExp, Altered])[] = [
  [
    /^etc\/(?:fstab|mtab)$|^(?:etc|usr\/lib|usr\/local\/lib)\/systemd\/system\/[^/]*\.(?:auto)?mount(?:\/|$|\.d\/)/,
    altered(ofMounts),
  ],
  [/^(?:etc|usr\/lib|usr\/local\/lib|run)\/sysctl\.d\/|^etc\/sysctl\.conf$/, altered(ofSysctl, ofLoading)],
  [/^boot\/|^etc\/(?:default\/grub|kernel\/)|^(?:usr\/)?lib\/modules\/[^/]+\/vmlinuz/, byAnyArgument],
  [/^etc\/netplan\//, altered(['networkManager', 'systemdNetworkd', 'ipv6Devices'])],
];
/** The same for files whose content is not known. */
export const byUnknownContent: readonly (readonly [RegExp, Altered])[] = [
  ...byPath,
  [/\/NetworkManager(?:\/|$)|\/udev\//, altered(['networkManager'])],
  [/\/(?:modprobe|modules-load)\.d\/|^(?:usr\/)?lib\/modules\//, altered(['moduleLoading'], notLoaded)],
  [/\/systemd\/network\//, altered(['systemdNetworkd'])],
  [/\/systemd\/system\/|^etc\/init\.d\//, altered(ofUnits)],
  [/^etc\/os-release$|^usr\/lib\/os-release$/, altered(['operatingSystem'])],
];
