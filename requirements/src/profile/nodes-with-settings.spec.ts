import { foundObject, noClusterObjects, unreadableObject } from './cluster-objects';
import { detectNodeProfile } from './detect-profile';
import { nodesWithSettings } from './nodes-with-settings';
import { bgpConfigurations } from './testing/sample-objects';

const list = (...names: readonly string[]) =>
  foundObject({
    apiVersion: 'projectcalico.org/v3',
    kind: 'FelixConfigurationList',
    items: names.map((name, index) => ({
      apiVersion: 'projectcalico.org/v3',
      kind: 'FelixConfiguration',
      metadata: { name },
      spec: { vxlanPort: 4790 + index },
    })),
  });

describe('nodesWithSettings', () => {
  it('names the nodes that have a FelixConfiguration of their own, each once and by name', () => {
    const felixConfigurations = list('default', 'node.b', 'node.a', 'node.a', 'node.', 'nodes');

    expect(nodesWithSettings({ ...noClusterObjects, felixConfigurations }).map(({ node }) => node)).toEqual(['a', 'b']);
  });

  it('names those that have a BGPConfiguration of their own as well, with what both kinds say', () => {
    const objects = {
      ...noClusterObjects,
      felixConfigurations: list('default', 'node.a', 'node.b'),
      bgpConfigurations: bgpConfigurations({ 'node.b': { listenPort: 1179 }, 'node.c': { listenPort: 2179 }, x: {} }),
    };
    const found = nodesWithSettings(objects);

    expect(found.map(({ node }) => node)).toEqual(['a', 'b', 'c']);
    for (const { node, objects: own } of found)
      expect(detectNodeProfile(own, node)).toEqual(detectNodeProfile(objects, node));
    expect(found.map(({ node, objects: own }) => detectNodeProfile(own, node).ports.value)).toMatchObject([
      { bgp: 179, vxlan: 4791 },
      { bgp: 1179, vxlan: 4792 },
      { bgp: 2179, vxlan: 4790 },
    ]);
  });

  it('gives each node objects that tell its profile as all objects do', () => {
    const objects = { ...noClusterObjects, felixConfigurations: list('default', 'node.a', 'node.b', 'node.b') };
    for (const { node, objects: own } of nodesWithSettings(objects))
      expect(detectNodeProfile(own, node)).toEqual(detectNodeProfile(objects, node));

    expect(detectNodeProfile(objects, 'a').ports.value.vxlan).toBe(4791);
  });

  it.each([noClusterObjects.felixConfigurations, unreadableObject('forbidden'), foundObject('x')])(
    'names none where the list says none: %j',
    (felixConfigurations) => {
      expect(nodesWithSettings({ ...noClusterObjects, felixConfigurations })).toEqual([]);
    },
  );
});
