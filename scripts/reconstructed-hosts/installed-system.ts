import type { Tree } from './tree';

/** The ELF header of a little-endian x86-64 program: all that tells the processor of a host that does not run. */
const programHeader = Uint8Array.from([
  0x7f,
  0x45,
  0x4c,
  0x46,
  2,
  1,
  1,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  3,
  0,
  0x3e,
  0,
  1,
  0,
  0,
  0,
  ...Array.from({ length: 40 }, () => 0),
]);

/** What every installed system has: links of a merged /usr, a shell, os-release and the boot targets. */
export const installedSystem = (osRelease: string): Tree => ({
  bin: { linkTo: 'usr/bin' },
  sbin: { linkTo: 'usr/sbin' },
  lib: { linkTo: 'usr/lib' },
  'usr/bin/bash': programHeader,
  'usr/sbin/modprobe': '',
  'usr/lib/os-release': osRelease,
  'etc/os-release': { linkTo: '../usr/lib/os-release' },
  'usr/lib/systemd/system/default.target': { linkTo: 'multi-user.target' },
  'usr/lib/systemd/system/multi-user.target':
    '[Unit]\nDescription=Multi-User System\nRequires=basic.target\nAfter=basic.target\nAllowIsolate=yes\n',
  'usr/lib/systemd/system/basic.target':
    '[Unit]\nDescription=Basic System\nRequires=sysinit.target\nAfter=sysinit.target\n',
  'usr/lib/systemd/system/sysinit.target': '[Unit]\nDescription=System Initialization\n',
});

/** A unit file, reduced to what says when it starts. */
export const unit = (name: string, description: string, ...further: readonly string[]): Tree => ({
  [`usr/lib/systemd/system/${name}`]: [
    `[Unit]\nDescription=${description}`,
    ...further.filter((line) => /^(Conflicts|Before|After)=/.test(line)),
    '[Service]',
    ...further.filter((line) => /^(Type|ExecStart|RemainAfterExit)=/.test(line)),
    '[Install]',
    ...further.filter((line) => /^(WantedBy|Alias)=/.test(line)),
    '',
  ].join('\n'),
});

/** The link that `systemctl enable` makes. */
export const enabled = (name: string, target = 'multi-user.target'): Tree => ({
  [`etc/systemd/system/${target}.wants/${name}`]: { linkTo: `/usr/lib/systemd/system/${name}` },
});

/** NetworkManager's own rule that keeps it off the pods' interfaces, in words of its own. */
export const networkManagerRule: Tree = {
  'usr/lib/udev/rules.d/85-nm-unmanaged.rules': [
    'SUBSYSTEM!="net", GOTO="nm_unmanaged_end"',
    'ACTION!="add|change|move", GOTO="nm_unmanaged_end"',
    'ENV{INTERFACE}=="vboxnet[0-9]*", ENV{NM_UNMANAGED}="1"',
    'ENV{ID_NET_DRIVER}=="veth", ENV{INTERFACE}!="eth[0-9]*", ENV{NM_UNMANAGED}="1"',
    'ENV{DEVTYPE}=="gadget", ENV{NM_UNMANAGED}="1"',
    'LABEL="nm_unmanaged_end"',
    '',
  ].join('\n'),
};

/** The daemon with the configuration that the package of RHEL installs: nothing is unmanaged by it. */
export const networkManager: Tree = {
  ...networkManagerRule,
  ...unit(
    'NetworkManager.service',
    'Network Manager',
    'Type=dbus',
    'ExecStart=/usr/sbin/NetworkManager --no-daemon',
    'WantedBy=multi-user.target',
  ),
  ...enabled('NetworkManager.service'),
  'usr/sbin/NetworkManager': '',
  'etc/NetworkManager/NetworkManager.conf': '[main]\n#plugins=keyfile,ifcfg-rh\n\n[logging]\n#level=DEBUG\n',
};

/** firewalld as its package installs it; it is enabled by the preset of RHEL. */
export const firewalld: Tree = unit(
  'firewalld.service',
  'firewalld - dynamic firewall daemon',
  'Before=network-pre.target',
  'Conflicts=iptables.service ip6tables.service ebtables.service ipset.service',
  'Type=dbus',
  'ExecStart=/usr/sbin/firewalld --nofork --nopid',
  'WantedBy=multi-user.target',
  'Alias=dbus-org.fedoraproject.FirewallD1.service',
);

/** The links of an enabled firewalld. */
export const firewalldEnabled: Tree = {
  ...enabled('firewalld.service'),
  'etc/systemd/system/dbus-org.fedoraproject.FirewallD1.service': {
    linkTo: '/usr/lib/systemd/system/firewalld.service',
  },
};

/** nftables as its package installs it: a service that no preset enables. */
export const nftables: Tree = unit(
  'nftables.service',
  'Netfilter Tables',
  'Before=network-pre.target',
  'Type=oneshot',
  'RemainAfterExit=yes',
  'ExecStart=/sbin/nft -f /etc/sysconfig/nftables.conf',
  'WantedBy=multi-user.target',
);
