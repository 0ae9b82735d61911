/** Debian packages of the guest's root, with all that they depend on. `usr-is-merged` is there in place of perl, by which a /usr that is not merged would be. */
export const rootPackages = [
  'usr-is-merged',
  'busybox-static',
  'dash',
  'kmod',
  'udev',
  'dbus',
  'network-manager',
  'iproute2',
  'iptables',
  'ipset',
  'nftables',
  'wireguard-tools',
  // Of Node.js, which is the machine's own.
  'libstdc++6',
] as const;

/** Patterns of what is unpacked of the kernel's package: networking and what it depends on; the whole of it would be four times the size of all else. */
export const kernelFiles = [
  './boot/*',
  './lib/modules/*/modules.*',
  ...[
    'net/core',
    'net/ipv4',
    'net/ipv6',
    'net/netfilter',
    'net/sched',
    'net/sctp',
    'net/bridge',
    'net/802',
    'net/llc',
    'drivers/net/vxlan',
    'drivers/net/wireguard',
    'drivers/net/veth.ko',
    'drivers/net/dummy.ko',
    'drivers/net/ifb.ko',
    'crypto',
    'lib',
    'arch/x86/crypto',
  ].map((path) => `./lib/modules/*/kernel/${path}*`),
];

/** Directories that the packages bring and nothing in the guest looks at. */
export const notUsed = ['doc', 'man', 'locale', 'info', 'lintian', 'bash-completion', 'polkit-1', 'bug'].map(
  (name) => `usr/share/${name}`,
);
