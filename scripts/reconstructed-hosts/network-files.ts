import type { Tree } from './tree';

const dhcp = '\n[Network]\nDHCP=yes\nKeepConfiguration=dhcp-on-stop\nIPv6AcceptRA=true\n';
const leftAlone = '\n[Link]\nUnmanaged=yes\n';

const files = (directory: string, contents: Readonly<Record<string, readonly [match: string, rest: string]>>): Tree =>
  Object.fromEntries(
    Object.entries(contents).map(([name, [match, rest]]) => [
      `${directory}/${name}.network`,
      `[Match]\n${match}\n${rest}`,
    ]),
  );

/** What Flatcar brings of `.network` files, with the keys by which they match (flatcar/init, systemd/network). */
export const flatcarNetworkFiles: Tree = files('usr/lib/systemd/network', {
  '20-calico-tunl0': ['Name=tunl0', leftAlone],
  '20-calico-vxlan': ['Name=vxlan.calico', leftAlone],
  '20-cilium': ['Name=cilium*', leftAlone],
  calico: ['Name=cali*', leftAlone],
  cni: ['Name=cni*', leftAlone],
  'ipsec-vti': ['Name=vti*', leftAlone],
  kubedns: ['Name=nodelocaldns\nDriver=dummy', leftAlone],
  kubenet: ['Name=cbr0', leftAlone],
  kubeproxy: ['Name=kube-ipvs0\nDriver=dummy', leftAlone],
  weave: ['Name=weave datapath vxlan-6784', leftAlone],
  'yy-azure-sriov-coreos': ['KernelCommandLine=coreos.oem.id=azure\nDriver=mlx4_en mlx5_core mana', leftAlone],
  'yy-azure-sriov': ['KernelCommandLine=flatcar.oem.id=azure\nDriver=mlx4_en mlx5_core mana', leftAlone],
  'yy-pxe': ['Name=*\nKernelCommandLine=!root', dhcp],
  'yy-vmware': ['Virtualization=vmware\nType=!loopback dummy bridge tunnel vxlan wireguard\nDriver=!veth', dhcp],
  'zz-default': ['Name=*\nType=!loopback bridge tunnel vxlan wireguard\nDriver=!veth dummy', dhcp],
});

/** What systemd's own package brings, and what netplan makes for a machine that cloud-init set up. */
export const ubuntuNetworkFiles: Tree = {
  ...files('usr/lib/systemd/network', {
    '80-6rd-tunnel': ['Name=6rd-*\nType=sit', '\n[Network]\nDHCPPrefixDelegation=yes\n'],
    '80-container-host0': ['Kind=veth\nName=host0\nVirtualization=container', dhcp],
    '80-container-vb': ['Kind=veth\nName=vb-*', '\n[Network]\nLinkLocalAddressing=no\n'],
    '80-container-ve': ['Kind=veth\nName=ve-*', '\n[Network]\nDHCPServer=yes\n'],
    '80-container-vz': ['Kind=bridge\nName=vz-*', '\n[Network]\nDHCPServer=yes\n'],
    '80-vm-vt': ['Kind=tun\nName=vt-*', '\n[Network]\nDHCPServer=yes\n'],
    '80-wifi-adhoc': ['Type=wlan\nWLANInterfaceType=ad-hoc', '\n[Network]\nLinkLocalAddressing=yes\n'],
  }),
  ...files('run/systemd/network', {
    '10-netplan-ens3': [
      'PermanentMACAddress=52:54:00:6f:1d:2a\nName=ens3',
      '\n[Network]\nDHCP=ipv4\nLinkLocalAddressing=ipv6\n',
    ],
  }),
};
