import { factPlaces } from '@calico-readiness/requirements';
import { fixtureHosts } from '../../test/fixture-hosts';
import { createHostFiles } from '../host/create-host-files';
import type { HostFiles } from '../host/host-files';
import type { Around } from '../host/host-question';
import { filesWith } from '../host/host-question';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { probes } from './index';

/** Looked at only to tell whether the root is an installed system's or a container's, of which modprobe, kernel and byte order, or whether a place can be seen at all. */
const landmarks = [
  'etc',
  'proc',
  'usr',
  'run',
  'lib',
  '',
  '.dockerenv',
  'run/.containerenv',
  'run/systemd/container',
  'proc/1',
  'proc/2/comm',
  'sbin',
  'usr/sbin',
  'usr/sbin/modprobe',
  'usr/bin',
  'usr/bin/*',
  'usr/sbin/NetworkManager',
  'usr/lib/systemd/systemd',
  'proc/sys/kernel/osrelease',
  'proc/sys/kernel/arch',
  'proc/sys/net',
  'proc/self/ns/net',
  'proc/1/ns/net',
  'sys/class',
  'sys/kernel',
  'sys/kernel/security',
];

/** As on a host on which the old places are links to those below /usr and /proc/1. */
const today = (path: string): string =>
  path.replace(/^(lib|bin|sbin)\//, 'usr/$1/').replace(/^proc\/(net|mounts)(?=\/|$)/, 'proc/1/$1');

const isBelow = (path: string, place: string): boolean =>
  new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(?:/|$)`).test(path);
const isLandmark = (path: string): boolean =>
  landmarks.some((landmark) => (landmark.endsWith('*') ? path.startsWith(landmark.slice(0, -1)) : path === landmark));

/** The same files, and every path that somebody asks for. */
function recording(files: HostFiles): { readonly files: HostFiles; readonly paths: Set<string> } {
  const paths = new Set<string>();
  const note: Around = ({ path }, ask) => {
    paths.add(today(path));
    return ask();
  };
  return { paths, files: filesWith(note, files) };
}

/** Managers that no fixture host has, with switches of their own, interfaces of ifupdown's beside a NetworkManager without a list of plugins, and no IPv6. */
const rare = temporaryHost({
  'etc/os-release': 'ID=debian\n',
  'usr/bin/bash': '',
  'usr/lib/systemd/system/csf.service': '[Service]\n',
  'usr/lib/systemd/system/ferm.service': '[Service]\n',
  'proc/sys/net/core/somaxconn': '4096\n',
  // BGP's port, held by a process that no fixture host has.
  'proc/1/net/tcp':
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
    '   0: 00000000:00B3 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0 100 0 0 10 0\n',
  'proc/1/net/udp': '   sl  local_address rem_address   st tx_queue rx_queue\n',
  'proc/700/fd/7': { linkTo: 'socket:[11]' },
  'proc/700/status': 'Name:\tbird\n',
  'proc/700/cgroup': '0::/../../system.slice/bird.service\n',
  'usr/sbin/NetworkManager': '',
  'etc/network/interfaces': 'iface tunl0 inet manual\n',
});

afterAll(removeTemporaryHosts);

const roots = ['/', ...fixtureHosts.map(({ root }) => root), rare.files.root];

describe.each(probes)('the places of the facts that the probe $name gathers', (probe) => {
  const places = probe.facts.flatMap((name) => factPlaces[name]).map((place) => place.replace(/^\//, ''));

  it('are all that it reads on any host', async () => {
    const elsewhere = new Set<string>();
    for (const root of roots) {
      const { files, paths } = recording(createHostFiles(root));
      await probe.gather({ files, live: root === '/' });
      for (const path of paths)
        if (!isLandmark(path) && !places.some((place) => isBelow(path, place))) elsewhere.add(path);
    }
    expect([...elsewhere]).toEqual([]);
  });

  it('are all read on some host', async () => {
    const unread = new Set(places.filter((place) => !/^(D-Bus |uname$)/.test(place)));
    for (const root of roots) {
      const { files, paths } = recording(createHostFiles(root));
      await probe.gather({ files, live: false });
      for (const path of paths) for (const place of unread) if (isBelow(path, place)) unread.delete(place);
    }
    expect([...unread]).toEqual([]);
  });
});
