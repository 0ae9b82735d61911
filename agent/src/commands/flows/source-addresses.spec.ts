import { sourcesOf } from './source-addresses';

const own = new Set(['127.0.0.1', '10.0.0.1', '10.0.1.1', 'fd00::1', 'fe80::1']);

describe('the addresses of --from', () => {
  it('are one of each family of this host', () => {
    expect(sourcesOf(['10.0.1.1', 'fd00::1'], ['10.0.0.2', 'fd00::2'], own)).toEqual({ 4: '10.0.1.1', 6: 'fd00::1' });
    expect(sourcesOf([], ['10.0.0.2'], own)).toEqual({});
  });

  it.each<[string, readonly string[], readonly string[], string]>([
    [
      'that another host has',
      ['10.0.0.9'],
      ['10.0.0.2'],
      '--from 10.0.0.9 is no address of this host. It has: 10.0.0.1, 10.0.1.1, fd00::1.',
    ],
    ['of which two are of one family', ['10.0.0.1', '10.0.1.1'], ['10.0.0.2'], 'one address of each family'],
    ['without one for a peer', ['10.0.0.1'], ['fd00::2'], '--from has no IPv6 address for fd00::2.'],
  ])('are none %s', (_what, from, to, message) => {
    expect(() => sourcesOf(from, to, own)).toThrow(message);
  });
});
