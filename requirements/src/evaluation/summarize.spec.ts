import type { Finding, Verdict } from '../model/finding';
import { connectivity, nodeVerdict, summarize } from './summarize';

const finding = (requirement: string, verdict: string): Finding =>
  ({ requirement, verdict, reason: 'Seen', observed: '' }) as unknown as Finding;

describe('summarize', () => {
  it('counts each verdict', () => {
    const verdicts: Verdict[] = ['Pass', 'Pass', 'Warn', 'Fail', 'Unknown', 'Unknown', 'NotApplicable'];
    expect(summarize(verdicts.map((verdict) => finding('ipvs', verdict)))).toEqual({
      pass: 2,
      warn: 1,
      fail: 1,
      unknown: 2,
      notApplicable: 1,
    });
  });
});

describe('nodeVerdict', () => {
  it.each([
    [
      'a required host requirement fails',
      [
        ['vxlan-tunnel', 'Fail'],
        ['ipvs', 'Unknown'],
      ],
      'NotReady',
    ],
    [
      'a flow fails',
      [
        ['bgp-port-open', 'Fail'],
        ['ipvs', 'Pass'],
      ],
      'NotReady',
    ],
    [
      'a required host requirement is unknown',
      [
        ['ipvs', 'Unknown'],
        ['vxlan-tunnel', 'Pass'],
      ],
      'Unknown',
    ],
    [
      'a recommended one is unknown',
      [
        ['linux-distribution-supported', 'Unknown'],
        ['ipvs', 'Pass'],
      ],
      'Ready',
    ],
    [
      'something warns',
      [
        ['linux-distribution-supported', 'Warn'],
        ['ipvs', 'Pass'],
      ],
      'Ready',
    ],
    [
      'a flow was not tested',
      [
        ['bgp-port-open', 'Unknown'],
        ['ipvs', 'Pass'],
      ],
      'Ready',
    ],
    ['there are no findings', [], 'Unknown'],
    [
      'an unknown requirement is unknown',
      [
        ['of-a-later-catalogue', 'Unknown'],
        ['ipvs', 'Pass'],
      ],
      'Unknown',
    ],
    ['an unknown requirement fails', [['of-a-later-catalogue', 'Fail']], 'NotReady'],
    [
      'an unknown requirement passes',
      [
        ['of-a-later-catalogue', 'Pass'],
        ['ipvs', 'Pass'],
      ],
      'Ready',
    ],
    [
      'a verdict is unknown',
      [
        ['ipvs', 'Perhaps'],
        ['vxlan-tunnel', 'Pass'],
      ],
      'Unknown',
    ],
    [
      'a verdict of a recommended requirement is unknown',
      [
        ['linux-distribution-supported', 'Perhaps'],
        ['ipvs', 'Pass'],
      ],
      'Ready',
    ],
    [
      'the cluster fails',
      [
        ['openshift-version-supported', 'Fail'],
        ['ipvs', 'Pass'],
      ],
      'Ready',
    ],
    ['there is a finding of the cluster only', [['openshift-version-supported', 'Pass']], 'Unknown'],
  ] as const)('when %s', (_when, findings, expected) => {
    expect(nodeVerdict(findings.map(([requirement, verdict]) => finding(requirement, verdict)))).toBe(expected);
  });
});

describe('connectivity', () => {
  it.each([
    [
      'no flow was tested',
      [
        ['bgp-port-open', 'Unknown'],
        ['ipvs', 'Pass'],
      ],
      'NotVerified',
    ],
    [
      'all that apply were verified',
      [
        ['bgp-port-open', 'Pass'],
        ['vxlan-port-open', 'NotApplicable'],
      ],
      'Verified',
    ],
    [
      'one is open and one untested',
      [
        ['bgp-port-open', 'Pass'],
        ['typha-port-open', 'Unknown'],
      ],
      'NotVerified',
    ],
    [
      'one fails',
      [
        ['bgp-port-open', 'Fail'],
        ['typha-port-open', 'Pass'],
      ],
      'Broken',
    ],
    [
      'only the host fails',
      [
        ['ipvs', 'Fail'],
        ['typha-port-open', 'Pass'],
      ],
      'Verified',
    ],
    ['no flow applies', [['bgp-port-open', 'NotApplicable']], 'NotVerified'],
  ] as const)('when %s', (_when, findings, expected) => {
    expect(connectivity(findings.map(([requirement, verdict]) => finding(requirement, verdict)))).toBe(expected);
  });
});
