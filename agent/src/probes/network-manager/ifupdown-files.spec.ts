import { denyingFiles } from '../../../test/denying-files';
import type { HostTree } from '../../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../../test/temporary-host';
import { readIfupdownInterfaces } from './ifupdown-files';

afterEach(removeTemporaryHosts);

const main = 'etc/network/interfaces';
const iface = (name: string): string => `iface ${name} inet manual\n`;
const read = (tree: HostTree) => readIfupdownInterfaces(temporaryHost({ 'etc/os-release': '', ...tree }).files);

describe('the files of ifupdown', () => {
  it.each<[string, HostTree, readonly string[]]>([
    ['are none', {}, []],
    ['are one', { [main]: iface('tunl0') }, ['tunl0']],
    [
      'are those of a pattern, without hidden ones',
      {
        [main]: 'source /etc/network/interfaces.d/*\n',
        'etc/network/interfaces.d/a': iface('a'),
        'etc/network/interfaces.d/b.cfg': iface('b'),
        'etc/network/interfaces.d/.c': iface('c'),
      },
      ['a', 'b'],
    ],
    [
      'are those of a pattern for directories',
      { [main]: 'source ./*.d/[ab]?\n', 'etc/network/x.d/a1': iface('a'), 'etc/network/x.d/c1': iface('c') },
      ['a'],
    ],
    [
      'are all in a directory, whatever their names',
      {
        [main]: 'source-directory interfaces.d\n',
        'etc/network/interfaces.d/a.dpkg-old': iface('a'),
        'etc/network/interfaces.d/.b': iface('b'),
        'etc/network/interfaces.d/c/d': iface('d'),
      },
      ['.b', 'a'].map((name) => name.replace('.', '')),
    ],
    [
      'name others from where they stand',
      { [main]: 'source sub/a\n', 'etc/network/sub/a': `source b\n${iface('a')}`, 'etc/network/sub/b': iface('b') },
      ['b', 'a'],
    ],
    ['are not there', { [main]: `source gone /gone/*\nsource-directory gone\n${iface('a')}` }, ['a']],
    ['have names that the shell refuses', { [main]: `source a;b $(x)\n${iface('a')}` }, ['a']],
  ])('%s', async (_, tree, names) => {
    expect(await read(tree)).toMatchObject({ names, complete: true });
  });

  it.each<[string, HostTree]>([
    ['name themselves', { [main]: `source interfaces\n${iface('a')}` }],
    ['have names with variables', { [main]: `source $HOME/x\n${iface('a')}` }],
    ['are in a home directory', { [main]: `source ~/x\n${iface('a')}` }],
    [
      'are larger than any genuine one',
      { [main]: `source b\n${iface('a')}`, 'etc/network/b': '#'.repeat(1024 * 1024 + 1) },
    ],
  ])('are not all known where they %s', async (_, tree) => {
    expect(await read(tree)).toMatchObject({ names: ['a'], complete: false });
  });

  it.each([main, 'etc/network/interfaces.d', 'etc/network/interfaces.d/a'])(
    'are not all known where %s may not be read',
    async (path) => {
      const host = temporaryHost(
        { [main]: 'source interfaces.d/*\n', 'etc/network/interfaces.d/a': iface('a') },
        { files: (files) => denyingFiles(files, path) },
      );
      expect(await readIfupdownInterfaces(host.files)).toMatchObject({ names: [], complete: false });
    },
  );

  it.each<[string, HostTree, boolean | null]>([
    ['built with it', { 'usr/lib/x86_64-linux-gnu/NetworkManager/1.42.4/libnm-settings-plugin-ifupdown.so': '' }, true],
    ['built without it', { 'usr/lib64/NetworkManager/1.46.0-1.el9/libnm-settings-plugin-ifcfg-rh.so': '' }, false],
    ['not in sight', { 'usr/lib/NetworkManager/conf.d/x.conf': '' }, null],
  ])('are for a daemon that is %s', async (_, tree, byDefault) => {
    expect(await read({ ...tree, [main]: iface('a') })).toEqual({ names: ['a'], complete: true, byDefault });
  });
});
