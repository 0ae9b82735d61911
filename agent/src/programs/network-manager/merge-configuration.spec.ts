import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { mergeConfiguration } from './merge-configuration';

const groupsOf = (text: string) => {
  const result = parseNetworkManagerConf(text);
  return result.status === 'parsed' ? result.value : [];
};
const merged = (...files: readonly string[]) =>
  [...mergeConfiguration(files.map(groupsOf))].map(([name, values]) => [name, Object.fromEntries(values)]);

describe('merging configuration files', () => {
  it.each<[string, readonly string[], unknown]>([
    [
      'lets a later value replace an earlier one',
      ['[keyfile]\nunmanaged-devices=a\n', '[keyfile]\nunmanaged-devices=b\n'],
      [['keyfile', { 'unmanaged-devices': 'b' }]],
    ],
    [
      'keeps values that a later file does not name',
      ['[device]\nmanaged=0\n', '[device]\nmatch-device=x\n'],
      [['device', { managed: '0', 'match-device': 'x' }]],
    ],
    [
      'appends with +=',
      ['[keyfile]\nunmanaged-devices=a;b\n', '[keyfile]\nunmanaged-devices+=b,c\n'],
      [['keyfile', { 'unmanaged-devices': 'a,b,c' }]],
    ],
    ['appends to nothing', ['[keyfile]\nunmanaged-devices+=a\n'], [['keyfile', { 'unmanaged-devices': 'a' }]]],
    [
      'removes with -=',
      ['[keyfile]\nunmanaged-devices=a;b\n', '[keyfile]\nunmanaged-devices-=a\n'],
      [['keyfile', { 'unmanaged-devices': 'b' }]],
    ],
    [
      'removes the last item',
      ['[keyfile]\nunmanaged-devices=a\n', '[keyfile]\nunmanaged-devices-=a\n'],
      [['keyfile', { 'unmanaged-devices': '' }]],
    ],
    [
      'appends within one file',
      ['[keyfile]\nunmanaged-devices=a\nunmanaged-devices+=b\n'],
      [['keyfile', { 'unmanaged-devices': 'a,b' }]],
    ],
    [
      'takes the last of two += lines in one file',
      ['[keyfile]\nunmanaged-devices+=a\nunmanaged-devices+=b\n'],
      [['keyfile', { 'unmanaged-devices': 'b' }]],
    ],
    [
      'takes += for a blank before the equals sign',
      ['[keyfile]\nunmanaged-devices+ =a\n'],
      [['keyfile', { 'unmanaged-devices': 'a' }]],
    ],
    ['ignores a plus behind a blank', ['[keyfile]\nunmanaged-devices +=a\n'], []],
    [
      'appends to match-device of any device section',
      ['[device-x]\nmatch-device=a\n', '[device-x]\nmatch-device+=b\n'],
      [['device-x', { 'match-device': 'a,b' }]],
    ],
    ['drops += for a key that is no list', ['[device]\nmanaged+=0\n'], []],
    ['drops keys that are reserved', ['[keyfile]\n.set.unmanaged-devices=a\n.was.unmanaged-devices=b\n'], []],
    ['drops internal sections and conditions', ['[.intern.device-x]\nmanaged=0\n[.config]\nenable=1\n'], []],
    [
      'takes the device sections of one file from the bottom up',
      ['[device-a]\nx=1\n[device-b]\nx=1\n[main]\nx=1\n'],
      [
        ['main', { x: '1' }],
        ['device-b', { x: '1' }],
        ['device-a', { x: '1' }],
      ],
    ],
    [
      'puts the sections of a later file behind',
      ['[device-a]\nx=1\n', '[device-b]\nx=1\n[device-c]\nx=1\n'],
      [
        ['device-a', { x: '1' }],
        ['device-c', { x: '1' }],
        ['device-b', { x: '1' }],
      ],
    ],
    [
      'leaves a repeated section in its place',
      ['[device-a]\nx=1\n', '[device-b]\nx=1\n', '[device-a]\nx=2\n'],
      [
        ['device-a', { x: '2' }],
        ['device-b', { x: '1' }],
      ],
    ],
    [
      'gives an empty section no place',
      ['[device-a]\n', '[device-b]\nx=1\n', '[device-a]\nx=2\n'],
      [
        ['device-b', { x: '1' }],
        ['device-a', { x: '2' }],
      ],
    ],
  ])('%s', (_, files, expected) => {
    expect(merged(...files)).toEqual(expected);
  });

  it('gives an empty section its place for a daemon that keeps them', () => {
    const files = ['[device-a]\n', '[device-b]\nx=1\n', '[device-a]\nx=2\n'].map(groupsOf);
    expect([...mergeConfiguration(files, true).keys()]).toEqual(['device-a', 'device-b']);
  });
});
