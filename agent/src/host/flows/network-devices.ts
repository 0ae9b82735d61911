import type { HostDevice } from '@calico-readiness/requirements';
import { parseProcNetDev } from '../../parsers/proc/proc-net-dev';
import { createHostFiles } from '../create-host-files';
import type { HostFiles } from '../host-files';

/** A row for each device; a node has some for every pod. */
const longestTable = 8 * 1024 * 1024;
/** More devices than any node has beside those of its pods. */
const mostDevices = 256;
/** Each file of sysfs claims to have a page, of up to 64 KiB. */
const longestAttribute = 65_536;

/** Has the network devices of a host looked at whose names are asked for; undefined where one of them cannot be. Never rejects. */
export type ReadDevices = (isAsked: (name: string) => boolean) => Promise<readonly HostDevice[] | undefined>;

/**
 * Devices of the network that the host's first process is in, with what sysfs says of them: `mtu`, and `operstate`, of which
 * `up` and `unknown` are IFF_RUNNING (netif_oper_up in include/linux/netdevice.h). A sysfs of another network namespace
 * lacks some of the names, or their files.
 */
export const devicesBelow =
  (root: string): ReadDevices =>
  async (isAsked) => {
    // What was read of a host's files is remembered: each look is one at a new host.
    const files = createHostFiles(root);
    const table = await files.readText('proc/1/net/dev', longestTable);
    const names = table.status === 'observed' ? parseProcNetDev(table.value) : undefined;
    if (names?.status !== 'parsed') return undefined;
    const asked = names.value.filter(isAsked);
    if (asked.length > mostDevices) return undefined;
    const devices: HostDevice[] = [];
    for (const name of asked) {
      const device = await readDevice(files, name);
      if (device === undefined) return undefined;
      devices.push(device);
    }
    return devices;
  };

async function readDevice(files: HostFiles, name: string): Promise<HostDevice | undefined> {
  const directory = `sys/class/net/${name}`;
  const [mtu, state] = [
    await files.readText(`${directory}/mtu`, longestAttribute),
    await files.readText(`${directory}/operstate`, longestAttribute),
  ];
  if (mtu.status === 'unavailable' || state.status === 'unavailable') return undefined;
  const size = /^\d{1,10}$/.test(mtu.value.trim()) ? Number(mtu.value) : undefined;
  return size === undefined ? undefined : { name, mtu: size, running: /^(?:up|unknown)$/.test(state.value.trim()) };
}
