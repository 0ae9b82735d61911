import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemBusSocket } from '../../src/host/bus/system-bus';
import { referenceProgramEnvironment, pathOfProgram } from '../reference-programs';
import type { DeviceOnBus } from './network-manager-on-bus';
import { devicesOnBus } from './network-manager-on-bus';
import { linkBatch, linkNames } from './network-manager-links';
import { ifupdownMounts } from './network-manager-plugins';

/** A NetworkManager that ended before it was on the bus, with what it printed, or one that runs. */
export type StartedDaemon = { readonly status: 'ended'; readonly errors: string } | RunningDaemon;

/** A NetworkManager that runs in namespaces of its own, on the bus of a host tree. */
export interface RunningDaemon {
  readonly status: 'running';
  /** What busctl read once the daemon had settled, by interface name. */
  readonly devices: ReadonlyMap<string, DeviceOnBus>;
  /** Tells the daemon to read its configuration again; the devices follow a little later. */
  readonly reload: () => void;
  readonly stop: () => Promise<void>;
}

const busConfiguration = `<busconfig>
  <type>session</type>
  <listen>unix:path=/run/dbus/system_bus_socket</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/></policy>
</busconfig>
`;

/**
 * A bus and the daemon in namespaces of their own, with devices that something else made and brought up. Without
 * udev, which a /sys that is only for reading tells it, the daemon does not wait for devices to settle. The machine's
 * own root is only for reading as well, because the daemon would write its /etc/resolv.conf anew (in a container that
 * is a mount of its own); its configuration and connections are out of sight. /run is that of the tree.
 */
const script = (root: string): string => `set -e
mount --bind ${root} ${root}
for directory in /etc/NetworkManager /usr/lib/NetworkManager /var/lib; do
  if [ -d $directory ]; then mount -t tmpfs none $directory; fi
done
if [ -e /etc/resolv.conf ]; then
  mount --bind /etc/resolv.conf /etc/resolv.conf
  mount -o remount,bind,ro /etc/resolv.conf
fi
${ifupdownMounts(root)}
mount --bind ${root}/run /run
mount -o remount,bind,ro /
mount -t sysfs -o ro none /sys
if [ -w /etc ] || [ -w /etc/resolv.conf ] || [ -w /sys ]; then echo 'the machine could be changed' >&2; exit 1; fi
ip link set lo up
ip -batch ${root}/links -force 2>/dev/null || true
dbus-daemon --config-file=${root}/bus.conf --nofork --nopidfile &
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/dbus/system_bus_socket
waits=0
# The socket is there a moment before anybody listens on it.
until busctl --timeout=10 call org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus GetId >/dev/null 2>&1; do
  waits=$((waits + 1))
  if [ $waits -gt 500 ]; then echo 'no bus' >&2; exit 1; fi
  sleep 0.02
done
NetworkManager --debug --log-level=ERR --config=${root}/etc/NetworkManager/NetworkManager.conf --config-dir=${root}/etc/NetworkManager/conf.d \\
  --system-config-dir=${root}/usr/lib/NetworkManager/conf.d --intern-config=${root}/var/lib/NetworkManager/NetworkManager-intern.conf \\
  --state-file=/var/lib/NetworkManager.state >${root}/log 2>&1 &
daemon=$!
tries=0
on_bus() { busctl --timeout=10 "$@" 2>/dev/null || true; }
until [ "$(on_bus get-property org.freedesktop.NetworkManager /org/freedesktop/NetworkManager org.freedesktop.NetworkManager Startup)" = 'b false' ]; do
  if ! kill -0 $daemon 2>/dev/null; then echo ended; exit; fi
  tries=$((tries + 1))
  if [ $tries -gt 1000 ]; then echo 'it does not settle' >&2; exit 1; fi
  sleep 0.05
done
for name in ${linkNames.join(' ')}; do
  for attribute in flags ifindex; do
    if read value </sys/class/net/$name/$attribute; then echo $value >${root}/sys/class/net/$name/$attribute; fi
  done
done
busctl --timeout=10 --json=short call org.freedesktop.NetworkManager /org/freedesktop org.freedesktop.DBus.ObjectManager GetManagedObjects
while read command; do kill -HUP $daemon; done
`;

/** Starts the daemon with the configuration of a host tree. Throws when it is neither on the bus nor ended by its configuration. */
export async function startNetworkManager(root: string): Promise<StartedDaemon> {
  for (const name of linkNames) mkdirSync(join(root, 'sys/class/net', name), { recursive: true });
  mkdirSync(join(root, dirname(systemBusSocket)), { recursive: true });
  writeFileSync(join(root, 'bus.conf'), busConfiguration);
  writeFileSync(join(root, 'links'), linkBatch);
  const namespaces = spawn(
    pathOfProgram('unshare') ?? 'unshare',
    ['--fork', '--pid', '--mount', '--net', '--uts', '--mount-proc', '--kill-child', 'sh', '-c', script(root)],
    { env: referenceProgramEnvironment() },
  );
  let errors = '';
  namespaces.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const closed = new Promise<void>((resolve) => namespaces.once('close', () => resolve()));
  const [line] = await Promise.race([once(createInterface(namespaces.stdout), 'line'), closed.then(() => [undefined])]);
  if (line === 'ended') {
    await closed;
    return { status: 'ended', errors: readFileSync(join(root, 'log'), 'utf8') };
  }
  if (typeof line !== 'string') throw new Error(`NetworkManager did not start: ${errors}`);
  return {
    status: 'running',
    devices: devicesOnBus(line),
    reload: () => namespaces.stdin.write('reload\n'),
    stop: () => {
      namespaces.stdin.end();
      return closed;
    },
  };
}
