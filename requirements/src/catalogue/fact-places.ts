import type { HostFactName } from '../model/host-facts';
import type { Requirement } from '../model/requirement';

const kernelConfiguration = [
  '/proc/config.gz',
  '/boot',
  '/usr/lib/modules',
  '/usr/lib/ostree-boot',
  '/usr/lib/kernel',
  '/usr/src',
] as const;
const systemd = [
  '/etc/systemd',
  '/run/systemd',
  '/usr/lib/systemd',
  '/usr/local/lib/systemd',
  '/sys/fs/cgroup',
] as const;

/**
 * Where on the host each fact comes from, most telling place first: files, directories with all below them, and the
 * system's message bus. `*` stands for any text without a slash, and `/usr/lib` for `/lib` as well. An agent's spec holds
 * it to the files that the probes really read.
 */
export const factPlaces: Readonly<Record<HostFactName, readonly string[]>> = {
  architecture: ['uname', '/proc/sys/kernel/arch', '/usr/bin', '/usr/lib/systemd/systemd'],
  kernelRelease: ['/proc/sys/kernel/osrelease', '/usr/lib/modules'],
  operatingSystem: ['/etc/os-release', '/usr/lib/os-release'],
  capabilities: ['/proc/1/status'],
  kernelModules: [
    '/proc/modules',
    '/sys/module',
    '/usr/lib/modules',
    '/etc/modprobe.d',
    '/run/modprobe.d',
    '/usr/lib/modprobe.d',
    '/usr/local/lib/modprobe.d',
    '/proc/cmdline',
    '/proc/sys/kernel/modules_disabled',
    '/sys/kernel/security',
    '/sys/firmware',
    ...kernelConfiguration,
  ],
  kernelConfiguration,
  legacyIptables: ['/proc/1/net'],
  networkManager: [
    '/etc/NetworkManager',
    '/run/NetworkManager',
    '/usr/lib/NetworkManager',
    '/var/lib/NetworkManager',
    '/etc/network',
    '/usr/lib/*/NetworkManager',
    '/usr/lib64/NetworkManager',
    '/etc/udev/rules.d',
    '/run/udev',
    '/usr/lib/udev/rules.d',
    '/usr/local/lib/udev/rules.d',
    '/sys/class/net',
    'D-Bus org.freedesktop.NetworkManager',
    ...systemd,
    'D-Bus org.freedesktop.systemd1',
  ],
  systemdNetworkd: [...systemd, '/proc/cmdline', 'D-Bus org.freedesktop.systemd1'],
  services: [
    ...systemd,
    '/etc/init.d',
    '/etc/rc*.d',
    '/etc/ufw/ufw.conf',
    '/etc/csf/csf.disable',
    '/etc/default/ferm',
    'D-Bus org.freedesktop.systemd1',
  ],
  ruleLoaders: [...systemd, 'D-Bus org.freedesktop.systemd1'],
  cloudSetup: [...systemd, 'D-Bus org.freedesktop.systemd1'],
  ipv6Enabled: ['/proc/sys/net/ipv6', '/proc/cmdline'],
  kernelTypeInformation: ['/sys/kernel/btf/vmlinux'],
  cgroup2Mounts: ['/proc/1/mountinfo', '/proc/1/mounts'],
  cgroup2Supported: ['/proc/filesystems'],
  bpfFilesystemMounted: ['/proc/1/mountinfo', '/proc/1/mounts'],
  lockdown: ['/sys/kernel/security', ...kernelConfiguration],
  listeners: ['/proc/1/net', '/proc/*/fd', '/proc/*/status', '/proc/*/cgroup', '/sys/fs/cgroup'],
  tunnelDevices: ['/proc/1/net', '/sys/class/net'],
  modprobePath: ['/proc/sys/kernel/modprobe'],
  ipv6Devices: ['/proc/sys/net/ipv6/conf'],
  cloud: ['/sys/class/dmi', '/proc/cmdline'],
  moduleLoading: [
    '/proc/sys/kernel/modprobe',
    '/usr/lib/modules',
    '/etc/modules-load.d',
    '/run/modules-load.d',
    '/usr/lib/modules-load.d',
    '/usr/local/lib/modules-load.d',
    '/etc/systemd/system/systemd-modules-load.service',
    '/proc/cmdline',
    ...kernelConfiguration,
  ],
  flowTests: [],
  apiAccess: [],
};

/** Where the agent looked to judge a requirement, each place once: of the facts that it needs, then of those that it consults. */
export const placesOf = ({ needs, consults = [] }: Pick<Requirement, 'needs' | 'consults'>): readonly string[] => [
  ...new Set([...needs, ...consults].flatMap((name) => factPlaces[name])),
];
