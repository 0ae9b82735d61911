import type { Device } from '../../src/programs/calico-devices';
import { calicoDevices } from '../../src/programs/calico-devices';

const pods = calicoDevices['cali*'];

/** Names that pod interfaces do not have and that patterns for them may match nevertheless, and shorter ones. */
const nearPods = ['cali0123456789a', 'calid0e1f2', 'cali1', 'calico0', 'xcali0', 'CALI2'].map((name) => veth(name));

function veth(name: string): Device {
  return { name, driver: 'veth', type: 'ethernet', deviceType: '' };
}

/** Stands where the kernel has no such type, and is judged as what it is. */
const bridge = (name: string): Device => ({ name, driver: 'bridge', type: 'bridge', deviceType: 'bridge' });

/** The devices to try, by name: the first one that the kernel can make is made. */
const candidates: readonly (readonly [device: Device, type: string])[] = [
  ...calicoDevices['vxlan.calico'].map((device) => [device, 'vxlan id 4096 dstport 4789 local 127.0.0.1'] as const),
  ...calicoDevices['vxlan-v6.calico'].map((device) => [device, 'vxlan id 4097 dstport 4790 local ::1'] as const),
  ...(['tunl0', 'wireguard.cali', 'wg-v6.cali'] as const).flatMap((name) =>
    [...calicoDevices[name], bridge(name)].map((device) => [device, device.driver] as const),
  ),
];

const veths = [...pods, ...nearPods];

const described = [...veths, ...candidates.map(([device]) => device)];

/** The names of all devices that are made. */
export const linkNames: readonly string[] = [...new Set(described.map(({ name }) => name))];

/** The device of a name as match specifications see it, once it is known which type it has. */
export const deviceMade = (name: string, driver: string): Device | undefined =>
  described.find((device) => device.name === name && device.driver === driver);

/** Every second veth is the peer of the one before it. */
const pairs = veths.flatMap(({ name }, index) => {
  const peer = veths[index + 1];
  return index % 2 === 0 && peer !== undefined ? [`link add ${name} type veth peer name ${peer.name}`] : [];
});

/** For `ip -batch -force`: makes the devices and brings them up with an address, without which the daemon would wait for it. */
export const linkBatch = [
  ...pairs,
  ...candidates.map(([{ name }, type]) => `link add ${name} type ${type}`),
  ...linkNames.map((name, index) => `addr add 10.9.9.${String(index + 1)}/32 dev ${name}`),
  ...linkNames.map((name) => `link set ${name} up`),
  '',
].join('\n');
