import { missingForPeers, missingForRawSockets, missingText, programPath, type Machine } from './needs';

const complete: Machine = {
  platform: 'linux',
  userId: 0,
  hasProgram: () => true,
  rawSocketProblem: () => undefined,
};
const withoutPrograms = (...names: readonly string[]): Machine => ({
  ...complete,
  hasProgram: (name) => !names.includes(name),
});

describe('what a machine lacks for peers in network namespaces', () => {
  it.each<[string, Machine, string]>([
    ['nothing', complete, ''],
    ['a right', { ...complete, userId: 1000 }, 'root (start it again as root, e.g. sudo npm start -- --flow-peers)'],
    [
      'programs',
      withoutPrograms('ip', 'nft'),
      'the program ip (install the package iproute2); the program nft (install the package nftables)',
    ],
    [
      'both',
      { ...withoutPrograms('unshare'), userId: 1000 },
      'root (start it again as root, e.g. sudo npm start -- --flow-peers); the program unshare (install the package util-linux)',
    ],
    ['the kernel', { ...complete, platform: 'darwin' }, 'Linux (network namespaces are a part of its kernel)'],
  ])('is said with the way to get it: %s', (_what, machine, text) => {
    expect(missingText(missingForPeers(machine))).toBe(text);
  });

  it.each([
    [undefined, ''],
    [
      'raw sockets need the native part of the agent',
      'the native part of the agent (run npm run build:native, which takes a C compiler)',
    ],
    ['raw sockets need CAP_NET_RAW', 'a raw socket (raw sockets need CAP_NET_RAW)'],
  ])('is only a part of the tests where there is no raw socket: %s', (problem, text) => {
    const machine = { ...complete, rawSocketProblem: () => problem };
    expect(missingForPeers(machine)).toEqual([]);
    expect(missingText(missingForRawSockets(machine))).toBe(text);
  });

  it('is looked for where administrators have their programs as well', () => {
    expect(programPath('/opt/bin:/usr/bin')).toBe('/opt/bin:/usr/bin:/usr/sbin:/sbin:/bin');
  });
});
