import { addressOf, mtuOf, peerConfigMapsOf } from './option-values';

describe('an address to listen at', () => {
  it.each([
    [':8443', { port: 8443 }],
    ['127.0.0.1:8443', { host: '127.0.0.1', port: 8443 }],
    ['[::1]:8443', { host: '::1', port: 8443 }],
    ['metrics.example:1', { host: 'metrics.example', port: 1 }],
  ])('is read of %s', (text, address) => {
    expect(addressOf(text)).toEqual(address);
  });

  it.each(['', '8443', ':0', ':65536', ':x', '::1:8443', 'a b:1', '[x]:1'])('is not %j', (text) => {
    expect(() => addressOf(text)).toThrow('Allowed: host:port');
  });
});

describe('ConfigMaps with the list of peers', () => {
  it('are named by their namespace and the beginning of their names', () => {
    expect(peerConfigMapsOf('calico-readiness/release-peers')).toEqual({
      namespace: 'calico-readiness',
      prefix: 'release-peers',
    });
  });

  it.each(['', 'peers', '/peers', 'namespace/', 'a/b/c', 'a b/c', '../x', 'Namespace/x'])('are not %j', (text) => {
    expect(() => peerConfigMapsOf(text)).toThrow('Allowed: a namespace');
  });
});

describe('a size of packets', () => {
  it('is read in bytes', () => {
    expect(mtuOf('1400')).toBe(1400);
  });

  it.each(['', '575', '65536', '1e3', '1400.5', '-1400', 'auto'])('is not %j', (text) => {
    expect(() => mtuOf(text)).toThrow('Allowed: bytes from 576 to 65535.');
  });
});
