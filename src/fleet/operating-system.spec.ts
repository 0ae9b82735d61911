import { nodeSystem } from './operating-system';

describe('the system of a node', () => {
  it.each([
    [{ id: 'rhcos', versionId: '4.20', openshiftVersion: '4.20' }, 'rhcos', 'RHCOS 4.20'],
    [{ id: 'rhel', versionId: '9.4' }, 'rhel', 'RHEL 9.4'],
    [{ id: 'almalinux', versionId: '9.4', idLike: ['rhel', 'centos', 'fedora'] }, 'rhel', 'Almalinux 9.4'],
    [{ id: 'ol', versionId: '9.4', idLike: ['fedora'] }, 'rhel', 'Ol 9.4'],
    [{ id: 'scos', versionId: '9' }, 'rhcos', 'Scos 9'],
    [{ id: 'ubuntu', versionId: '24.04', idLike: ['debian'] }, 'other', 'Ubuntu 24.04'],
  ])('of %j is of the family %s', (facts, family, name) => {
    expect(nodeSystem(facts, 'Debian GNU/Linux 12')).toEqual({ family, name });
  });

  it.each([
    ['Red Hat Enterprise Linux CoreOS 9.6.20250826-1 (Plow)', 'rhcos'],
    ['Red Hat Enterprise Linux 9.4 (Plow)', 'rhel'],
    ['AlmaLinux 9.4 (Seafoam Ocelot)', 'rhel'],
    ['Rocky Linux 9.4 (Blue Onyx)', 'rhel'],
    ['CentOS Stream 9', 'rhel'],
    ['Oracle Linux Server 9.4', 'rhel'],
    ['Ubuntu 24.04.1 LTS', 'other'],
    ['Debian GNU/Linux 12 (bookworm)', 'other'],
  ])('that the kubelet calls %j is of the family %s without a report', (image, family) => {
    expect(nodeSystem(undefined, image).family).toBe(family);
  });

  it.each([
    ['Red Hat Enterprise Linux CoreOS 418.94.202503121207-0', 'RHCOS 4.18'],
    ['Red Hat Enterprise Linux CoreOS 9.6.20250826-1 (Plow)', 'RHCOS'],
    ['Red Hat Enterprise Linux CoreOS', 'RHCOS'],
    ['Red Hat Enterprise Linux 9.4 (Plow)', 'RHEL 9.4'],
  ])('that the kubelet calls %j has no other name than in a report: %s', (image, name) => {
    expect(nodeSystem(undefined, image).name).toBe(name);
  });
});
