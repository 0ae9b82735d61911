/** What a Debian node that is to run Calico has; all that these depend on comes with them. */
export const nodePackages = [
  'usr-is-merged',
  'base-files',
  'perl-base',
  'init',
  'systemd-sysv',
  'udev',
  'dbus',
  'kmod',
  'network-manager',
  'nftables',
  'iptables',
  'ipset',
  'iproute2',
  'ifupdown',
  'openssh-server',
  'cron',
  'rsyslog',
  'chrony',
  'containerd',
] as const;

/** Stands for Debian's present kernel; the package of that is unpacked whole, with every module. */
export const kernelPackage = { metapackage: 'linux-image-amd64', name: /^linux-image-\d.*-amd64$/ } as const;

/** What the packages' own scripts would do on a host: who provides iptables, and that is all that the agent looks at. */
export const alternatives: Readonly<Record<string, string>> = {
  iptables: 'usr/sbin/iptables-nft',
  ip6tables: 'usr/sbin/ip6tables-nft',
};
