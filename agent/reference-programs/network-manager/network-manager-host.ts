import type { HostTree } from '../../test/temporary-host';

/**
 * An installed host whose udev has no rule for NetworkManager, which says as much as no udev, and whose NetworkManager
 * gives no device an address, a name server or a host name of its own accord.
 */
export const hostWithoutUdevRules: HostTree = {
  'etc/os-release': 'ID=debian\n',
  'usr/bin/bash': '',
  'usr/sbin/NetworkManager': '',
  'usr/lib/udev/rules.d/': '',
  'run/systemd/units/invocation:dbus.service': { linkTo: '0123' },
  'etc/NetworkManager/conf.d/': '',
  'run/NetworkManager/conf.d/': '',
  'var/lib/NetworkManager/': '',
  'etc/NetworkManager/NetworkManager.conf': '',
  'usr/lib/NetworkManager/conf.d/00-passive.conf':
    '[main]\nno-auto-default=*\ndns=none\nrc-manager=unmanaged\nhostname-mode=none\n',
};
