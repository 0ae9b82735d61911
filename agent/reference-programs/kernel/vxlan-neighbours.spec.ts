import type { Finding, HostFacts, ProfileValues } from '@calico-readiness/requirements';
import { declareProfile, evaluateNode, notTested } from '@calico-readiness/requirements';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { probes } from '../../src/probes';
import { besideNeighbour, neighbours } from './vxlan-neighbours';

afterEach(removeTemporaryHosts);

/** What we say of the VXLAN port where these files are all that a host shows. */
async function findingOf(
  files: Readonly<Record<string, string>>,
  profile: Partial<ProfileValues>,
): Promise<Finding | undefined> {
  const host = temporaryHost({
    ...files,
    'etc/os-release': 'ID=debian\n',
    'proc/sys/net/ipv6/conf/all/disable_ipv6': '0\n',
  });
  const gathered = await Promise.all(probes.map((probe) => probe.gather(host)));
  const untested = { flowTests: notTested('test'), apiAccess: notTested('test') };
  const facts = Object.assign(untested, ...gathered) as HostFacts;
  const findings = evaluateNode(facts, declareProfile({ encapsulation: ['VXLAN'], ...profile }, 'a test'));
  return findings.find(({ requirement }) => requirement === 'vxlan-port-open');
}

/** Of a second device on the port; and of a second flow-based one, which has the same VNI, none. */
const refusal = /Address already in use|VXLAN device with the specified VNI already exists|File exists/;

describe('Calico’s VXLAN device, in the kernel of this machine', () => {
  it.each(neighbours)('comes up beside $name unless we say that it may not', async (neighbour) => {
    const { files, works, errors } = besideNeighbour(neighbour, 'plain');
    const finding = await findingOf(files, {});
    if (works) expect(finding?.verdict, JSON.stringify(finding)).not.toBe('Fail');
    else {
      expect(errors).toMatch(refusal);
      expect(finding?.verdict, JSON.stringify(finding)).toMatch(/^(Fail|Warn)$/);
    }
  });

  it('is failed where Open vSwitch’s device has the port, and only there', async () => {
    const verdicts = await Promise.all(
      neighbours.map(async (neighbour) => (await findingOf(besideNeighbour(neighbour, 'plain').files, {}))?.verdict),
    );
    const failed = neighbours.filter((_neighbour, index) => verdicts[index] === 'Fail');
    expect(failed.map(({ name }) => name)).toEqual(['a flow-based device by Open vSwitch’s name']);
  });

  it.each(neighbours)('comes up flow-based beside $name unless we say that it may not', async (neighbour) => {
    const { files, works, errors } = besideNeighbour(neighbour, 'flow-based');
    const finding = await findingOf(files, { calicoVersion: 'v3.31', dataplane: 'BPF' });
    if (works) expect(finding?.verdict, JSON.stringify(finding)).not.toBe('Fail');
    else {
      expect(errors).toMatch(refusal);
      expect(finding?.verdict, JSON.stringify(finding)).toMatch(/^(Fail|Warn)$/);
    }
  });
});
