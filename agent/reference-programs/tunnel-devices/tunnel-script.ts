import { makeTunnels, switchTunnels, tunnels } from './guest-tunnels';
import type { DeviceState, TunnelRow } from './tunnel-rows';
import { rowAddress, tunnelRows } from './tunnel-rows';
import { own, twoGuestHosts } from './two-guest-hosts';

/** Where the agent is in the guest. */
export const placeOfAgent = 'opt/agent';
export const keyFile = 'key';
const node = `/${placeOfAgent}/node`;
const program = `${node} /${placeOfAgent}/dist/cli.js`;

const peersOf = (isWanted: (row: TunnelRow) => boolean): readonly string[] =>
  tunnelRows.flatMap((row, number) => (isWanted(row) ? [rowAddress(number, 4), rowAddress(number, 6)] : []));
const isSilent = ({ outcome }: TunnelRow): boolean => outcome === 'filtered';
const flows = (to: readonly string[], words: string): string =>
  `${program} flows --output json --packet-size 1500 --key-file /${keyFile} --flow vxlan,ipip,wireguard --to ${to.join(',')} ${words}`;

/** Names of answers. */
export const seenAnswer = (state: DeviceState | 'traffic'): string => `seen-${state}`;
export const silentAnswer = (state: DeviceState): string => `silent-${state}`;
export const aloneAnswer = (state: DeviceState): string => `alone-${state}`;
export const arrivedAnswer = (state: DeviceState | 'traffic'): string => `arrived-${state}`;
export const loggedAnswer = (state: DeviceState | 'traffic'): string => `logged-${state}`;
export const countsAnswer = (host: 'here' | 'there', when: 'before' | 'after', state: DeviceState | 'traffic') =>
  `counts-${host}-${when}-${state}`;
export const datagramsAnswer = 'datagrams';
export const socketsAnswer = 'sockets';

/** Raw sockets that the responder opens: one for UDP and one for protocol 4 at least, and one for UDP of IPv6. */
const functions = `counts() {
  cat /proc/net/snmp /proc/net/netstat /proc/net/snmp6
  echo @links
  ip -s -j link show
  echo
  echo @wireguard
  wg show all dump
}
raw() { there cat /proc/net/raw /proc/net/raw6 | grep -vc local_address; }
# A guest that waits for ever would be ended after a long while, and nobody would know what for.
wait_until() {
  tries=0
  until eval "$1"; do
    tries=$((tries + 1))
    [ $tries -lt 1800 ] || { echo "waited for $1"; cat /tmp/errors; poweroff -f; }
    sleep 0.1
  done
}
begin() {
  ip netns exec there unshare -m -p -f --mount-proc ${program} flows --answer --output json --for 1800 --from ${own[4]},${own[6]} --key-file /${keyFile} >/tmp/arrived 2>/tmp/errors &
  answering=$!
  wait_until '[ $(raw) -ge 3 ]'
  lines=$(dmesg | wc -l)
}
end() {
  sleep 1
  kill -TERM $(cat /proc/$answering/task/$answering/children)
  wait $answering
}
logged() { dmesg | tail -n +$((lines + 1)); }`;

const countsOf = (when: 'before' | 'after', state: DeviceState | 'traffic'): readonly string[] =>
  (['here', 'there'] as const).map(
    (host) => `answer ${countsAnswer(host, when, state)} ${host === 'there' ? 'ip netns exec there ' : ''}sh /counts`,
  );

/** What challenges come to, with the responder and without, and what the kernel counts and says of them. */
const challenged = (state: DeviceState): readonly string[] => [
  `answer ${aloneAnswer(state)} ${flows([rowAddress(0, 4), rowAddress(0, 6)], '--timeout 1')}`,
  'begin',
  ...countsOf('before', state),
  // Silence takes its time, whoever waits for it; what is said may take as long on a busy machine.
  `${flows(peersOf(isSilent), '--answering --at-once 64 --timeout 3')} > /tmp/silent &`,
  'waiting=$!',
  `answer ${seenAnswer(state)} ${flows(
    peersOf((row) => !isSilent(row)),
    '--answering --at-once 8 --timeout 30',
  )}`,
  'wait $waiting',
  `answer ${silentAnswer(state)} cat /tmp/silent`,
  'end',
  ...countsOf('after', state),
  `answer ${arrivedAnswer(state)} cat /tmp/arrived`,
  `answer ${loggedAnswer(state)} logged`,
];

/** The same while datagrams go through every device. */
const challengedInTraffic: readonly string[] = [
  `ip netns exec there ${node} /echo-datagrams.mjs answer ${tunnels.map(({ there }) => there).join(' ')} &`,
  'echoing=$!',
  `wait_until '[ $(there ss --udp --no-header --listening --numeric | grep -c :7777) = ${String(tunnels.length)} ]'`,
  'begin',
  ...countsOf('before', 'traffic'),
  `${node} /echo-datagrams.mjs ask ${tunnels.map(({ there }) => there).join(' ')} >/tmp/datagrams &`,
  'asking=$!',
  `for time in 1 2; do ${flows([rowAddress(0, 4), rowAddress(0, 6)], '--answering --at-once 5 --timeout 30')} > /tmp/seen; done`,
  `answer ${seenAnswer('traffic')} cat /tmp/seen`,
  'kill -TERM $asking; wait $asking',
  `answer ${datagramsAnswer} cat /tmp/datagrams`,
  'kill -TERM $echoing; wait $echoing',
  'end',
  ...countsOf('after', 'traffic'),
  `answer ${arrivedAnswer('traffic')} cat /tmp/arrived`,
  `answer ${loggedAnswer('traffic')} logged`,
];

/** The script that the guest runs. */
export const tunnelScript: string = [
  `chmod 755 ${node}`,
  functions,
  `sed -n '/^counts/,/^}/p' /script > /counts; echo counts >> /counts`,
  ...twoGuestHosts,
  ...challenged('none'),
  ...makeTunnels,
  ...switchTunnels('up'),
  ...challenged('up'),
  ...challengedInTraffic,
  ...switchTunnels('down'),
  ...challenged('down'),
  `answer ${socketsAnswer} sh -c 'ip netns exec there cat /proc/net/raw /proc/net/raw6 | grep -v local_address || true'`,
].join('\n');
