import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHostFiles } from '../../src/host/create-host-files';
import { createSystemBus } from '../../src/host/bus/system-bus';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { networkManagerProbe } from '../../src/probes/network-manager/network-manager';
import type { RunningDaemon } from './network-manager-daemon';
import { startNetworkManager } from './network-manager-daemon';
import { hostWithoutUdevRules } from './network-manager-host';

const { root } = temporaryHost(hostWithoutUdevRules).files;

const resolverConfiguration = '/etc/resolv.conf';
const ofThisMachine = existsSync(resolverConfiguration) ? readFileSync(resolverConfiguration, 'utf8') : undefined;

let daemon: RunningDaemon | undefined;

afterAll(async () => {
  await daemon?.stop();
  removeTemporaryHosts();
});

async function observe() {
  // Each look begins anew: what one observation has seen is for that one alone.
  const files = createHostFiles(root);
  const { networkManager } = await networkManagerProbe.gather({
    files,
    live: false,
    systemBus: createSystemBus(files),
  });
  if (networkManager.status === 'unavailable') throw new Error(`unavailable: ${networkManager.reason}`);
  const { live, manages } = networkManager.value;
  return { daemon: networkManager.value.daemon, live: live?.['vxlan.calico'], configured: manages['vxlan.calico'] };
}

const eventually = (expected: Awaited<ReturnType<typeof observe>>): Promise<void> =>
  vi.waitFor(async () => expect(await observe()).toEqual(expected), { timeout: 30_000, interval: 200 });

const calicoConf = join(root, 'etc/NetworkManager/conf.d/calico.conf');

it('NetworkManager goes by the configuration that it last read, and the agent tells the two apart', async () => {
  const started = await startNetworkManager(root);
  if (started.status === 'ended') throw new Error(started.errors);
  daemon = started;
  expect(await observe()).toEqual({ daemon: 'running', live: true, configured: true });

  writeFileSync(calicoConf, '[keyfile]\nunmanaged-devices=interface-name:vxlan.calico\n');
  expect(await observe()).toEqual({ daemon: 'running', live: true, configured: false });
  daemon.reload();
  await eventually({ daemon: 'running', live: false, configured: false });

  rmSync(calicoConf);
  expect(await observe()).toEqual({ daemon: 'running', live: false, configured: true });
  daemon.reload();
  await eventually({ daemon: 'running', live: true, configured: true });

  if (ofThisMachine !== undefined) expect(readFileSync(resolverConfiguration, 'utf8')).toBe(ofThisMachine);
});
