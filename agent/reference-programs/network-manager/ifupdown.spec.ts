import fc from 'fast-check';
import type { HostTree } from '../../test/temporary-host';
import { removeTemporaryHosts } from '../../test/temporary-host';
import { compareWithDaemon } from './network-manager-comparison';

afterAll(removeTemporaryHosts);

const debian: HostTree = {
  'etc/NetworkManager/conf.d/plugins.conf': '[main]\nplugins=ifupdown,keyfile\n[ifupdown]\nmanaged=false\n',
};
const interfaces = (text: string, more: HostTree = {}): HostTree => ({
  ...debian,
  'etc/network/interfaces': text,
  ...more,
});
const configured = (text: string): HostTree => ({
  'etc/NetworkManager/conf.d/plugins.conf': text,
  'etc/network/interfaces': 'iface vxlan.calico inet manual\n',
});
/** Beside the others, as Debian's package has it: the daemon was built with it. */
const builtIn: HostTree = {
  'usr/lib/x86_64-linux-gnu/NetworkManager/1.42.4/libnm-settings-plugin-ifupdown.so': '',
};
const iface = (name: string): string => `iface ${name} inet manual\n`;

describe("NetworkManager's ifupdown plugin", () => {
  it.each<[string, HostTree]>([
    ['a stanza', interfaces(iface('vxlan.calico'))],
    ['a name that only starts', interfaces('auto vxlan.calico\nallow-hotplug tunl0\n')],
    ['a mapping', interfaces('mapping vxlan.calico\n  script /bin/true\n')],
    ['a mapping of two', interfaces('mapping vxlan.calico tunl0\n')],
    ['a pattern, which is none', interfaces(iface('cali*'))],
    ['too few words', interfaces('iface vxlan.calico inet\n')],
    ["a bridge's ports", interfaces('iface br0 inet manual\n  bridge_ports vxlan.calico cali1\n')],
    ['a bridge by its name', interfaces(iface('br-calico'))],
    ['too long a line', interfaces(`iface vxlan.calico inet manual ${'x'.repeat(222)}\n`)],
    ['the longest line', interfaces(`iface vxlan.calico inet manual ${'x'.repeat(253 - 31)}`)],
    ['the longest line that is taken', interfaces(`iface vxlan.calico inet manual ${'x'.repeat(253 - 32)}\n`)],
    ['continued lines', interfaces('iface \\\nvxlan.calico inet man\\\nual\n# a \\\niface cali1 inet manual\n')],
    ['a line that never ends', interfaces('iface vxlan.calico inet manual \\')],
    [
      'files by a pattern',
      interfaces('source /etc/network/interfaces.d/*\n', {
        'etc/network/interfaces.d/a.dpkg-old': iface('vxlan.calico'),
        'etc/network/interfaces.d/.b': iface('cali1'),
      }),
    ],
    [
      'files in a directory',
      interfaces('source-directory interfaces.d\n', {
        'etc/network/interfaces.d/a.dpkg-old': iface('vxlan.calico'),
        'etc/network/interfaces.d/.b': iface('cali1'),
        'etc/network/interfaces.d/c/d': iface('vxlan-v6.calico'),
      }),
    ],
    [
      'files that name others',
      interfaces('source sub/a gone\n', {
        'etc/network/sub/a': 'source b\n',
        'etc/network/sub/b': iface('vxlan.calico'),
      }),
    ],
    ['words that the shell refuses', interfaces(`source a;b $(x)\n${iface('vxlan.calico')}`)],
    [
      'an exception of the list',
      {
        ...interfaces(iface('vxlan.calico')),
        'etc/NetworkManager/conf.d/calico.conf': '[keyfile]\nunmanaged-devices=except:interface-name:vxlan.calico\n',
      },
    ],
    [
      'an exception of another',
      {
        ...interfaces(iface('vxlan.calico')),
        'etc/NetworkManager/conf.d/calico.conf': '[keyfile]\nunmanaged-devices=except:interface-name:eth0\n',
      },
    ],
    ['no list of plugins', { ...configured('[ifupdown]\nmanaged=false\n'), ...builtIn }],
    ['managed interfaces', configured('[main]\nplugins=ifupdown\n[ifupdown]\nmanaged=true\n')],
    ['a word that is no boolean', configured('[main]\nplugins=ifupdown\n[ifupdown]\nmanaged=x\n')],
    ['a plugin that is added', configured('[main]\nplugins=keyfile\nplugins+=ifupdown\n')],
    ['a plugin that is taken away', configured('[main]\nplugins=ifupdown,keyfile\nplugins-=ifupdown\n')],
    ['blanks around its name', configured('[main]\nplugins=keyfile , ifupdown ,\n')],
  ])('takes what we say of %s', async (_, tree) => {
    const { daemon, differences, verdicts } = await compareWithDaemon(tree);
    expect({ daemon, differences, undecided: verdicts.filter(({ ours }) => ours === null) }).toEqual({
      daemon: 'running',
      differences: [],
      undecided: [],
    });
  });

  const word = fc.constantFrom(
    'iface',
    'mapping',
    'auto',
    'br0',
    'vxlan.calico',
    'cali1',
    'inet',
    'bridge_ports',
    'lo',
    '#',
    'x',
  );
  const texts = fc
    .array(
      fc
        .tuple(fc.array(word, { maxLength: 5 }), fc.constantFrom('\n', '\n', ' \\\n', '\n\n'))
        .map(([words, end]) => words.join(' ') + end),
      { minLength: 2, maxLength: 8 },
    )
    .map((lines) => lines.join(''));

  it.each(fc.sample(texts, { seed: 20250311, numRuns: 24 }))(
    'takes what we say of generated lines: %j',
    async (text) => {
      expect(await compareWithDaemon(interfaces(text))).toMatchObject({ daemon: 'running', differences: [] });
    },
  );
});
