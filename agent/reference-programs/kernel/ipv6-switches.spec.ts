import type { Ipv6Devices } from '@calico-readiness/requirements';
import { ipv6Probe } from '../../src/probes/ipv6/ipv6';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { runReferenceProgram } from '../reference-programs';

afterEach(removeTemporaryHosts);

const conf = '/proc/sys/net/ipv6/conf';
const device = 'vxlan-v6.calico';
const create = `ip link add ${device} type vxlan id 4097 dstport 4789`;
const set = (name: string, value: number): string => `echo ${value} > ${conf}/${name}/disable_ipv6`;
const show = `for f in ${conf}/*/disable_ipv6; do echo "seen $f $(cat $f)"; done`;
const addAddress = `ip -6 address add fd00::1/128 dev ${device} && echo added || echo refused`;

/** What the files say, and whether Felix could then give an address to the device, in a network namespace of its own. */
function tryOut(...commands: readonly string[]): { readonly tree: Record<string, string>; readonly added: boolean } {
  const lines = ['set -e', 'ip link add eth0 type veth peer name eth1', ...commands, addAddress];
  const { status, output, errors } = runReferenceProgram('unshare', ['--net', 'sh'], `${lines.join('\n')}\n`);
  expect(status, errors).toBe(0);
  const seen = [...output.matchAll(/^seen \/(\S+) (\S+)$/gm)];
  return {
    tree: Object.fromEntries(seen.map(([, path = '', value = '']) => [path, `${value}\n`])),
    added: /^added$/m.test(output),
  };
}

async function devicesOf(tree: Record<string, string>): Promise<Ipv6Devices> {
  const { ipv6Devices } = await ipv6Probe.gather(temporaryHost(tree));
  if (ipv6Devices.status === 'unavailable') throw new Error(JSON.stringify(ipv6Devices));
  return ipv6Devices.value;
}

describe('the kernel of this machine lets Felix give an IPv6 address to its tunnel', () => {
  it.each([
    ['with nothing switched off', [show, create], true],
    ['not after all is switched off', [set('all', 1), show, create], false],
    ['not after only the default is switched off', [set('default', 1), show, create], false],
    ['whatever all says, when the default is on again', [set('all', 1), set('default', 0), show, create], true],
    [
      'whatever the default says, when it is on for the device',
      [set('default', 1), create, set(device, 0), show],
      true,
    ],
    ['not when it is off for the device', [create, set(device, 1), show], false],
    ['not when all is switched off after the device was made', [create, set('all', 1), show], false],
  ])('%s', async (_case, commands, works) => {
    const { tree, added } = tryOut(...commands);
    const { offByDefault, calicoOff } = await devicesOf(tree);
    expect({ added, predicted: !(calicoOff[device] ?? offByDefault) }).toEqual({ added: works, predicted: works });
  });

  it('and has it off on the uplinks where all was switched off, and on where only the default was', async () => {
    expect((await devicesOf(tryOut(set('all', 1), show, create).tree)).uplinks).toBe('off');
    expect((await devicesOf(tryOut(set('default', 1), show, create).tree)).uplinks).toBe('on');
  });
});
