/** Pod interfaces in the guest; other names than those that the agent tries. */
const guestPods = ['cali0123456789a', 'cali7b6c5d4e3f2', 'calif9e8d7c6b5a'] as const;
const tunnels = ['tunl0', 'vxlan.calico', 'vxlan-v6.calico', 'wireguard.cali', 'wg-v6.cali'] as const;
/** Every device of Calico that the guest has. */
export const guestDevices: readonly string[] = [...guestPods, ...tunnels];

/** Lines for sh. They also put right what a daemon did to devices that are there. */
export const makeDevices = [
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

/** Lines for sh that take away what can be made anew. */
export const removeDevices = [
  'made=',
  ...guestDevices.filter((name) => name !== 'tunl0').map((name) => `ip link del ${name} 2>/dev/null`),
  'rmmod ipip 2>/dev/null',
];
