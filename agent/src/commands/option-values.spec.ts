import { addressOf } from './option-values';

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
