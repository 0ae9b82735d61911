import type { ClusterObjects } from './cluster-objects';
import { unreadableObject } from './cluster-objects';
import { detectProfile } from './detect-profile';
import { installation, networkConfig, networkOperator, objectsOf, pools } from './testing/sample-objects';

const v4 = { cidr: '10.128.0.0/14', hostPrefix: 23 };
const v6 = { cidr: 'fd01::/48', hostPrefix: 64 };
const networks = (...clusterNetwork: readonly unknown[]) => ({ clusterNetwork });
const status = 'Network.config cluster status.clusterNetwork';
const spec = 'Network.config cluster spec.clusterNetwork';

describe('the IP families', () => {
  it.each<[string, Partial<ClusterObjects>, readonly string[], string]>([
    ['IPv4', { networkConfig: networkConfig(networks(v4), networks(v4)) }, ['IPv4'], status],
    ['IPv6', { networkConfig: networkConfig(networks(v6), networks(v6)) }, ['IPv6'], status],
    ['both', { networkConfig: networkConfig(networks(v4, v6), networks(v4, v6)) }, ['IPv4', 'IPv6'], status],
    [
      'both, IPv6 first',
      { networkConfig: networkConfig(networks(v6, v4), networks(v6, v4)) },
      ['IPv4', 'IPv6'],
      status,
    ],
    [
      'what is in effect, not what is wanted',
      { networkConfig: networkConfig(networks(v4, v6), networks(v4)) },
      ['IPv4'],
      status,
    ],
    [
      'what is wanted before anything is in effect',
      { networkConfig: networkConfig(networks(v4, v6)) },
      ['IPv4', 'IPv6'],
      spec,
    ],
    ['an empty list in effect', { networkConfig: networkConfig(networks(v6), networks()) }, ['IPv6'], spec],
    [
      'a malformed network in effect',
      { networkConfig: networkConfig(networks(v6), networks(v4, { cidr: '10.128.0.0' })) },
      ['IPv6'],
      spec,
    ],
    [
      'the operator where the configuration may not be read',
      { networkConfig: unreadableObject('forbidden'), networkOperator: networkOperator(networks(v6)) },
      ['IPv6'],
      'Network.operator cluster spec.clusterNetwork',
    ],
    [
      'the pools of a cluster that is not OpenShift',
      { ipPools: pools({ a: { cidr: '192.168.0.0/16' }, b: { cidr: 'fd00:10:244::/64', disabled: true } }) },
      ['IPv4', 'IPv6'],
      'IPPool a, IPPool b',
    ],
    [
      'the pools that the Installation plans',
      { installation: installation({ ipPools: [{ cidr: 'fd00:10:244::/64' }] }) },
      ['IPv6'],
      'Installation default spec.calicoNetwork.ipPools; IPPool does not exist',
    ],
  ])('%s', (_, objects, value, from) =>
    expect(detectProfile(objectsOf(objects)).ipFamilies).toEqual({ value, source: 'detected', from }),
  );

  it.each<[string, Partial<ClusterObjects>]>([
    ['nothing', {}],
    ['no list', { networkConfig: networkConfig({ clusterNetwork: 'fd01::/48' }) }],
    ['a network that is a text', { networkConfig: networkConfig(networks('fd01::/48')) }],
    ['a malformed pool', { ipPools: pools({ a: { cidr: 'fd01::/48' }, b: { cidr: 'fd01' } }) }],
  ])('are defaulted with %s', (_, objects) =>
    expect(detectProfile(objectsOf(objects)).ipFamilies).toMatchObject({ value: ['IPv4'], source: 'defaulted' }),
  );
});
