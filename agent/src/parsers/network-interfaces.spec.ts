import fc from 'fast-check';
import { parseNetworkInterfaces } from './network-interfaces';

const iface = (name: string) => ({ kind: 'stanza', type: 'iface', name });
const other = (name: string) => ({ kind: 'stanza', type: 'other', name });

describe('a line of /etc/network/interfaces', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['is a stanza', 'auto lo eth0\niface tunl0 inet manual\n', [other('eth0'), iface('tunl0')]],
    ['has blanks and tabs', '\t iface \t tunl0  inet\tmanual\n', [iface('tunl0')]],
    ['is nothing with too few words', 'iface tunl0 inet\niface\nauto\nmapping\n', []],
    [
      'is a mapping of all its words',
      'mapping eth0  wlan*\n',
      [{ kind: 'stanza', type: 'mapping', name: 'eth0 wlan*' }],
    ],
    ['is a comment', '# iface tunl0 inet manual\n#iface x inet manual', []],
    ['is not ended by a comment', 'iface tunl0 inet manual # x\n', [iface('tunl0')]],
    ['is continued', 'iface \\\ntunl0 inet man\\\nual\n', [iface('tunl0')]],
    ['continues a comment', '# a \\\niface tunl0 inet manual\n', []],
    ['is never ended', 'iface tunl0 inet manual \\', []],
    ['has no newline at its end', 'iface tunl0 inet manual', [iface('tunl0')]],
    ['is too long', `iface tunl0 inet manual ${'x'.repeat(240)}\niface y inet manual\n`, [iface('y')]],
    [
      'is too long once it is joined',
      `iface tunl0 inet manual ${'x'.repeat(200)}\\\n${'y'.repeat(80)}\niface y inet dhcp`,
      [iface('y')],
    ],
    [
      'names other files',
      'source /etc/network/interfaces.d/* b\nsource-directory interfaces.d\n',
      [
        { kind: 'source', directory: false, paths: ['/etc/network/interfaces.d/*', 'b'] },
        { kind: 'source', directory: true, paths: ['interfaces.d'] },
      ],
    ],
    [
      'gives a bridge its ports',
      'bridge_ports eth9\niface br0 inet manual\n  bridge-ports eth0 eth1\n  bridge_stp off\n',
      [iface('br0'), { kind: 'bridge-ports', ports: ['eth0', 'eth1'] }],
    ],
    ['ends a stanza with a word alone', 'iface br0 inet manual\nx\nbridge_ports eth0\n', [iface('br0')]],
    ['allows a class', 'allow-hotplug tunl0\n', [other('tunl0')]],
  ])('%s', (_, text, lines) => {
    expect(parseNetworkInterfaces(text)).toEqual(lines);
  });

  it('is found whatever stands in other lines', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ' ', '#', '\n', '-', '\t', '_'), maxLength: 60 });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        expect(parseNetworkInterfaces(`${before}\niface tunl0 inet manual\n${after}`)).toContainEqual(iface('tunl0'));
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    for (const part of ['\\\n', ' ', 'a ', '#', '\n', 'iface a b c\n', 'x\\\n']) {
      const start = performance.now();
      parseNetworkInterfaces(part.repeat(400_000 / part.length));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
