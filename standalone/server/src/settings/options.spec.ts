import { parseOptions } from './options';
import { UsageError } from './usage-error';

describe('the command line', () => {
  it('checks this machine in both consoles unless told otherwise', () => {
    expect(parseOptions([], 'linux')).toEqual({
      backend: 'local',
      consoles: [
        { profile: '4.22', port: 9022 },
        { profile: '4.19', port: 9019 },
      ],
      hostRoot: '/',
      flowPeers: false,
      nodes: 40,
      fleet: 'usual',
      scenario: 'normal',
      testControls: false,
    });
  });

  it('shows the sample fleet where there is no Linux host to check', () => {
    expect(parseOptions([], 'darwin')).toMatchObject({ backend: 'sample' });
  });

  it('takes what it is told', () => {
    expect(
      parseOptions(
        [
          ...['--backend', 'sample', '--nodes', '7', '--fleet', 'conflicting-files', '--console', '4.19:0'],
          ...['--scenario', 'stale', '--test-controls'],
        ],
        'linux',
      ),
    ).toEqual({
      backend: 'sample',
      consoles: [{ profile: '4.19', port: 0 }],
      hostRoot: '/',
      flowPeers: false,
      nodes: 7,
      fleet: 'conflicting-files',
      scenario: 'stale',
      testControls: true,
    });
  });

  it('takes another host tree', () => {
    expect(parseOptions(['--host-root', '/x'], 'linux')).toMatchObject({ backend: 'local', hostRoot: '/x' });
  });

  it('makes peers for tests of flows only where it is told to', () => {
    expect(parseOptions(['--flow-peers'], 'linux')).toMatchObject({ backend: 'local', flowPeers: true });
  });

  it('takes another plugin beside ours', () => {
    expect(parseOptions(['--other-plugin', '/y'], 'linux')).toMatchObject({ otherPlugin: '/y' });
  });

  it.each([
    [['--backend', 'cloud']],
    [['--backend', 'sample', '--host-root', '/x']],
    [['--backend', 'local', '--nodes', '5']],
    [['--nodes', '5']],
    [['--backend', 'local', '--fleet', 'usual']],
    [['--backend', 'sample', '--fleet', 'other']],
    [['--token', '0123456789abcdef']],
    [['--console', '4.20']],
    [['--console', '4.18']],
    [['--console', '4.22:x']],
    [['--console', '4.22:65536']],
    [['--nodes', '0']],
    [['--nodes', '1e3']],
    [['--scenario', 'x']],
    [['--backend', 'sample', '--flow-peers']],
    [['--host-root', '/x', '--flow-peers']],
    [['--frobnicate']],
    [['stray']],
  ])('refuses %j', (args) => {
    expect(() => parseOptions(args, 'linux')).toThrow(UsageError);
  });

  it('does not quote a token that was given as an option', () => {
    expect(() => parseOptions(['--token=0123456789abcdef'], 'linux')).not.toThrow('0123456789abcdef');
  });

  it('gives help', () => {
    expect(parseOptions(['--help'], 'linux')).toBeUndefined();
  });
});
