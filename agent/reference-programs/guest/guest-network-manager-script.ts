import type { GuestCase } from './guest-script';
import { placeOfCase } from './guest-script';

/** A configuration of NetworkManager and udev. */
export interface NetworkManagerCase extends GuestCase {
  /** What is asked, for the message of a difference. */
  readonly name: string;
  /** Whether the devices are there before the daemon starts, or are made while it runs, as Felix makes them. */
  readonly devices: 'before' | 'after';
}

/** Names of answers: every object of the daemon, and the databases that it and udev leave below /run. */
export const objectsAnswer = (index: number): string => `objects-${index}`;
export const filesAnswer = (index: number): string => `files-${index}`;
export const addressesAnswer = (index: number): string => `addresses-${index}`;

/** Pod interfaces in the guest; other names than those that the agent tries. */
export const guestPods = ['cali0123456789a', 'cali7b6c5d4e3f2', 'calif9e8d7c6b5a'] as const;
const tunnels = ['tunl0', 'vxlan.calico', 'vxlan-v6.calico', 'wireguard.cali', 'wg-v6.cali'] as const;
export const guestDevices: readonly string[] = [...guestPods, ...tunnels];

/** Also puts right what a daemon did to devices that are there. */
const makeDevices = [
  'modprobe ipip',
  '[ -e /sys/class/net/vxlan.calico ] && made=1 || made=',
  '[ $made ] || ip link add vxlan.calico type vxlan id 4096 dstport 4789 dev lo local 127.0.0.1',
  '[ $made ] || ip link add vxlan-v6.calico type vxlan id 4097 dstport 4790 dev lo local ::1',
  '[ $made ] || ip link add wireguard.cali type wireguard',
  '[ $made ] || ip link add wg-v6.cali type wireguard',
  ...guestPods.map(
    (name) =>
      `[ $made ] || { ip link add ${name} type veth peer name ${name} netns pods; ip -n pods link set ${name} up; }`,
  ),
  ...tunnels.map((name, index) =>
    name.includes('v6')
      ? `ip addr replace fd00::${index}/128 dev ${name} nodad`
      : `ip addr replace 10.9.0.${index + 1}/32 dev ${name}`,
  ),
  ...guestDevices.map((name) => `ip link set ${name} up`),
  'made=1',
];

const removeDevices = [
  'made=',
  ...guestDevices.filter((name) => name !== 'tunl0').map((name) => `ip link del ${name} 2>/dev/null`),
  'rmmod ipip 2>/dev/null',
];

const daemon = 'org.freedesktop.NetworkManager';
/** What the files of a case may replace. */
const replaced = [
  'etc/NetworkManager',
  'run/NetworkManager',
  'usr/lib/NetworkManager/conf.d',
  'usr/lib/udev/rules.d',
  'etc/udev/rules.d',
  'var/lib/NetworkManager',
];

/** Kinds of devices that the guest does not have; loading these takes longer than all else. */
const plugins = '/usr/lib/*/NetworkManager/*/libnm-device-plugin-*';

const functions = `rm -f ${plugins}
mkdir -p /stock /run/dbus /run/udev /run/netns /etc/udev/rules.d /usr/lib/NetworkManager/conf.d /var/lib/NetworkManager
for path in ${replaced.join(' ')}; do
  mkdir -p /stock/$path /$path
  cp -a /$path/. /stock/$path
done
rm -rf /var/run
ln -s /run /var/run
ip link set lo up
ip netns add pods
modprobe wireguard
/usr/lib/systemd/systemd-udevd --daemon
udevadm trigger --action=add --subsystem-match=net --settle
dbus-daemon --system --fork
make_devices() {
${makeDevices.map((line) => `  ${line}`).join('\n')}
}
remove_devices() {
${removeDevices.map((line) => `  ${line}`).join('\n')}
}
objects() {
  busctl --json=short call ${daemon} /org/freedesktop org.freedesktop.DBus.ObjectManager GetManagedObjects 2>&1
}
settings() {
  for path in ${replaced.join(' ')}; do
    rm -rf /$path
    mkdir -p /$path
    cp -a /stock/$path/. /$path
  done
  cp -a "/$1/." /
  udevadm control --reload
  [ $made ] && udevadm trigger --action=add --subsystem-match=net --settle
}
start() {
  NetworkManager --debug >/dev/null 2>&1 &
  network_manager=$!
  tries=0
  while [ $tries -lt 15 ] && kill -0 $network_manager && ! busctl get-property ${daemon} /org/freedesktop/NetworkManager ${daemon} Startup | grep -q false; do
    tries=$((tries + 1))
    sleep 0.4
  done
  # It waits for the leases of devices that it manages, which nobody gives.
  [ $tries -lt 15 ] || settle
}
# Until udev is done and the daemon says the same of all devices twice.
settle() {
  udevadm settle
  same=0
  said=
  tries=0
  while [ $same -lt 1 ] && [ $tries -lt 60 ] && kill -0 $network_manager; do
    says=$(objects | grep -o '"\\(Managed\\|State\\|Interface\\)":{"type":"[a-z]*","data":[^}]*}' | tr '\\n' ' ')
    case "$says" in
      *wg-v6.cali*) if [ "$says" = "$said" ]; then same=$((same + 1)); else same=0; fi ;;
    esac
    said=$says
    tries=$((tries + 1))
    sleep 0.5
  done
}
stop() {
  kill $network_manager
  while kill -0 $network_manager; do sleep 0.1; done
}
left_behind() {
  for name in ${guestDevices.join(' ')}; do
    index=$(cat /sys/class/net/$name/ifindex)
    for path in sys/class/net/$name/ifindex sys/class/net/$name/flags run/NetworkManager/devices/$index run/udev/data/n$index; do
      if [ -e /$path ]; then echo "file $path"; sed 's/^/ /' /$path; fi
    done
  done
}`;

/** Starts the daemon anew for each case; once it calls its start complete, it has judged the devices that were there. With udev's rules applied to all devices. Devices that may be there already stay. */
export function networkManagerScript(cases: readonly NetworkManagerCase[]): string {
  return [
    functions,
    ...cases.flatMap(({ devices }, index) => [
      ...(devices === 'before' ? [] : ['remove_devices']),
      `settings ${placeOfCase(index)}`,
      ...(devices === 'before' ? ['make_devices', 'start'] : ['start', 'make_devices']),
      ...(devices === 'before' ? [] : ['settle']),
      `answer ${objectsAnswer(index)} objects`,
      `answer ${filesAnswer(index)} left_behind`,
      `answer ${addressesAnswer(index)} ip -oneline addr`,
      'stop',
    ]),
  ].join('\n');
}
