import { guestDevices, makeDevices, removeDevices } from './guest-calico-devices';

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

/** What a script begins with: the bus, udev, and functions that a case is made of. */
export const networkManagerFunctions = `rm -f ${plugins}
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
