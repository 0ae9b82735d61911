import type { OperatingSystem } from '../model/host-facts';
import { platformOf } from './guide-platform';

describe('platformOf', () => {
  it.each<[string, OperatingSystem]>([
    ['rhcos', { id: 'rhcos', variantId: 'coreos', idLike: ['rhel', 'fedora'] }],
    ['rhcos', { id: 'rhel', variantId: 'coreos' }],
    ['rhcos', { id: 'scos' }],
    ['rhcos', { id: 'fedora', variantId: 'coreos' }],
    ['rhel', { id: 'rhel', versionId: '8.6' }],
    ['rhel', { id: 'rocky', idLike: ['rhel', 'centos', 'fedora'] }],
    ['rhel', { id: 'eurolinux', idLike: ['rhel'] }],
    ['other', { id: 'debian' }],
    ['other', { id: 'ubuntu', idLike: ['debian'] }],
    ['other', { id: '' }],
  ])('is %s for %j', (platform, operatingSystem) => {
    expect(platformOf(operatingSystem)).toBe(platform);
  });
});
