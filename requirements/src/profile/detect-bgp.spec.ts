import { foundObject, unreadableObject } from './cluster-objects';
import { detectProfile } from './detect-profile';
import { installation, objectsOf } from './testing/sample-objects';

const field = 'Installation default spec.calicoNetwork.bgp';
const bgpOf = (object: ReturnType<typeof installation>) => detectProfile(objectsOf({ installation: object })).bgp;

describe('BGP', () => {
  it.each([
    ['Enabled', { bgp: 'Enabled' }, {}, true, field],
    ['Disabled', { bgp: 'Disabled' }, {}, false, field],
    ['left out', {}, {}, true, `${field} is not set`],
    [
      "left out, with Calico's plugin",
      {},
      { cni: { type: 'Calico' }, kubernetesProvider: 'OpenShift' },
      true,
      `${field} is not set`,
    ],
    [
      'left out, with another plugin',
      {},
      { cni: { type: 'AmazonVPC' } },
      false,
      `${field} is not set; Installation default spec.cni.type`,
    ],
    [
      "left out, with Calico's plugin on EKS",
      {},
      { cni: { type: 'Calico' }, kubernetesProvider: 'EKS' },
      false,
      `${field} is not set; Installation default spec.kubernetesProvider`,
    ],
    [
      'left out, with AKS and its plugin',
      {},
      { kubernetesProvider: 'AKS' },
      false,
      `${field} is not set; Installation default spec.kubernetesProvider`,
    ],
    [
      "left out, with Calico's plugin on AKS",
      {},
      { cni: { type: 'Calico' }, kubernetesProvider: 'AKS' },
      true,
      `${field} is not set`,
    ],
    ['Enabled with another plugin', { bgp: 'Enabled' }, { cni: { type: 'AmazonVPC' } }, true, field],
  ])('%s', (_, calicoNetwork, spec, value, from) =>
    expect(bgpOf(installation(calicoNetwork, spec))).toEqual({ value, source: 'detected', from }),
  );

  it('is on with an Installation that leaves calicoNetwork out', () =>
    expect(
      bgpOf(
        foundObject({
          apiVersion: 'operator.tigera.io/v1',
          kind: 'Installation',
          metadata: { name: 'default' },
          spec: {},
        }),
      ).value,
    ).toBe(true));

  it.each([
    ['a word that it does not know', installation({ bgp: 'enabled' }), `${field} has an unknown value`],
    [
      'a plugin that is no text',
      installation({}, { cni: { type: 7 } }),
      `${field} is not set; Installation default spec.cni.type has an unknown value`,
    ],
    [
      'an Installation that may not be read',
      unreadableObject('forbidden'),
      'Installation default cannot be read: forbidden',
    ],
  ])('is defaulted with %s', (_, object, why) =>
    expect(bgpOf(object)).toEqual({ value: true, source: 'defaulted', from: `default of Calico v3.25; ${why}` }),
  );
});
