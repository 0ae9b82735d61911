import { unreadableObject } from './cluster-objects';
import { detectNodeProfile, detectProfile } from './detect-profile';
import { felix, objectsOf } from './testing/sample-objects';

const v4 = 'FelixConfiguration default spec.wireguardEnabled';
const v6 = 'FelixConfiguration default spec.wireguardEnabledV6';
const wireguardOf = (spec: Record<string, unknown>) =>
  detectProfile(objectsOf({ felixConfigurations: felix({ default: spec }) })).wireguard;

describe('WireGuard', () => {
  it.each([
    ['IPv4', { wireguardEnabled: true }, true, v4],
    ['IPv6', { wireguardEnabled: false, wireguardEnabledV6: true }, true, v6],
    ['both', { wireguardEnabled: true, wireguardEnabledV6: true }, true, `${v4}; ${v6}`],
    ['IPv4, beside a malformed value', { wireguardEnabled: true, wireguardEnabledV6: 'no' }, true, v4],
    ['neither', { wireguardEnabled: false }, false, `${v4}; ${v6} is not set`],
    ['nothing', {}, false, `${v4} is not set; ${v6} is not set`],
  ])('with %s switched on', (_, spec, value, from) =>
    expect(wireguardOf(spec)).toEqual({ value, source: 'detected', from }),
  );

  it('is defaulted where Felix has no configuration, or none that can be understood', () => {
    expect(wireguardOf({ wireguardEnabled: 'true' })).toEqual({
      value: false,
      source: 'defaulted',
      from: `default of Calico v3.25; ${v4} has an unknown value; ${v6} is not set`,
    });
    expect(detectProfile(objectsOf({ felixConfigurations: unreadableObject('forbidden') })).wireguard.source).toBe(
      'defaulted',
    );
    expect(detectProfile(objectsOf({ felixConfigurations: felix({}) })).wireguard.source).toBe('defaulted');
  });

  it('can be off on one node', () => {
    const objects = objectsOf({
      felixConfigurations: felix({ default: { wireguardEnabled: true }, 'node.a': { wireguardEnabled: false } }),
    });
    expect(detectNodeProfile(objects, 'a').wireguard.value).toBe(false);
    expect(detectNodeProfile(objects, 'b').wireguard.value).toBe(true);
  });
});
