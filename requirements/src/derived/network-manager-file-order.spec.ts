import fc from 'fast-check';
import { byMergeOrder } from './network-manager-file-order';

const merged = [
  'usr/lib/NetworkManager/conf.d/00-server.conf',
  'run/NetworkManager/conf.d/10-netplan.conf',
  'etc/NetworkManager/NetworkManager.conf',
  'etc/NetworkManager/conf.d/01-ipv6.conf',
  'etc/NetworkManager/conf.d/99-x.conf',
  'etc/NetworkManager/conf.d/calico.conf',
  'etc/NetworkManager/conf.d/sdn.conf',
  'var/lib/NetworkManager/NetworkManager-intern.conf',
];

it("puts NetworkManager's files in the order in which it merges them", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(merged, { minLength: merged.length }), (files) => {
      expect([...files].sort(byMergeOrder)).toEqual(merged);
    }),
  );
});
