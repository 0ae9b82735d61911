import type { UnmanagedList } from '../../model/network-manager';
import { calicoConf, foreignLists, networkManagerFile } from './networkmanager-file';

const directory = 'etc/NetworkManager/conf.d';
const documented = calicoConf.split('\n')[1]?.slice('unmanaged-devices='.length) ?? '';
const list = (file: string, more: Partial<UnmanagedList> = {}): UnmanagedList => ({
  file,
  change: 'sets',
  list: 'interface-name:eth1',
  ...more,
});
const fileFor = (lists: readonly UnmanagedList[], files: readonly string[] = []) => {
  const { path, content } = networkManagerFile({ lists, files: [...lists.map(({ file }) => file), ...files] });
  return `${path} ${content.includes('+=') ? 'adds' : 'sets'}`;
};
const ours = { list: documented } as const;

describe('the file for NetworkManager', () => {
  it.each([
    ['is the documented one where no other has a list', [], [`${directory}/99-x.conf`], 'calico.conf sets'],
    [
      'is the documented one where it is there already',
      [list(`${directory}/calico.conf`, ours)],
      [],
      'calico.conf sets',
    ],
    ['adds to a list that is read before', [list(`${directory}/10-x.conf`)], [], 'calico.conf adds'],
    ['adds to a list of a package', [list('usr/lib/NetworkManager/conf.d/zzz.conf')], [], 'calico.conf adds'],
    ['adds to a list of the run time', [list('run/NetworkManager/conf.d/zzz.conf')], [], 'calico.conf adds'],
    ['adds to a list of the base file', [list('etc/NetworkManager/NetworkManager.conf')], [], 'calico.conf adds'],
    ['is read after one that sets the list', [list(`${directory}/sdn.conf`)], [], 'zz-calico.conf adds'],
    [
      'is read after one that removes from it',
      [list(`${directory}/d.conf`, { change: 'removes' })],
      [],
      'zz-calico.conf adds',
    ],
    ['is read after one that sorts behind zz', [list(`${directory}/zzz.conf`)], [], '~calico.conf adds'],
    ['is read after one that sorts behind ~', [list(`${directory}/~z.conf`)], [], '~~~~calico.conf adds'],
    ['leaves a file of its name alone that lists more', [list(`${directory}/calico.conf`)], [], 'zz-calico.conf adds'],
    [
      'leaves a file of its name alone that holds other settings',
      [list(`${directory}/calico.conf`, { ...ours, holdsMore: true })],
      [],
      'zz-calico.conf adds',
    ],
    ['leaves a file of its name alone that has no list', [], [`${directory}/calico.conf`], 'zz-calico.conf adds'],
    [
      'does not hide a file of its name in another directory',
      [],
      ['usr/lib/NetworkManager/conf.d/calico.conf'],
      'zz-calico.conf adds',
    ],
    [
      'stays the same once it is there',
      [list(`${directory}/sdn.conf`), list(`${directory}/zz-calico.conf`, { ...ours, change: 'adds' })],
      [],
      'zz-calico.conf adds',
    ],
  ] as const)('%s', (_case, lists, files, expected) => {
    expect(fileFor(lists, files)).toBe(`/${directory}/${expected}`);
  });

  it('has only names and items that this catalogue knows, whatever the host has', () => {
    const { path, content } = networkManagerFile({
      files: [`${directory}/\u{10ffff}.conf`, `${directory}/x; rm.conf`],
      lists: [list(`${directory}/\u{10ffff}.conf`, { list: '$(reboot)' })],
    });
    expect(path).toBe(`/${directory}/~~~~calico.conf`);
    expect(content).toBe(`[keyfile]\nunmanaged-devices+=${documented}\n`);
  });
});

it('tells the lists of others from ours', () => {
  const others = [list(`${directory}/x.conf`), list(`${directory}/calico.conf`, { list: `${documented};mac:0` })];
  expect(foreignLists([...others, list(`${directory}/calico.conf`, ours)])).toEqual(others);
});
