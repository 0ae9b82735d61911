import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { CalicoInterface, HostFile, NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces, guideById, noSituation } from '@calico-readiness/requirements';
import fc from 'fast-check';
import { createHost } from '../../src/host/create-host';
import { nodeFileSystem } from '../../src/host/file-system';
import { readMountTable } from '../../src/host/mount-table';
import { layOver } from '../../src/host/overlay/lay-over';
import { networkManagerProbe } from '../../src/probes/network-manager/network-manager';
import { calicoDevices } from '../../src/programs/calico-devices';
import { laidFile } from '../../test/predictions/laid-file';
import type { HostTree } from '../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { conflictingListsArbitrary } from './generated-conflicting-lists';
import type { RunningDaemon } from './network-manager-daemon';
import { startNetworkManager } from './network-manager-daemon';
import { hostWithoutUdevRules } from './network-manager-host';

afterAll(removeTemporaryHosts);

/** A host whose next boot starts NetworkManager. */
const host: HostTree = {
  ...hostWithoutUdevRules,
  'usr/lib/systemd/system/NetworkManager.service': '[Install]\nWantedBy=multi-user.target\n',
  'etc/systemd/system/multi-user.target.wants/NetworkManager.service': {
    linkTo: '/usr/lib/systemd/system/NetworkManager.service',
  },
};

type Manages = NetworkManager['manages'];

/** What was predicted of one file that a guide might write, and what the daemon then did. */
interface Outcome {
  readonly tree: HostTree;
  readonly file: HostFile;
  readonly predicted: Manages;
  readonly daemon: Manages;
}

const documented = guideById('networkmanager')?.change(noSituation).files[0];

async function factOf(root: string, file?: HostFile): Promise<NetworkManager> {
  const steps = file === undefined ? [] : [laidFile(file.path, file.content)];
  const { fileSystem, refused } = layOver(root, nodeFileSystem, readMountTable(), steps);
  expect(refused).toEqual([]);
  const { networkManager } = await networkManagerProbe.gather(
    await createHost({ root, fileSystem, when: 'next boot' }),
  );
  if (networkManager.status === 'unavailable') throw new Error(networkManager.detail);
  return networkManager.value;
}

/** The file that the guide writes on a node with these facts. */
function guidesFile({ configurationFiles, unmanagedLists = [] }: NetworkManager): HostFile | undefined {
  return guideById('networkmanager')?.change({
    ...noSituation,
    networkManagerFiles: configurationFiles,
    unmanagedLists,
  }).files[0];
}

async function tryOn(tree: HostTree, which: 'documented' | 'guide'): Promise<Outcome> {
  const { root } = temporaryHost({ ...host, ...tree }).files;
  try {
    const file = which === 'documented' ? documented : guidesFile(await factOf(root));
    if (file === undefined) throw new Error('the guide writes no file');
    const { daemon: state, manages: predicted } = await factOf(root, file);
    expect(state).toBe('running');
    mkdirSync(join(root, dirname(file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.content);
    const daemon = await startNetworkManager(root);
    if (daemon.status === 'ended') throw new Error(`NetworkManager ended: ${daemon.errors}`);
    try {
      return { tree, file, predicted, daemon: saidBy(daemon) };
    } finally {
      await daemon.stop();
    }
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Of Calico's interfaces of which every device exists with its right type: a kernel without such devices cannot tell. */
const saidBy = ({ devices }: RunningDaemon): Manages =>
  Object.fromEntries(
    calicoInterfaces.flatMap((name): (readonly [CalicoInterface, boolean])[] => {
      const made = calicoDevices[name].map((device) => ({ device, onBus: devices.get(device.name) }));
      if (made.some(({ device, onBus }) => onBus?.driver !== device.driver)) return [];
      return [[name, made.some(({ onBus }) => onBus?.managed === true)]];
    }),
  );

/** Where prediction and daemon say different things; what was left Unknown says nothing. */
const differences = ({ predicted, daemon }: Outcome): readonly string[] =>
  Object.entries(daemon).flatMap(([name, managed]) => {
    const said = predicted[name as CalicoInterface] ?? null;
    return said === null || said === managed ? [] : [`${name}: ${String(said)} predicted, ${String(managed)} then`];
  });

const isManaged = ({ predicted }: Outcome) => calicoInterfaces.some((name) => predicted[name] === true);
const isUnmanaged = ({ predicted }: Outcome) => calicoInterfaces.every((name) => predicted[name] === false);

const readable = (tree: HostTree) => Object.entries(tree).map(([path, content]) => [path, String(content)]);

describe('a change that is predicted', () => {
  const numRuns = 72;
  const inPart = 12;
  const trees = fc.sample(conflictingListsArbitrary, { seed: 20261128, numRuns });
  const parts = Array.from({ length: numRuns / inPart }, (_unused, part) => part);
  const outcomes = { documented: [] as Outcome[], guide: [] as Outcome[] };

  it.each(parts)('is what NetworkManager then does with the files, part %i', async (part) => {
    const waiting = trees.slice(part * inPart, (part + 1) * inPart);
    const work = async () => {
      for (let tree = waiting.shift(); tree !== undefined; tree = waiting.shift()) {
        const documentedOutcome = await tryOn(tree, 'documented');
        outcomes.documented.push(documentedOutcome);
        // Where the documented file suffices, the guide writes that one.
        if (!isUnmanaged(documentedOutcome)) outcomes.guide.push(await tryOn(tree, 'guide'));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    const different = [...outcomes.documented, ...outcomes.guide].filter((one) => differences(one).length > 0);
    expect(
      different.map((one) => ({ differences: differences(one), file: one.file.path, tree: readable(one.tree) })),
    ).toEqual([]);
  });

  it('was tried enough where the documented file does not suffice, and the file of the guide does there', () => {
    expect(outcomes.documented.filter(isManaged).length).toBeGreaterThanOrEqual(35);
    expect(outcomes.documented.filter(isUnmanaged).length).toBeGreaterThanOrEqual(6);
    expect(outcomes.guide.filter(isUnmanaged).length).toBeGreaterThanOrEqual(25);
    // Only a list that excepts an interface keeps it managed then.
    const text = ({ tree }: Outcome) => readable(tree).join('\n');
    expect(outcomes.guide.filter((one) => isManaged(one) && !text(one).includes('except:')).map(text)).toEqual([]);
  });
});
