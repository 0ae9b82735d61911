import type { Fact, TunnelDevices } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { parseDeviceType } from '../../parsers/device-uevent';
import { parseProcNetDev } from '../../parsers/proc/proc-net-dev';
import { networkTables } from '../network-namespace';
import type { Probe } from '../probe';
import { readParsed } from '../read-parsed';

type Kind = keyof TunnelDevices;

/** A row for each device; a node has some for every pod. */
const longestTable = 8 * 1024 * 1024;

/** More devices than any node has that are not its pods' (`cali` and eleven hexadecimal digits, all of them veth). */
const mostDevices = 1_000;
const podDevice = /^cali[0-9a-f]{11}$/;

/**
 * Names that only one program gives: Calico's own, and Open vSwitch's vxlan_sys_PORT (dpif-netlink-rtnl.c). They tell the kind
 * where sysfs does not, as it may show another network namespace than the host's.
 */
const kindByName: readonly (readonly [RegExp, Kind])[] = [
  [/^vxlan(?:-v6)?\.calico$|^vxlan_sys_\d+$/, 'vxlan'],
  [/^(?:wireguard|wg-v6)\.cali$/, 'wireguard'],
];

/** VXLAN and WireGuard devices in the host's network namespace. */
export const tunnelDevicesProbe: Probe<'tunnelDevices'> = {
  name: 'tunnel-devices',
  facts: ['tunnelDevices'],
  gather: async ({ files }) => ({ tunnelDevices: await gather(files) }),
};

async function gather(files: HostFiles): Promise<Fact<TunnelDevices>> {
  const directory = await networkTables(files);
  if (directory.status === 'unavailable') return directory;
  const names = await readParsed(files, `${directory.value}/dev`, parseProcNetDev, longestTable);
  if (names.status === 'unavailable') return names;
  const devices: Record<Kind, string[]> = { vxlan: [], wireguard: [] };
  const others = names.value.filter((name) => !podDevice.test(name));
  for (const name of [...others].sort(byTelling)) {
    const kind = namedKind(name) ?? (await seenKind(files, name, others.length));
    if (kind !== undefined) devices[kind].push(name);
  }
  return observed(devices, names.source);
}

const namedKind = (name: string): Kind | undefined => kindByName.find(([pattern]) => pattern.test(name))?.[1];

async function seenKind(files: HostFiles, name: string, devices: number): Promise<Kind | undefined> {
  if (devices > mostDevices) return undefined;
  const type = await readParsed(files, `sys/class/net/${name}/uevent`, parseDeviceType);
  if (type.status === 'unavailable') return undefined;
  return type.value === 'vxlan' || type.value === 'wireguard' ? type.value : undefined;
}

/** Those whose name tells most first: a report has room for some only. */
const byTelling = (left: string, right: string): number =>
  Number(namedKind(left) === undefined) - Number(namedKind(right) === undefined) || (left < right ? -1 : 1);
