import type { CalicoInterface, NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { keyFileBoolean } from '../../parsers/key-file-value';
import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { busDictionary, variantValue } from '../../parsers/bus-value';

/** What the running daemon makes of the devices that exist. */
export interface LiveDevices {
  /** Whether the daemon owns its name on the bus, and so runs; false also where there is no bus to ask. */
  readonly onBus: boolean;
  /** Whether it told of all its devices. */
  readonly answered: boolean;
  /** By interface name, for Calico's interfaces only. */
  readonly managed: ReadonlyMap<string, boolean>;
}

/** What the daemon wrote down of Calico's interfaces, by interface name, and of which of them it could not be read. */
export interface DeviceStates {
  readonly managed: ReadonlyMap<string, boolean>;
  readonly hidden: ReadonlySet<CalicoInterface>;
}

/** org.freedesktop.NetworkManager's object manager (NetworkManager's D-Bus reference manual) answers for all devices in one call. */
const daemon = 'org.freedesktop.NetworkManager';
const everyObject = {
  path: '/org/freedesktop',
  interface: 'org.freedesktop.DBus.ObjectManager',
  member: 'GetManagedObjects',
};

/** Asks the daemon over D-Bus which of Calico's interfaces it manages. Nothing is known where it does not answer. */
export async function askNetworkManager({ systemBus }: Host): Promise<LiveDevices> {
  const answers = await systemBus?.ask(daemon, [everyObject]);
  if (answers?.status !== 'observed') return { onBus: false, answered: false, managed: new Map() };
  const [answer] = answers.value;
  const objects = answer?.status === 'answered' ? busDictionary(answer.values[0]) : undefined;
  const devices = [...(objects?.values() ?? [])].map((interfaces) =>
    busDictionary(busDictionary(interfaces)?.get(`${daemon}.Device`)),
  );
  const managed = new Map<string, boolean>();
  for (const device of devices) {
    const name = variantValue(device?.get('Interface'));
    const isManaged = variantValue(device?.get('Managed'));
    if (typeof name === 'string' && calicoInterfaceOf(name) !== undefined && typeof isManaged === 'boolean')
      managed.set(name, isManaged);
  }
  return { onBus: true, answered: objects !== undefined, managed };
}

/**
 * What the daemon wrote down of Calico's interfaces, below run/NetworkManager/devices by interface index. Only
 * what a file says counts: a device without one, or without `managed` in it, may be managed or not. Every kernel has
 * interfaces, so that an empty directory of them shows none, and hides all.
 */
export async function readDeviceStates(files: HostFiles): Promise<DeviceStates> {
  const managed = new Map<string, boolean>();
  const hidden = new Set<CalicoInterface>();
  const names = await files.list('sys/class/net');
  const unseen = names.status === 'observed' ? names.value.length === 0 : names.reason !== 'not-found';
  if (unseen) return { managed, hidden: new Set(calicoInterfaces) };
  for (const name of names.status === 'observed' ? names.value : []) {
    const calicoInterface = calicoInterfaceOf(name);
    if (calicoInterface === undefined) continue;
    const index = await files.readText(`sys/class/net/${name}/ifindex`);
    const isIndex = index.status === 'observed' && /^\d+\n?$/.test(index.value);
    const isManaged = isIndex ? await managedInStateFile(files, index.value.trim()) : 'hidden';
    if (isManaged === 'hidden') hidden.add(calicoInterface);
    else if (isManaged !== undefined) managed.set(name, isManaged);
  }
  return { managed, hidden };
}

/** An empty file is one that the daemon did not get to write. */
async function managedInStateFile(files: HostFiles, index: string): Promise<boolean | undefined | 'hidden'> {
  const text = await files.readText(`run/NetworkManager/devices/${index}`, 64 * 1024);
  if (text.status === 'unavailable') return text.reason === 'not-found' ? undefined : 'hidden';
  const groups = parseNetworkManagerConf(text.value);
  const device = groups.status === 'parsed' ? groups.value.find(({ name }) => name === 'device') : undefined;
  return device === undefined ? 'hidden' : keyFileBoolean(device.values.get('managed') ?? '');
}

/**
 * The daemon's answers by Calico's interfaces; `cali*` is managed as soon as one pod interface is. Unmanaged is
 * said only of an interface that is up: the daemon leaves a tunnel alone that something else made, until it is up.
 */
export async function liveAnswers(
  files: HostFiles,
  managed: ReadonlyMap<string, boolean>,
): Promise<NonNullable<NetworkManager['live']>> {
  const live: Partial<Record<CalicoInterface, boolean>> = {};
  for (const [name, isManaged] of managed) {
    const calicoInterface = calicoInterfaceOf(name);
    if (calicoInterface === undefined || live[calicoInterface] === true) continue;
    if (isManaged) live[calicoInterface] = true;
    else if (await isUp(files, name)) live[calicoInterface] = false;
  }
  return live;
}

const calicoInterfaceOf = (name: string): CalicoInterface | undefined =>
  /^cali[0-9a-f]+$/.test(name) ? 'cali*' : calicoInterfaces.find((calicoInterface) => calicoInterface === name);

/** Without a limit of its own: a file in sysfs claims a whole page. IFF_UP (netdevice(7)) in sys/class/net/NAME/flags (the kernel's ABI/testing/sysfs-class-net). */
async function isUp(files: HostFiles, name: string): Promise<boolean> {
  if (name.includes('/')) return false;
  const flags = await files.readText(`sys/class/net/${name}/flags`);
  return (
    flags.status === 'observed' && /^0x[0-9a-f]+\n?$/i.test(flags.value) && (Number.parseInt(flags.value, 16) & 1) === 1
  );
}
