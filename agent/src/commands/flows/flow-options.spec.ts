import { numberBetween, peersOf, testedFlowsOf } from './flow-options';

describe('the addresses of --to', () => {
  it('are taken in canonical form, each once, those given before first', () => {
    expect(peersOf('10.0.0.2, FD00:0:0::2,10.0.0.2', ['10.0.0.3'])).toEqual(['10.0.0.3', '10.0.0.2', 'fd00::2']);
  });

  it.each(['', 'node-1', '10.0.0.2,', '10.0.0.2/24', '10.0.0.2:179', '10.0.0.256', '[fd00::2]', 'fd00::2%eth0'])(
    'are addresses, and not %j',
    (text) => {
      expect(() => peersOf(text)).toThrow('Allowed: IPv4 and IPv6 addresses');
    },
  );

  it.each(['0.0.0.0', '127.0.0.1', '224.0.0.5', '255.255.255.255', '::', '::1', '::ffff:10.0.0.2', 'ff02::1'])(
    'are of other nodes, and not %s',
    (text) => {
      expect(() => peersOf(text)).toThrow('cannot be the address of another node');
    },
  );

  it.each(['fe80::1', 'FE80::1', 'fe80::1%eth0', 'febf::1'])('are routable, and not %s', (text) => {
    expect(() => peersOf(text)).toThrow(`${text} is link-local`);
  });

  it('are so many and no more', () => {
    const many = Array.from({ length: 257 }, (_, index) => `10.0.${String(index >> 8)}.${String(index & 255)}`);
    expect(peersOf(many.slice(1).join(','))).toHaveLength(256);
    expect(() => peersOf(many.join(','))).toThrow('At most 256 addresses');
  });
});

describe('the flows of --flow', () => {
  it('have their own ports, or those that are given', () => {
    expect(testedFlowsOf('bgp,typha:5474, kube-apiserver,bgp')).toEqual([
      { name: 'bgp', port: 179 },
      { name: 'typha', port: 5474 },
      { name: 'kube-apiserver', port: 6443 },
    ]);
  });

  it('have two ends where they answer nobody by themselves; IP-in-IP has no port', () => {
    expect(testedFlowsOf('vxlan,ipip,wireguard:51900')).toEqual([
      { name: 'vxlan' },
      { name: 'ipip' },
      { name: 'wireguard', port: 51_900 },
    ]);
  });

  it.each(['', 'udp', 'ipip:4', 'vxlan:0', 'bgp:', 'bgp:0', 'bgp:65536', 'bgp:179:1', 'toString'])(
    'are not %j',
    (text) => {
      expect(() => testedFlowsOf(text)).toThrow('Allowed: bgp, typha, kube-apiserver');
    },
  );
});

describe('a number of an option', () => {
  it.each(['0', '65', '1.5', '-1', '', '0x10'])('is not %j', (text) => {
    expect(() => numberBetween(1, 64)(text)).toThrow('Allowed: whole numbers from 1 to 64.');
  });
});
