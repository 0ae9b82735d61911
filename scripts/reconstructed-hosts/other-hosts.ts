import { enabled, installedSystem, unit } from './installed-system';
import { compressedConfiguration, configurationText, moduleFiles } from './kernel-files';
import { flatcar, ubuntu } from './kernels';
import { flatcarNetworkFiles, ubuntuNetworkFiles } from './network-files';
import { runningHost } from './running-host';
import type { Tree } from './tree';

const networkd: Tree = {
  ...unit(
    'systemd-networkd.service',
    'Network Configuration',
    'Type=notify',
    'ExecStart=/usr/lib/systemd/systemd-networkd',
    'WantedBy=multi-user.target',
  ),
  ...enabled('systemd-networkd.service'),
};

/** Flatcar and Ubuntu as they are installed, without NetworkManager and firewalld. */
export const otherHosts: Readonly<Record<string, Tree>> = {
  'flatcar-4081': {
    ...installedSystem(
      'NAME="Flatcar Container Linux by Kinvolk"\nID=flatcar\nID_LIKE=coreos\nVERSION=4081.3.2\nVERSION_ID=4081.3.2\nPRETTY_NAME="Flatcar Container Linux by Kinvolk 4081.3.2 (Oklo)"\n',
    ),
    ...moduleFiles(flatcar),
    'proc/config.gz': compressedConfiguration(flatcar),
    'proc/sys/kernel/arch': 'x86_64\n',
    ...networkd,
    ...flatcarNetworkFiles,
    ...runningHost({
      name: 'flatcar',
      release: flatcar.release,
      commandLine:
        'BOOT_IMAGE=/flatcar/vmlinuz-a mount.usr=/dev/mapper/usr verity.usr=PARTUUID=7130c94a-213a-4e5a-8e26-6cce9662f132 rootflags=rw mount.usrflags=ro root=LABEL=ROOT console=ttyS0,115200n8',
      modules: [
        'nf_tables',
        'nft_compat',
        'nfnetlink',
        'nf_conntrack',
        'nf_nat',
        'xt_addrtype',
        'xt_conntrack',
        'xt_MASQUERADE',
      ],
      cgroup: 'v2',
      lockdown: '[none] integrity confidentiality',
      securityModules: 'lockdown,capability,landlock,yama,selinux,bpf',
      fileSystem: 'ext4',
      bpfFileSystem: true,
      typeInformation: true,
      capabilities: '000001ffffffffff',
      active: ['systemd-networkd.service', 'sshd.service', 'docker.service'],
      activeBy: 'links',
    }),
    'proc/1/net/ip_tables_names': '',
    'proc/1/net/ip_tables_matches': 'conntrack\nconntrack\nconntrack\naddrtype\naddrtype\nicmp\nudplite\nudp\ntcp\n',
    'proc/1/net/ip_tables_targets': 'MASQUERADE\nERROR\n',
  },
  'ubuntu-24.04': {
    ...installedSystem(
      'PRETTY_NAME="Ubuntu 24.04.2 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nVERSION="24.04.2 LTS (Noble Numbat)"\nVERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\n',
    ),
    ...moduleFiles(ubuntu),
    [`boot/config-${ubuntu.release}`]: configurationText(ubuntu),
    'proc/sys/kernel/arch': 'x86_64\n',
    'etc/modprobe.d/blacklist.conf':
      '# evbug is a debug tool that should be loaded explicitly\nblacklist evbug\n\nblacklist usbmouse\nblacklist usbkbd\n',
    ...networkd,
    ...ubuntuNetworkFiles,
    // Enabled and active on a stock server, and without a rule: ENABLED=no.
    ...unit(
      'ufw.service',
      'Uncomplicated firewall',
      'Before=network-pre.target',
      'Type=oneshot',
      'RemainAfterExit=yes',
      'ExecStart=/usr/lib/ufw/ufw-init start quiet',
      'WantedBy=multi-user.target',
    ),
    ...enabled('ufw.service'),
    'etc/ufw/ufw.conf': '# /etc/ufw/ufw.conf\n#\n\nENABLED=no\n\nLOGLEVEL=low\n',
    ...unit(
      'nftables.service',
      'nftables',
      'Before=network-pre.target',
      'Type=oneshot',
      'RemainAfterExit=yes',
      'ExecStart=/usr/sbin/nft -f /etc/nftables.conf',
      'WantedBy=sysinit.target',
    ),
    ...runningHost({
      name: 'ubuntu',
      release: ubuntu.release,
      commandLine: `BOOT_IMAGE=/vmlinuz-${ubuntu.release} root=/dev/mapper/ubuntu--vg-ubuntu--lv ro`,
      modules: ['nf_tables', 'nfnetlink'],
      cgroup: 'v2',
      lockdown: '[none] integrity confidentiality',
      securityModules: 'lockdown,capability,landlock,yama,apparmor',
      fileSystem: 'ext4',
      bpfFileSystem: true,
      typeInformation: true,
      capabilities: '000001ffffffffff',
      active: ['systemd-networkd.service', 'ssh.service', 'ufw.service'],
      activeBy: 'links',
    }),
  },
};
