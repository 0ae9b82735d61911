import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../src/host/host';
import type { HostTree } from '../../test/temporary-host';
import { temporaryHost } from '../../test/temporary-host';
import type { Device } from '../../src/programs/calico-devices';
import { calicoDevices } from '../../src/programs/calico-devices';
import { isUnmanagedByUdev } from '../../src/programs/network-manager/udev-unmanaged';
import { readNetworkManagerUdevRules } from '../../src/probes/network-manager/udev-rules';
import { guestRoot } from './guest-packages';

/** What NetworkManager says of a device on its bus; states are those of NMDeviceState (NetworkManager's D-Bus reference manual). */
export interface GuestDevice {
  readonly managed: boolean;
  readonly state: number;
}

/** The devices in busctl's answer to GetManagedObjects, by interface name. */
export function devicesOf(json: string): ReadonlyMap<string, GuestDevice> {
  const { data } = JSON.parse(json) as { data: [Record<string, Record<string, Record<string, { data: unknown }>>>] };
  const devices = new Map<string, GuestDevice>();
  for (const interfaces of Object.values(data[0])) {
    const device = interfaces['org.freedesktop.NetworkManager.Device'];
    const [name, managed, state] = ['Interface', 'Managed', 'State'].map((property) => device?.[property]?.data);
    if (typeof name === 'string') devices.set(name, { managed: managed === true, state: Number(state) });
  }
  return devices;
}

/** The files that the guest printed, each behind its path. */
export const filesIn = (output: string): HostTree =>
  Object.fromEntries(
    output
      .split(/^file /m)
      .slice(1)
      .map((part) => {
        const [path = '', ...lines] = part.split('\n');
        return [
          path,
          lines
            .filter((line) => line.startsWith(' '))
            .map((line) => `${line.slice(1)}\n`)
            .join(''),
        ];
      }),
  );

/** Everything below a directory of the guest's root. */
function taken(path: string): HostTree {
  const status = lstatSync(join(guestRoot, path), { throwIfNoEntry: false });
  if (status?.isSymbolicLink()) return { [path]: { linkTo: readlinkSync(join(guestRoot, path)) } };
  if (status?.isFile()) return { [path]: readFileSync(join(guestRoot, path)) };
  const names = status === undefined ? [] : readdirSync(join(guestRoot, path));
  return Object.assign({ [`${path}/`]: '' }, ...names.map((name) => taken(`${path}/${name}`))) as HostTree;
}

const stock: HostTree = {
  ...taken('etc/NetworkManager'),
  ...taken('usr/lib/NetworkManager/conf.d'),
  ...taken('usr/lib/udev/rules.d'),
  ...taken('usr/lib/systemd/system/NetworkManager.service'),
  'usr/sbin/NetworkManager': '',
  'usr/bin/busctl': '',
  'etc/os-release': 'ID=debian\n',
};

/** The guest as the agent sees it under a case's configuration, with the daemon running. */
export const guestHost = (files: HostTree): Host =>
  temporaryHost({
    ...stock,
    'run/systemd/units/invocation:NetworkManager.service': { linkTo: '0123456789abcdef0123456789abcdef' },
    ...files,
  });

/** The device that the agent would try under this name; a pod's differ in their names only. */
function deviceOf(name: string): Device | undefined {
  const pod = calicoDevices['cali*'][0];
  if (name.startsWith('cali')) return pod && { ...pod, name };
  return Object.values(calicoDevices)
    .flat()
    .find((device) => device.name === name);
}

/** The agent's word on whether udev's rules take a device from NetworkManager; null when it has none. */
export async function unmanagedByUdev(host: Host, name: string): Promise<boolean | null> {
  const [rules, device] = [await readNetworkManagerUdevRules(host.files), deviceOf(name)];
  return rules === undefined || device === undefined ? null : isUnmanagedByUdev(rules, device);
}
