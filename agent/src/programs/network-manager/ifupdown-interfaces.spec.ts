import { parseNetworkInterfaces } from '../../parsers/network-interfaces';
import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { ifupdownTakes, namesTakenByIfupdown } from './ifupdown-interfaces';
import { managedDecision } from './managed-decision';
import { mergeConfiguration } from './merge-configuration';

const configured = (...texts: readonly string[]) =>
  mergeConfiguration(
    texts.map((text) => {
      const groups = parseNetworkManagerConf(text);
      if (groups.status !== 'parsed') throw new Error(groups.detail);
      return groups.value;
    }),
  );

describe('the ifupdown plugin', () => {
  it.each<[string, readonly string[], boolean | null]>([
    [
      'takes interfaces as Debian configures it',
      ['[main]\nplugins=ifupdown,keyfile\n[ifupdown]\nmanaged=false\n'],
      true,
    ],
    ['takes them by default', ['[main]\nplugins=keyfile, ifupdown ,\n'], true],
    ['takes none where it is to manage them', ['[main]\nplugins=ifupdown\n[ifupdown]\nmanaged=yes\n'], false],
    ['takes them for a word that is no boolean', ['[main]\nplugins=ifupdown\n[ifupdown]\nmanaged=x\n'], true],
    ['is loaded where no list of plugins is, if the daemon was built with it', ['[ifupdown]\nmanaged=false\n'], null],
    ['is loaded so where the list is empty', ['[main]\nplugins=\n'], null],
    ['takes none where it would be loaded so and is to manage them', ['[ifupdown]\nmanaged=1\n'], false],
    ['takes none where another list is', ['[main]\nplugins=ifupdown\n', '[main]\nplugins=keyfile\n'], false],
    ['takes them where it is added', ['[main]\nplugins=keyfile\n', '[main]\nplugins+=ifupdown\n'], true],
    ['takes none where it is taken away', ['[main]\nplugins=ifupdown,keyfile\n', '[main]\nplugins-=ifupdown\n'], false],
  ])('%s', (_, texts, takes) => {
    expect(ifupdownTakes(configured(...texts), null)).toBe(takes);
    for (const byDefault of [true, false])
      expect(ifupdownTakes(configured(...texts), byDefault)).toBe(takes ?? byDefault);
  });

  it.each<[string, string, readonly string[]]>([
    ['those of stanzas and mappings', 'iface tunl0 inet manual\nmapping eth*\n', ['tunl0', 'eth*']],
    ['none that only start', 'auto tunl0\nallow-hotplug vxlan.calico\n', []],
    ['not lo', 'iface lo inet loopback\n', []],
    [
      'the ports of a bridge and not the bridge',
      'iface br0 inet dhcp\n bridge_ports eth0 eth1\n bridge_ports x\n',
      ['eth0', 'eth1'],
    ],
    ['no patterns of ports', 'iface br0 inet dhcp\n bridge_ports all none regex eth.* noregex eth1\n', ['eth1']],
    ['no ports of what is no bridge', 'iface eth0 inet dhcp\n bridge_ports eth1\n', ['eth0']],
    ['none of a bridge whose stanza has ended', 'iface br0 inet dhcp\nauto x\n bridge_ports eth1\n', []],
  ])('takes %s', (_, text, names) => {
    expect(namesTakenByIfupdown(parseNetworkInterfaces(text))).toEqual(names);
  });

  const tunl0 = { name: 'tunl0', driver: 'ipip', type: 'iptunnel', deviceType: '' };
  const plugins = '[main]\nplugins=ifupdown\n';
  const list = (specs: string): string => `[keyfile]\nunmanaged-devices=${specs}\n`;

  it.each<[string, readonly string[], readonly string[], boolean, boolean | null]>([
    ['leaves a device unmanaged that it takes', [plugins], ['tunl0'], true, false],
    ['does not where it takes another', [plugins], ['tunl1'], true, true],
    ['does not where its name is no pattern', [plugins], ['tunl*'], true, true],
    ['is unknown where nothing shows whether it is loaded', [], ['tunl0'], true, null],
    ['does not where another list is', ['[main]\nplugins=keyfile\n'], ['tunl0'], true, true],
    ['does not take another where nothing shows whether it is loaded', [], ['tunl1'], true, true],
    ['is overruled by an exception of the list', [plugins, list('except:interface-name:tunl0')], ['tunl0'], true, true],
    ['ends a list of nothing but exceptions', [plugins, list('except:interface-name:eth0')], ['eth1'], true, true],
    ['is unknown where not all names are known', [plugins], ['eth0'], false, null],
    ['decides by the names that are known', [plugins], ['tunl0'], false, false],
    ['changes nothing of a device that the list has', [plugins, list('interface-name:tunl*')], [], false, false],
  ])('%s', (_, texts, names, complete, managed) => {
    expect(managedDecision(configured(...texts), { names, complete, byDefault: null })(tunl0, false)).toBe(managed);
  });
});
