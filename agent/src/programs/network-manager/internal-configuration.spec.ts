import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { applyInternalConfiguration } from './internal-configuration';

const groupsOf = (text: string) => {
  const result = parseNetworkManagerConf(text);
  return result.status === 'parsed' ? result.value : [];
};

describe("the daemon's own configuration file", () => {
  it.each<[string, string, string | undefined]>([
    ['sets a value', '[keyfile]\n.set.unmanaged-devices=b\n.was.unmanaged-devices=a\n', 'b'],
    [
      "is void once the user's value is another",
      '[keyfile]\n.set.unmanaged-devices=b\n.was.unmanaged-devices=x\n',
      'a',
    ],
    ["is void when there was no user's value", '[keyfile]\n.set.unmanaged-devices=b\n', 'a'],
    ["hides the user's value", '[keyfile]\n.was.unmanaged-devices=a\n', undefined],
    ['does nothing with a plain key', '[keyfile]\nunmanaged-devices=b\n', 'a'],
    ['may be empty', '', 'a'],
  ])('%s', (_, internal, expected) => {
    const configuration = applyInternalConfiguration(
      new Map([['keyfile', new Map([['unmanaged-devices', 'a']])]]),
      groupsOf(internal),
    );
    expect(configuration.get('keyfile')?.get('unmanaged-devices')).toBe(expected);
  });

  it('sets what the user left open', () => {
    const configuration = applyInternalConfiguration(
      new Map(),
      groupsOf('[keyfile]\n.set.unmanaged-devices=b\n[.intern.device-x]\nmanaged=0\n'),
    );
    expect(configuration).toEqual(
      new Map([
        ['keyfile', new Map([['unmanaged-devices', 'b']])],
        ['.intern.device-x', new Map([['managed', '0']])],
      ]),
    );
  });
});
