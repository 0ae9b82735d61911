import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { withUnknownFields } from '../../../requirements/test/future-reports';
import { recordedVersions } from '../../../requirements/test/recorded-versions';
import { carriedOn } from './carried-on';
import { readPublishedProfile } from './published-profile';

const versions = recordedVersions();

describe('what another version wrote, read by an agent', () => {
  it.each(versions)('is the profile that was published, on every node: $version', ({ policy, reports }) => {
    const own = new Map((policy.status.nodeProfiles ?? []).map(({ node, profile }) => [node, profile]));
    for (const { metadata } of reports)
      expect(readPublishedProfile(policy, metadata.name)).toEqual({
        profile: { ...policy.status.profile, ...own.get(metadata.name) },
        isCurrent: true,
      });
  });

  it.each(versions)('is what a report carries on: $version', ({ reports }) => {
    for (const report of reports) {
      const carried = carriedOn(report);
      expect(carried).toMatchObject({ nodeUID: report.status.nodeUID, notApplicable: report.status.notApplicable });
      expect(carried?.findings.map(({ since }) => since)).toEqual(report.status.findings.map(({ since }) => since));
      expect(carried?.conditions).toHaveLength(report.status.conditions.length);
    }
  });

  it.each(versions)('is read where a later controller wrote fields that nobody knows: $version', ({ policy }) => {
    const status = withUnknownFields(policy.status);
    const read = (object: unknown) => readPublishedProfile(object as ReadinessPolicy, 'a')?.profile;
    const { ports, ...rest } = read({ ...policy, status })!;

    expect(rest).toEqual(Object.fromEntries(Object.entries(read(policy)!).filter(([name]) => name !== 'ports')));
    expect(ports.value.bgp).toBe(policy.status.profile.ports.value.bgp);
  });

  it.each(versions)('is read without the fields whose values nobody knows: $version', ({ policy }) => {
    const { profile } = policy.status;
    const changed = {
      ...profile,
      dataplane: { value: 'Quantum', source: 'detected' },
      encapsulation: { value: ['VXLAN', 'Teleport'], source: 'detected' },
      calicoVersion: { value: 'v9.99', source: 'detected' },
    };
    const later = { ...policy, status: { ...policy.status, profile: changed } } as unknown as ReadinessPolicy;

    expect(readPublishedProfile(later, 'a')?.profile).toMatchObject({
      dataplane: { source: 'defaulted' },
      encapsulation: { source: 'defaulted' },
      calicoVersion: { source: 'defaulted' },
      wireguard: profile.wireguard,
    });
  });

  it.each(versions)('carries on what is there of a report of a later agent: $version', ({ reports }) => {
    for (const report of reports)
      expect(carriedOn({ ...report, status: withUnknownFields(report.status) } as NodeReport)).toEqual(
        carriedOn(report),
      );
  });
});
