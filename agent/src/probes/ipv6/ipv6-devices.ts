import type { Fact, Ipv6Devices } from '@calico-readiness/requirements';
import { calicoIpv6Devices, observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { parseSysctlSwitch } from '../../parsers/proc/sysctl-switch';
import { showsHostNetwork } from '../network-namespace';
import { readParsed } from '../read-parsed';

const directory = 'proc/sys/net/ipv6/conf';

/** No device that calico-node looks at is left out by them; a host with more has them from elsewhere. */
const mostUplinks = 512;

/**
 * The devices among which calico-node does not look for the address of the node when nobody names one, by the beginning of
 * their names (projectcalico/calico v3.25.2 node/pkg/lifecycle/startup/autodetection/autodetection_linux.go; the same in v3.32.1).
 */
const passedOver = [
  ...[
    'docker',
    'cbr',
    'dummy',
    'podman',
    'virbr',
    'lxcbr',
    'veth',
    'lo',
    'br-',
    'cali',
    'tunl',
    'flannel',
    'kube-ipvs',
  ],
  ...['cni', 'vxlan.calico', 'vxlan-v6.calico', 'wireguard.cali', 'wg-v6.cali', 'nodelocaldns'],
];

/** Further devices of Felix (felix/dataplane/linux/dataplanedefs), and the entries that are no devices. */
const noUplinks = ['all', 'default', 'bpfin.cali', 'bpfout.cali'];

/** On which devices of the host IPv6 is switched off. */
export async function gatherIpv6Devices(host: Host): Promise<Fact<Ipv6Devices>> {
  const { files } = host;
  if (!(await showsHostNetwork(host)))
    return unavailable('unsupported', directory, "not shown to be that of the host's network namespace");
  const [names, offByDefault] = await Promise.all([files.list(directory), isOff(files, 'default')]);
  if (names.status === 'unavailable') return names;
  if (offByDefault.status === 'unavailable') return offByDefault;
  const own = await Promise.all(calicoIpv6Devices.filter((name) => names.value.includes(name)).map(seen(files)));
  const uplinks = await readUplinks(
    files,
    names.value.filter((name) => !noUplinks.includes(name) && !passedOver.some((start) => name.startsWith(start))),
  );
  const failure = own
    .map(([, fact]) => fact)
    .find((fact) => fact.status === 'unavailable' && fact.reason !== 'not-found');
  if (failure?.status === 'unavailable') return failure;
  if (uplinks.status === 'unavailable') return uplinks;
  const calicoOff = Object.fromEntries(
    own.flatMap(([name, fact]) => (fact.status === 'observed' ? [[name, fact.value]] : [])),
  );
  return observed({ offByDefault: offByDefault.value, calicoOff, uplinks: uplinks.value }, directory);
}

const isOff = (files: HostFiles, name: string): Promise<Fact<boolean>> =>
  readParsed(files, `${directory}/${name}/disable_ipv6`, parseSysctlSwitch);

const seen =
  (files: HostFiles) =>
  async <Name extends string>(name: Name): Promise<readonly [Name, Fact<boolean>]> => [name, await isOff(files, name)];

/** Looks until one has IPv6. A device that is gone meanwhile does not count. */
async function readUplinks(files: HostFiles, names: readonly string[]): Promise<Fact<Ipv6Devices['uplinks']>> {
  let uplinks: Ipv6Devices['uplinks'] = 'none';
  let failure: Fact<never> | undefined;
  for (const name of names.slice(0, mostUplinks)) {
    const off = await isOff(files, name);
    if (off.status === 'observed' && !off.value) return observed('on', directory);
    if (off.status === 'observed') uplinks = 'off';
    else if (off.reason !== 'not-found') failure ??= off;
  }
  if (failure !== undefined) return failure;
  return names.length > mostUplinks
    ? unavailable('too-large', directory, `holds more than ${String(mostUplinks)} network devices`)
    : observed(uplinks, directory);
}
