import type { Verdict } from '../model/finding';
import { bearingOfFindings, causeKey, causesOfFindings, compareCauses, isUntestedFlow } from './causes';

const finding = (requirement: string, verdict: Verdict, reason: string) => ({ requirement, verdict, reason });
const firewalld = finding('firewalld-disabled', 'Fail', 'FirewalldActive');
const untested = finding('kube-apiserver-reachable', 'Unknown', 'NotTested');

describe('the causes of one node', () => {
  it('are findings that are not met, and roots with all that they explain first', () => {
    const taken = (requirement: string) => finding(requirement, 'Fail', 'InterfaceManaged');
    const causes = causesOfFindings([
      firewalld,
      taken('networkmanager-ignores-cali'),
      taken('networkmanager-ignores-tunl'),
      finding('ebpf', 'Pass', 'Fine'),
      finding('xdp', 'NotApplicable', 'NotApplicable'),
    ]);
    const explained = causes.map(({ findings }) => findings.map(({ requirement }) => requirement));

    expect(explained.at(-1)).toEqual(['firewalld-disabled']);
    expect(explained.flat().sort()).toEqual([
      'firewalld-disabled',
      'networkmanager-ignores-cali',
      'networkmanager-ignores-tunl',
    ]);
  });

  it('are not flows that nobody has tested', () => {
    expect(isUntestedFlow(untested)).toBe(true);
    expect(isUntestedFlow({ ...untested, verdict: 'Fail' })).toBe(false);
    expect(causesOfFindings([untested])).toEqual([]);
  });

  it('are told apart by requirement, reason and verdict', () => {
    const keys = [firewalld, { ...firewalld, reason: 'FirewalldStarts' }, { ...firewalld, verdict: 'Warn' as const }];

    expect(new Set(keys.map(causeKey)).size).toBe(3);
  });
});

describe('how a cause bears on readiness', () => {
  it.each([
    ['blocks', [firewalld]],
    ['undecided', [finding('firewalld-disabled', 'Unknown', 'EvidenceDenied')]],
    ['undecided', [finding('of-a-later-catalogue', 'Unknown', 'Odd')]],
    ['does-not-block', [finding('linux-distribution-supported', 'Warn', 'NotListed')]],
    ['does-not-block', [finding('bgp-port-open', 'Unknown', 'Odd')]],
    ['blocks', [finding('firewalld-disabled', 'Unknown', 'EvidenceDenied'), firewalld]],
    ['does-not-block', []],
  ] as const)('is %s for %j', (bearing, findings) => {
    expect(bearingOfFindings(findings)).toBe(bearing);
  });

  it('decides their order, then the number of nodes, then the name', () => {
    const cause = (bearing: 'blocks' | 'undecided', nodes: number, requirement: string) => ({
      bearing,
      nodes,
      requirement,
    });
    const sorted = [
      cause('blocks', 2, 'a'),
      cause('blocks', 1, 'a'),
      cause('blocks', 1, 'b'),
      cause('undecided', 9, 'a'),
    ];

    expect([...sorted].reverse().sort(compareCauses)).toEqual(sorted);
  });
});
