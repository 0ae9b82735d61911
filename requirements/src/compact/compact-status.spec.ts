import { declareProfile } from '../model/declare-profile';
import type { NodeReportStatus } from '../model/report/node-report';
import { readCompactLine } from './compact-line';
import { compactLineOf, profileMark } from './compact-status';

const profile = declareProfile({ sctp: true }, 'command line');
const status = {
  nodeUID: 'uid-1',
  verdict: 'NotReady',
  reportIntervalSeconds: 900,
  profile,
  findings: [
    { requirement: 'kernel-version-supported', verdict: 'Pass', reason: 'NotTested', since: '2026-01-01T00:00:00Z' },
    {
      requirement: 'firewalld-disabled',
      verdict: 'Fail',
      reason: 'FirewalldActive',
      observed: 'active',
      since: '2026-01-01T00:00:00.900Z',
    },
  ],
  notApplicable: ['ebpf'],
  facts: { architecture: 'x86_64', operatingSystem: { id: 'rhel', versionId: '9.6', prettyName: 'RHEL 9.6' } },
} as unknown as NodeReportStatus;

describe('the compact line of a status', () => {
  it('carries verdicts, reasons, since when something is not met, and what tells the system', () => {
    expect(readCompactLine(compactLineOf(status))).toEqual({
      verdict: 'NotReady',
      findings: [
        { requirement: 'kernel-version-supported', verdict: 'Pass', reason: 'NotTested' },
        { requirement: 'firewalld-disabled', verdict: 'Fail', reason: 'FirewalldActive', since: 1_767_225_600 },
        { requirement: 'ebpf', verdict: 'NotApplicable', reason: 'NotApplicable' },
      ],
      nodeUID: 'uid-1',
      reportIntervalSeconds: 900,
      profileMark: profileMark(profile),
      operatingSystem: { id: 'rhel', versionId: '9.6' },
      architecture: 'x86_64',
    });
  });

  it('marks profiles by values and origins, not by the order of their keys', () => {
    const turned = Object.fromEntries(Object.entries(profile).reverse()) as typeof profile;
    expect(profileMark(turned)).toBe(profileMark(profile));
    expect(profileMark(declareProfile({ sctp: true }, 'a file'))).not.toBe(profileMark(profile));
    expect(profileMark(declareProfile({ sctp: false }, 'command line'))).not.toBe(profileMark(profile));
  });
});
