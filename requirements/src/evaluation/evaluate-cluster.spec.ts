import type { CalicoVersion } from '../model/profile-choices';
import { declareProfile } from '../model/declare-profile';
import type { OpenShiftVersion } from '../model/openshift-version';
import { evaluateCluster } from './evaluate-cluster';

const judge = (openshift: OpenShiftVersion, calicoVersion: CalicoVersion = 'v3.25') =>
  evaluateCluster(openshift, declareProfile({ calicoVersion }, 'a test'));
const seen = (version: string, channel?: string): OpenShiftVersion => ({
  status: 'seen',
  version,
  ...(channel !== undefined && { channel }),
});

describe('evaluateCluster', () => {
  it('says version, channel and what that Calico release needs', () => {
    expect(judge(seen('4.20.3', 'stable-4.20'))).toEqual([
      {
        requirement: 'openshift-version-supported',
        verdict: 'Pass',
        reason: 'VersionSupported',
        observed: '4.20.3; channel stable-4.20; Calico v3.25 needs OpenShift Container Platform 4.3 or later',
      },
    ]);
  });

  it.each([
    ['4.2.36', 'Fail', 'VersionTooOld'],
    ['3.11', 'Fail', 'VersionTooOld'],
    ['4.3.0', 'Pass', 'VersionSupported'],
    ['5.1.0', 'Pass', 'VersionSupported'],
    ['99.0.0', 'Pass', 'VersionSupported'],
    ['4.21.0-ec.3', 'Pass', 'VersionSupported'],
    ['soon', 'Unknown', 'VersionNotSeen'],
  ])('judges OpenShift %s: %s', (version, verdict, reason) => {
    expect(judge(seen(version))).toMatchObject([{ verdict, reason }]);
  });

  it('never fails a version that is newer than the release', () => {
    for (const release of ['v3.25', 'v3.28', 'v3.29', 'v3.32'] as const)
      expect(judge(seen('12.0.0'), release)).toMatchObject([{ verdict: 'Pass' }]);
  });

  it('decides nothing without having seen a version', () => {
    expect(judge({ status: 'unseen', reason: 'forbidden' })).toMatchObject([
      { verdict: 'Unknown', reason: 'EvidenceFailed', observed: expect.stringContaining('forbidden') },
    ]);
  });

  it('says of another Kubernetes that it does not apply', () => {
    expect(judge({ status: 'absent' })).toMatchObject([{ verdict: 'NotApplicable', reason: 'NotApplicable' }]);
  });
});
