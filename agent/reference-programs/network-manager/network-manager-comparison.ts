import { rmSync } from 'node:fs';
import type { CalicoInterface, NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces } from '@calico-readiness/requirements';
import { bytesOfName } from '../../src/host/file-name';
import type { Host } from '../../src/host/host';
import type { HostFiles } from '../../src/host/host-files';
import { createSystemBus } from '../../src/host/bus/system-bus';
import type { HostTree } from '../../test/temporary-host';
import { temporaryHost } from '../../test/temporary-host';
import { calicoDevices } from '../../src/programs/calico-devices';
import { managedDevice } from '../../src/programs/network-manager/managed-interfaces';
import type { Answer } from '../../src/programs/three-valued';
import { networkManagerProbe } from '../../src/probes/network-manager/network-manager';
import { configurationsOf } from '../../src/probes/network-manager/configurations';
import { readConfigurationFiles } from '../../src/probes/network-manager/configuration-files';
import { readIfupdownInterfaces } from '../../src/probes/network-manager/ifupdown-files';
import { readDeviceStates } from '../../src/probes/network-manager/live-answers';
import { readNetworkManagerUdevRules } from '../../src/probes/network-manager/udev-rules';
import type { RunningDaemon } from './network-manager-daemon';
import { startNetworkManager } from './network-manager-daemon';
import { hostWithoutUdevRules } from './network-manager-host';
import { deviceMade, linkNames } from './network-manager-links';

/** Something of which the daemon and the agent do not say the same. */
export interface Difference {
  readonly of: string;
  readonly daemon: unknown;
  readonly ours: unknown;
}

/** What was said of one configuration. */
export interface Comparison {
  readonly daemon: 'running' | 'ended';
  readonly differences: readonly Difference[];
  readonly verdicts: readonly Verdict[];
}

/** Whether the daemon manages a device or one of Calico's interfaces, with our answer from the files alone. */
export interface Verdict {
  readonly of: string;
  readonly managed: boolean;
  readonly ours: Answer;
}

/** Starts NetworkManager with these files, and compares what it says of every device with what the agent makes of them. */
export async function compareWithDaemon(files: HostTree): Promise<Comparison> {
  const host = temporaryHost({ ...hostWithoutUdevRules, ...files });
  const fromFiles = await observe(host);
  const daemon = await startNetworkManager(host.files.root);
  try {
    if (daemon.status === 'running') return await compareRunning(host, fromFiles, daemon);
    // The daemon's words were read as UTF-8, whatever the name of the file is made of.
    const refused = bytesOfName(fromFiles.refusedFile ?? '').toString('utf8');
    const named = [': ', ' not found'].some((text) => daemon.errors.includes(`/${refused}${text}`));
    const same = fromFiles.daemon === 'refuses-configuration' && named;
    const differences = same ? [] : [{ of: 'configuration', daemon: daemon.errors, ours: fromFiles }];
    return { daemon: 'ended', verdicts: [], differences };
  } finally {
    if (daemon.status === 'running') await daemon.stop();
    rmSync(host.files.root, { recursive: true });
  }
}

async function observe(host: Host): Promise<NetworkManager> {
  const { networkManager } = await networkManagerProbe.gather(host);
  if (networkManager.status === 'unavailable') throw new Error(`unavailable: ${networkManager.reason}`);
  return networkManager.value;
}

async function compareRunning(host: Host, fromFiles: NetworkManager, daemon: RunningDaemon): Promise<Comparison> {
  const verdicts = [...interfaceVerdicts(daemon, fromFiles), ...(await deviceVerdicts(daemon, host.files))];
  const onBus = await observe({ ...host, systemBus: createSystemBus(host.files, 20_000) });
  const { managed: stated } = await readDeviceStates(host.files);
  const compared: readonly Difference[] = [
    { of: 'daemon, from files', daemon: 'stopped', ours: fromFiles.daemon },
    { of: 'daemon, on the bus', daemon: 'running', ours: onBus.daemon },
    ...verdicts.filter(({ ours }) => ours !== null).map(({ of, managed, ours }) => ({ of, daemon: managed, ours })),
    ...calicoInterfaces.map((of) => ({ of: `${of}, on the bus`, daemon: saidOf(of, daemon), ours: onBus.live?.[of] })),
    ...[...stated].map(([name, ours]) => ({
      of: `${name}, in the daemon's state file`,
      daemon: daemon.devices.get(name)?.managed,
      ours,
    })),
  ];
  return { daemon: 'running', verdicts, differences: compared.filter((one) => one.daemon !== one.ours) };
}

/** Calico's interfaces of which every device that stands for them exists, with its right type. */
function interfaceVerdicts({ devices }: RunningDaemon, { manages }: NetworkManager): readonly Verdict[] {
  return calicoInterfaces.flatMap((of) => {
    const made = calicoDevices[of].map(({ name, driver }) => ({ driver, onBus: devices.get(name) }));
    if (made.some(({ driver, onBus }) => onBus?.driver !== driver)) return [];
    return [{ of, managed: made.some(({ onBus }) => onBus?.managed), ours: manages[of] ?? null }];
  });
}

/** Every device that was made, as what it is. */
async function deviceVerdicts({ devices }: RunningDaemon, files: HostFiles): Promise<readonly Verdict[]> {
  const configurations = configurationsOf(await readConfigurationFiles(files));
  const udevRules = await readNetworkManagerUdevRules(files);
  const ifupdown = await readIfupdownInterfaces(files);
  return linkNames.map((name) => {
    const onBus = devices.get(name);
    const device = onBus && deviceMade(name, onBus.driver);
    if (device === undefined)
      throw new Error(`${name} is not the device that was to be made: ${JSON.stringify(onBus)}`);
    return {
      of: `${device.driver} ${name}`,
      managed: onBus?.managed === true,
      ours: managedDevice(configurations, udevRules, device, ifupdown),
    };
  });
}

/** All devices exist and are up, so that the agent must find an answer of the daemon for every interface. */
function saidOf(of: CalicoInterface, { devices }: RunningDaemon): boolean {
  const names = of === 'cali*' ? [...devices.keys()].filter((name) => /^cali[0-9a-f]+$/.test(name)) : [of];
  return names.some((name) => devices.get(name)?.managed);
}
