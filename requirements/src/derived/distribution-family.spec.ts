import type { OperatingSystem } from '../model/host-facts';
import { distributionFamily } from './distribution-family';

describe('distributionFamily', () => {
  it.each<[string, OperatingSystem, string]>([
    ['Red Hat CoreOS', { id: 'rhcos' }, 'rhcos'],
    ['Red Hat CoreOS as an image of RHEL', { id: 'rhel', variantId: 'coreos' }, 'rhcos'],
    ['CentOS Stream CoreOS', { id: 'scos', idLike: ['rhel', 'fedora'] }, 'rhcos'],
    ['CentOS Stream CoreOS as an image of CentOS', { id: 'centos', variantId: 'coreos' }, 'rhcos'],
    ['RHEL', { id: 'rhel', idLike: ['fedora'] }, 'rhel'],
    ['AlmaLinux', { id: 'almalinux', idLike: ['rhel', 'centos', 'fedora'] }, 'rhel'],
    ['Rocky Linux', { id: 'rocky', idLike: ['rhel', 'centos', 'fedora'] }, 'rhel'],
    ['CentOS Stream', { id: 'centos', idLike: ['rhel', 'fedora'] }, 'rhel'],
    ['Oracle Linux, which says that it is like Fedora', { id: 'ol', idLike: ['fedora'] }, 'rhel'],
    ['a rebuild that nobody named here', { id: 'eurolinux', idLike: ['rhel', 'fedora'] }, 'rhel'],
    ['Amazon Linux 2', { id: 'amzn', idLike: ['centos', 'rhel', 'fedora'] }, 'other'],
    ['Amazon Linux 2023', { id: 'amzn', idLike: ['fedora'] }, 'other'],
    ['Fedora', { id: 'fedora' }, 'other'],
    ['Fedora CoreOS', { id: 'fedora', variantId: 'coreos' }, 'other'],
    ['Ubuntu', { id: 'ubuntu', idLike: ['debian'] }, 'other'],
    ['Debian', { id: 'debian' }, 'other'],
    ['Flatcar', { id: 'flatcar', idLike: ['coreos'] }, 'other'],
  ])('of %s', (_name, system, family) => expect(distributionFamily(system)).toBe(family));
});
