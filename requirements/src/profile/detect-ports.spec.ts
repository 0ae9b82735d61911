import { defaultProfileValues } from '../model/profile-defaults';
import { unreadableObject } from './cluster-objects';
import { detectNodeProfile, detectProfile } from './detect-profile';
import { bgpConfiguration, bgpConfigurations, felix, objectsOf } from './testing/sample-objects';

const { ports } = defaultProfileValues;

describe('the ports', () => {
  it.each([
    [
      'BGP',
      { bgpConfiguration: bgpConfiguration({ listenPort: 1179 }) },
      { bgp: 1179 },
      'BGPConfiguration default spec.listenPort',
    ],
    [
      'VXLAN',
      { felixConfigurations: felix({ default: { vxlanPort: 8472 } }) },
      { vxlan: 8472 },
      'FelixConfiguration default spec.vxlanPort',
    ],
    [
      'WireGuard',
      { felixConfigurations: felix({ default: { wireguardListeningPort: 51830, wireguardListeningPortV6: 51831 } }) },
      { wireguard: 51830, wireguardV6: 51831 },
      'FelixConfiguration default spec.wireguardListeningPort; FelixConfiguration default spec.wireguardListeningPortV6',
    ],
    [
      'Felix’s health, which Calico’s operator writes down',
      { felixConfigurations: felix({ default: { healthPort: 9199 } }) },
      { felixHealth: 9199 },
      'FelixConfiguration default spec.healthPort',
    ],
    [
      'VXLAN, while that of BGP may not be read',
      { bgpConfiguration: unreadableObject('forbidden'), felixConfigurations: felix({ default: { vxlanPort: 8472 } }) },
      { vxlan: 8472 },
      'FelixConfiguration default spec.vxlanPort; BGPConfiguration default cannot be read: forbidden',
    ],
  ])('of %s are detected', (_, objects, changed, from) =>
    expect(detectProfile(objectsOf(objects)).ports).toEqual({
      value: { ...ports, ...changed },
      source: 'detected',
      from,
    }),
  );

  it('are those of the node', () => {
    const objects = objectsOf({
      felixConfigurations: felix({ default: { vxlanPort: 8472 }, 'node.a': { vxlanPort: 4790 } }),
    });
    expect(detectNodeProfile(objects, 'a').ports.value.vxlan).toBe(4790);
    expect(detectNodeProfile(objects, 'b').ports.value.vxlan).toBe(8472);
  });

  it.each([
    ['its own', { listenPort: 2179 }, 2179, 'BGPConfiguration node.a spec.listenPort'],
    ['that of all, where its own object sets none', { logSeverityScreen: 'Debug' }, 1179, undefined],
    ['the default, where its own cannot be understood', { listenPort: 'bgp' }, 179, undefined],
  ])('of BGP are those of the node: %s', (_, spec, port, from) => {
    const objects = objectsOf({
      bgpConfiguration: bgpConfiguration({ listenPort: 1179 }),
      bgpConfigurations: bgpConfigurations({ default: { listenPort: 1179 }, 'node.a': spec }),
    });
    const own = detectNodeProfile(objects, 'a').ports;
    expect(own.value.bgp).toBe(port);
    if (from !== undefined) expect(own.from).toBe(from);
    expect(detectNodeProfile(objects, 'b').ports.value.bgp).toBe(1179);
    expect(detectProfile(objects).ports.value.bgp).toBe(1179);
  });

  it('of BGP are those of all nodes while the list of BGPConfigurations may not be read', () => {
    const objects = objectsOf({
      bgpConfiguration: bgpConfiguration({ listenPort: 1179 }),
      bgpConfigurations: unreadableObject('forbidden'),
    });
    expect(detectNodeProfile(objects, 'a').ports.value.bgp).toBe(1179);
  });

  it.each([0, -1, 65_536, 179.5, '179', null, [179], Number.NaN])('are not %j', (listenPort) =>
    expect(detectProfile(objectsOf({ bgpConfiguration: bgpConfiguration({ listenPort }) })).ports).toMatchObject({
      value: ports,
      source: 'defaulted',
    }),
  );
});
