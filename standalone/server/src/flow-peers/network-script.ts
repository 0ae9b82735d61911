import { closedPeer, type PeerWorld } from './peer-world';

/** The descriptor by which the script knows the network of this machine. */
const outsideDescriptor = 3;

/** What the closed peer drops: everything but Typha's port. */
const firewall = [
  'add table inet firewall',
  'add chain inet firewall input { type filter hook input priority 0; }',
  'add rule inet firewall input tcp dport 179 drop',
  'add rule inet firewall input meta l4proto 4 drop',
  'add rule inet firewall input udp dport { 4789, 51820 } drop',
];

const addressOf = ({ addresses }: { readonly addresses: { readonly IPv4?: string } }): string => addresses.IPv4 ?? '';

/** What runs in a peer's own namespaces: waits for its cable, and becomes the program that answers. */
const insidePeer = (peer: PeerWorld['peers'][number]): readonly string[] => [
  'set -e',
  'ip link set lo up',
  'until ip link show cable > /dev/null 2>&1; do sleep 0.05; done',
  `ip address add ${addressOf(peer)}/28 dev cable`,
  'ip link set cable up',
  ...(peer.name === closedPeer ? firewall.map((rule) => `nft '${rule}'`) : []),
  `exec "$NODE" "$PROGRAM" ${peer.name} <&4 4<&-`,
];

/**
 * Lines for a shell that is the first process of namespaces of its own: they hold a bridge, and each peer has namespaces
 * below them. The device `device` of this machine is one end of a cable to the bridge. Nothing has a name anywhere, so
 * that all of it goes with the shell, however that ends; it ends when its standard input does, which is when who holds
 * the other end ends, by a signal too.
 */
export const networkScript = ({ self, peers }: PeerWorld, device: string): string =>
  [
    'set -e',
    'exec 4<&0',
    `outside() { nsenter --net=/proc/self/fd/${outsideDescriptor} "$@"; }`,
    'ip link set lo up',
    'ip link add bridge type bridge',
    'ip link set bridge up',
    `outside ip link add ${device} type veth peer name outside netns $$`,
    'ip link set outside master bridge up',
    `outside ip address add ${addressOf(self)}/28 dev ${device}`,
    `outside ip link set ${device} up`,
    ...peers.flatMap((_peer, index) => [
      `unshare --net --mount --pid --fork --mount-proc --kill-child sh -c "$PEER_${index}" ${outsideDescriptor}<&- &`,
      'until [ "$(readlink /proc/$!/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done',
      `ip link add port${index} type veth peer name cable netns $!`,
      `ip link set port${index} master bridge up`,
    ]),
    // The end of the standard input, which nobody writes to. The programs of the peers make it one that does not block.
    'until cat <&4 > /dev/null 2>&1; do sleep 0.2; done',
    'rm -rf "$DIRECTORY"',
  ].join('\n');

/** The same for each peer, as the script finds them in its environment. */
export const peerScripts = ({ peers }: PeerWorld): Readonly<Record<string, string>> =>
  Object.fromEntries(peers.map((peer, index) => [`PEER_${index}`, insidePeer(peer).join('\n')]));
