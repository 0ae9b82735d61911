import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NetworkManager } from '@calico-readiness/requirements';
import { createSystemBus } from '../host/system-bus';
import { removeTemporaryHosts, temporaryHost } from '../host/temporary-host';
import { networkManagerProbe } from '../probes/network-manager';
import { deciderEnvironment, pathOfProgram } from './decider-programs';

const host = temporaryHost({
  'etc/os-release': 'ID=debian\n',
  'usr/bin/bash': '',
  'usr/sbin/NetworkManager': '',
  'usr/lib/udev/rules.d/': '',
  'run/dbus/': '',
  'run/systemd/units/': '',
  'etc/NetworkManager/NetworkManager.conf': '',
  'etc/NetworkManager/conf.d/': '',
  'sys/class/net/vxlan.calico/flags': '0x1043\n',
});
const { root } = host.files;

/**
 * A bus and the daemon in namespaces of their own, with a VXLAN device that something else made and brought up.
 * Without udev, which a /sys that is only for reading tells it, the daemon does not wait for devices to settle. The
 * machine's own root is only for reading as well: the daemon would write its /etc/resolv.conf anew.
 */
const script = `set -e
mount --bind ${root} ${root}
mount -t tmpfs none /run
mount -t tmpfs none /var/lib
mount -o remount,bind,ro /
mkdir /run/NetworkManager
mount -t sysfs -o ro none /sys
ip link set lo up
ip link add vxlan.calico type vxlan id 4096 dstport 4789 local 127.0.0.1
ip addr add 10.9.9.1/32 dev vxlan.calico
ip link set vxlan.calico up
dbus-daemon --config-file=${root}/bus.conf --nofork --nopidfile &
while [ ! -S ${root}/run/dbus/system_bus_socket ]; do sleep 0.1; done
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=${root}/run/dbus/system_bus_socket
NetworkManager --debug --config=${root}/etc/NetworkManager/NetworkManager.conf --config-dir=${root}/etc/NetworkManager/conf.d \
  --system-config-dir=${root}/none --intern-config=${root}/intern.conf --state-file=${root}/state >/dev/null 2>&1 &
daemon=$!
while :; do
  if [ -e ${root}/reload ]; then rm ${root}/reload; kill -HUP $daemon; fi
  sleep 0.1
done
`;

const busConfiguration = `<busconfig>
  <type>session</type>
  <listen>unix:path=${root}/run/dbus/system_bus_socket</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/></policy>
</busconfig>
`;

const resolverConfiguration = '/etc/resolv.conf';
const ofThisMachine = existsSync(resolverConfiguration) ? readFileSync(resolverConfiguration, 'utf8') : undefined;

let namespaces: ChildProcess;
let errors = '';

beforeAll(() => {
  writeFileSync(join(root, 'bus.conf'), busConfiguration);
  namespaces = spawn(pathOfProgram('unshare') ?? 'unshare', ['--fork', '--pid', '--mount', '--net', '--mount-proc', '--kill-child', 'sh', '-c', script], {
    env: deciderEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  namespaces.stderr?.on('data', (text: Buffer) => {
    errors += text.toString();
  });
});

afterAll(async () => {
  const ended = new Promise((resolve) => namespaces.once('close', resolve));
  namespaces.kill('SIGKILL');
  await ended;
  removeTemporaryHosts();
});

async function observe(): Promise<Pick<NetworkManager, 'daemon' | 'live'> & { readonly configured: boolean | null | undefined }> {
  const { networkManager } = await networkManagerProbe.gather({ ...host, systemBus: createSystemBus(host.files) });
  if (networkManager.status === 'unavailable') throw new Error(`unavailable: ${networkManager.reason}; ${errors}`);
  const { daemon, live, manages } = networkManager.value;
  return { daemon, ...(live && { live }), configured: manages['vxlan.calico'] };
}

const eventually = (expected: Awaited<ReturnType<typeof observe>>): Promise<void> =>
  vi.waitFor(async () => expect(await observe(), errors).toEqual(expected), { timeout: 30_000, interval: 200 });

const calicoConf = join(root, 'etc/NetworkManager/conf.d/calico.conf');
const reload = () => writeFileSync(join(root, 'reload'), '');

it('NetworkManager goes by the configuration that it last read, and the agent tells the two apart', async () => {
  await eventually({ daemon: 'running', live: { 'vxlan.calico': true }, configured: true });

  writeFileSync(calicoConf, '[keyfile]\nunmanaged-devices=interface-name:vxlan.calico\n');
  expect(await observe()).toEqual({ daemon: 'running', live: { 'vxlan.calico': true }, configured: false });
  reload();
  await eventually({ daemon: 'running', live: { 'vxlan.calico': false }, configured: false });

  rmSync(calicoConf);
  expect(await observe()).toEqual({ daemon: 'running', live: { 'vxlan.calico': false }, configured: true });
  reload();
  await eventually({ daemon: 'running', live: { 'vxlan.calico': true }, configured: true });

  if (ofThisMachine !== undefined) expect(readFileSync(resolverConfiguration, 'utf8')).toBe(ofThisMachine);
});
