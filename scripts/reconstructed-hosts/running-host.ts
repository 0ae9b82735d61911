import type { Tree } from './tree';

/** What of a running host differs between the distributions. */
export interface RunningHost {
  readonly name: string;
  readonly release: string;
  readonly commandLine: string;
  /** What /proc/modules lists. */
  readonly modules: readonly string[];
  /** RHEL 7 and 8 mount the controllers of cgroup v1. */
  readonly cgroup: 'v1' | 'v2';
  /** /sys/kernel/security/lockdown; left out where the kernel has none. */
  readonly lockdown?: string;
  readonly securityModules: string;
  readonly fileSystem: 'xfs' | 'ext4' | 'btrfs';
  /** Whether systemd mounts a BPF file system: since version 238. */
  readonly bpfFileSystem: boolean;
  readonly typeInformation: boolean;
  /** The bounding set of PID 1, all that the kernel knows. */
  readonly capabilities: string;
  /** Active units; of systemd before 236 their control groups show them. */
  readonly active: readonly string[];
  readonly activeBy: 'links' | 'control-groups';
}

const blank = '00000000:00000000 00:00000000 00000000';

/** Files below proc, sys and run in the formats of the kernel (proc(5), sysfs) and of systemd. */
export function runningHost(host: RunningHost): Tree {
  return {
    'etc/hostname': `${host.name}\n`,
    'proc/cmdline': `${host.commandLine}\n`,
    'proc/filesystems': fileSystems(host),
    'proc/modules': host.modules.map((module) => `${module} 16384 0 - Live 0x0000000000000000\n`).join(''),
    'proc/sys/kernel/osrelease': `${host.release}\n`,
    'proc/sys/kernel/modprobe': '/sbin/modprobe\n',
    'proc/sys/kernel/modules_disabled': '0\n',
    'proc/sys/net/ipv6/conf/all/disable_ipv6': '0\n',
    'proc/1/comm': 'systemd\n',
    'proc/1/status': status(host.capabilities),
    'proc/1/mountinfo': mounts(host),
    ...sockets,
    ...(host.typeInformation && { 'sys/kernel/btf/vmlinux': '' }),
    ...(host.lockdown !== undefined && { 'sys/kernel/security/lockdown': `${host.lockdown}\n` }),
    'sys/kernel/security/lsm': host.securityModules,
    ...Object.fromEntries(host.modules.map((module) => [`sys/module/${module}/initstate`, 'live\n'])),
    ...Object.fromEntries(host.active.map((unit) => trace(unit, host.activeBy))),
  };
}

const trace = (unit: string, activeBy: RunningHost['activeBy']): [string, Tree[string]] =>
  activeBy === 'links'
    ? [`run/systemd/units/invocation:${unit}`, { linkTo: '5f8e2c0d4b7a4e3f9d1c6b2a8e7f0d3c' }]
    : [`sys/fs/cgroup/systemd/system.slice/${unit}/cgroup.procs`, '712\n'];

/** cgroup2 came with Linux 4.5. */
const fileSystems = ({ release, fileSystem }: RunningHost): string =>
  [
    ...['sysfs', 'tmpfs', 'proc', 'cgroup', ...(release.startsWith('3.') ? [] : ['cgroup2']), 'securityfs', 'bpf'].map(
      (name) => `nodev\t${name}`,
    ),
    `\t${fileSystem}`,
    '',
  ].join('\n');

const status = (capabilities: string): string =>
  ['Name:\tsystemd', 'Umask:\t0000', 'State:\tS (sleeping)', 'Pid:\t1', 'PPid:\t0', 'CapInh:\t0000000000000000']
    .concat(
      ['CapPrm', 'CapEff', 'CapBnd'].map((set) => `${set}:\t${capabilities}`),
      'CapAmb:\t0000000000000000',
      '',
    )
    .join('\n');

const mounts = ({ cgroup, fileSystem, bpfFileSystem }: RunningHost): string =>
  [
    `22 1 252:4 / / rw,relatime shared:1 - ${fileSystem} /dev/vda4 rw,seclabel`,
    '23 22 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:12 - proc proc rw',
    '24 22 0:22 / /sys rw,nosuid,nodev,noexec,relatime shared:6 - sysfs sysfs rw,seclabel',
    '25 24 0:6 / /sys/kernel/security rw,nosuid,nodev,noexec,relatime shared:7 - securityfs securityfs rw',
    ...(cgroup === 'v2'
      ? [
          '26 24 0:26 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:8 - cgroup2 cgroup2 rw,seclabel,nsdelegate',
        ]
      : [
          '26 24 0:26 / /sys/fs/cgroup ro,nosuid,nodev,noexec shared:8 - tmpfs tmpfs ro,seclabel,mode=755',
          '30 26 0:27 / /sys/fs/cgroup/systemd rw,nosuid,nodev,noexec,relatime shared:9 - cgroup cgroup rw,seclabel,xattr,name=systemd',
          '31 26 0:31 / /sys/fs/cgroup/net_cls,net_prio rw,nosuid,nodev,noexec,relatime shared:14 - cgroup cgroup rw,seclabel,net_cls,net_prio',
        ]),
    ...(bpfFileSystem
      ? ['28 24 0:28 / /sys/fs/bpf rw,nosuid,nodev,noexec,relatime shared:10 - bpf bpf rw,mode=700']
      : []),
    '29 22 0:23 / /run rw,nosuid,nodev shared:5 - tmpfs tmpfs rw,seclabel,mode=755',
    '',
  ].join('\n');

const tcpHead = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const tcp6Head = `  sl  local_address${' '.repeat(25)}remote_address${' '.repeat(24)}st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n`;
const anyAddress = '0'.repeat(32);

/** sshd and a DHCP client; nothing on a port of Calico's. */
const sockets: Tree = {
  'proc/1/net/tcp': `${tcpHead}   0: 00000000:0016 00000000:0000 0A ${blank}     0        0 15771 1 0000000000000000 100 0 0 10 0\n`,
  'proc/1/net/tcp6': `${tcp6Head}   0: ${anyAddress}:0016 ${anyAddress}:0000 0A ${blank}     0        0 15773 1 0000000000000000 100 0 0 10 0\n`,
  'proc/1/net/udp': `${tcpHead.trimEnd()} ref pointer drops\n  291: 00000000:0044 00000000:0000 07 ${blank}     0        0 14220 2 0000000000000000 0\n`,
  'proc/1/net/udp6': `${tcp6Head.trimEnd()} ref pointer drops\n`,
};
