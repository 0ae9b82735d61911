import fc from 'fast-check';
import { defaultProfileValues } from '../../model/profile-defaults';
import type { CalicoMtu, ProfileValues } from '../../model/profile-values';
import type { FlowKey } from '../../model/traffic/flow';
import { flowKeys } from '../../model/traffic/flow';
import { devicePattern } from './device-pattern';
import type { HostDevice } from './host-mtu';
import { countsForSize, packetSize } from './packet-size';

const up = (name: string, mtu: number): HostDevice => ({ name, mtu, running: true });
const down = (name: string, mtu: number): HostDevice => ({ name, mtu, running: false });
const profileOf = (changed: Partial<ProfileValues>): ProfileValues => ({ ...defaultProfileValues, ...changed });
const bothTunnels = { ipip: 'always', vxlan: { IPv4: 'always', IPv6: 'always' } } as const;
const sizeOf = (
  flow: FlowKey,
  changed: Partial<ProfileValues>,
  devices: readonly HostDevice[],
  tunnels: Parameters<typeof packetSize>[2] = undefined,
): number | undefined => packetSize(flow, profileOf(changed), tunnels, devices);

const vxlan = { encapsulation: ['VXLAN'] } as const;
const dual = { ...vxlan, ipFamilies: ['IPv4', 'IPv6'] } as const;
const ethernet = [up('lo', 65_536), up('eth0', 1500), up('cali0123456789a', 1400)];

describe('the largest packet that Calico would send', () => {
  it.each<[string, FlowKey, Partial<ProfileValues>, readonly HostDevice[], number | undefined]>([
    ['fills the device where nothing is set', 'ipip-IPv4-large', {}, ethernet, 1500],
    ['fills it with VXLAN', 'vxlan-IPv4-large', vxlan, ethernet, 1500],
    ['fills it with VXLAN over IPv6', 'vxlan-IPv6-large', { ...vxlan, ipFamilies: ['IPv6'] }, ethernet, 1500],
    ['fills it with WireGuard', 'wireguard-IPv4-large', { encapsulation: [], wireguard: true }, ethernet, 1500],
    ['is that of the smallest device', 'ipip-IPv4-large', {}, [up('ens3', 9000), up('ens4', 1500)], 1500],
    ['passes over devices of other names', 'ipip-IPv4-large', {}, [up('br-ex', 1400), up('ens3', 9000)], 9000],
    ['is 1460 where no device has such a name', 'ipip-IPv4-large', {}, [up('bond0', 9000)], 1460],
    ['counts what is down in an early release', 'ipip-IPv4-large', {}, [up('ens3', 9000), down('ens4', 1500)], 1500],
    [
      'passes over what is down in a later one',
      'ipip-IPv4-large',
      { calicoVersion: 'v3.28' },
      [up('ens3', 9000), down('ens4', 1500)],
      9000,
    ],
    ['knows enP1s0 only later', 'ipip-IPv4-large', {}, [up('enP1s0', 9000)], 1460],
    ['and does then', 'ipip-IPv4-large', { calicoVersion: 'v3.27' }, [up('enP1s0', 9000)], 9000],
    ['is no larger than pods are told', 'vxlan-IPv4-large', { ...vxlan, mtu: { pods: 1300 } }, ethernet, 1350],
    ['may be larger than the device', 'vxlan-IPv4-large', { ...vxlan, mtu: { pods: 8900 } }, ethernet, 8950],
    ['is what Felix is told', 'vxlan-IPv4-large', { ...vxlan, mtu: { vxlan: 1410 } }, ethernet, 1460],
    [
      'is the smallest of all tunnels for pods',
      'ipip-IPv4-large',
      { encapsulation: ['IPIP', 'VXLAN'] },
      ethernet,
      1500 - 50 + 20,
    ],
    ['is smaller where WireGuard is on', 'vxlan-IPv4-large', { ...vxlan, wireguard: true }, ethernet, 1500 - 60 + 50],
    [
      'takes no more than the device of the tunnel that is there',
      'vxlan-IPv4-large',
      vxlan,
      [...ethernet, up('vxlan.calico', 1380)],
      1430,
    ],
    [
      'does not mind one that is down',
      'ipip-IPv4-large',
      {},
      [...ethernet, down('tunl0', 1480), up('ens9', 9000)],
      1500,
    ],
    ['follows another pattern', 'ipip-IPv4-large', { mtu: { interfacePattern: '^bond.*' } }, [up('bond0', 9000)], 9000],
    [
      'is Unknown for a pattern of Go',
      'ipip-IPv4-large',
      { mtu: { interfacePattern: '(?i)ETH.*' } },
      ethernet,
      undefined,
    ],
    ['is none over TCP', 'bgp-IPv4', {}, ethernet, undefined],
  ])('%s', (_, flow, changed, devices, size) => {
    expect(sizeOf(flow, changed, devices)).toBe(size);
  });

  it('is that of IPv4 where the pools have VXLAN in one family, and smaller where they may have it in both', () => {
    const onlyIpv4 = { ...bothTunnels, vxlan: { IPv4: 'always', IPv6: 'never' } } as const;
    expect(sizeOf('vxlan-IPv4-large', dual, ethernet, onlyIpv4)).toBe(1500);
    expect(sizeOf('vxlan-IPv4-large', dual, ethernet, bothTunnels)).toBe(1480);
    expect(sizeOf('vxlan-IPv4-large', dual, ethernet)).toBe(1480);
  });

  it('never fills more than the host’s network where nothing is set', () => {
    const device = fc.record({
      name: fc.constantFrom('eth0', 'ens3', 'enp2s0', 'bond0', 'tunl0', 'vxlan.calico', 'lo'),
      mtu: fc.integer({ min: 1280, max: 9216 }),
      running: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(device), fc.constantFrom(...flowKeys), fc.boolean(), (devices, flow, wireguard) => {
        const size = sizeOf(flow, { ...dual, encapsulation: ['IPIP', 'VXLAN'], wireguard }, devices) ?? 0;
        const looked = devices.filter(({ name }) => /^(eth|en)/.test(name)).map(({ mtu }) => mtu);
        expect(size).toBeLessThanOrEqual(looked.length === 0 ? 1460 : Math.min(...looked));
      }),
    );
  });
});

describe('the devices that count', () => {
  it('are those of the pattern, and of Calico’s tunnels', () => {
    const names = ['eth0', 'ens3', 'bond0', 'tunl0', 'vxlan.calico', 'wg-v6.cali', 'cali0123456789a', 'lo'];
    const counts = (mtu: CalicoMtu) => names.filter((name) => countsForSize(name, profileOf({ mtu })));
    expect(counts({})).toEqual(['eth0', 'ens3', 'tunl0', 'vxlan.calico', 'wg-v6.cali']);
    expect(counts({ interfacePattern: 'bond' })).toEqual(['bond0', 'tunl0', 'vxlan.calico', 'wg-v6.cali']);
  });

  it.each([
    ['^((en|wl|ww|sl|ib)[Pcopsvx].*|(eth|wlan|wwan).*)', 'ens3'],
    ['^((en|wl|ww|sl|ib)[PcopsvxX].*|(eth|wlan|wwan).*)', 'enX0'],
    ['enX.*', 'enX0'],
    ['^(en.*|eth.*|bond.*)', 'bond0'],
    ['eth0', 'eth0'],
    ['^ens[0-9]+$', 'ens10'],
    ['^eth0\\.100$', 'eth0.100'],
  ])('are told by the pattern %s', (pattern, name) => {
    expect(devicePattern('v3.25', pattern)?.test(name)).toBe(true);
    expect(devicePattern('v3.25', pattern)?.test('docker0')).toBe(false);
  });

  it.each([
    '(?i)eth',
    '(a+)+b',
    '[[:alpha:]]+',
    '\\pN',
    'a{1,2}',
    '(',
    '[^e]th',
    'a**',
    `${'a*'.repeat(9)}b`,
    'x'.repeat(201),
  ])('are Unknown by %s', (pattern) => {
    expect(devicePattern('v3.25', pattern)).toBeUndefined();
  });

  it('are told of any pattern within few steps', () => {
    const piece = fc.constantFrom('a', '.', '*', '+', '?', '(', ')', '|', '[a-z]', '^', '$', '-', '_', '\\.');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => devicePattern('v3.25', pieces.join(''))?.test('aaaaaaaaaaaaaa!')).not.toThrow();
      }),
    );
  });
});
