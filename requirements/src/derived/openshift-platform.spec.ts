import { observed, unavailable } from '../model/fact';
import { openshiftPlatform } from './openshift-platform';

describe('whether a node is OpenShift’s', () => {
  it.each([
    [{ id: 'rhcos' }, 'openshift'],
    [{ id: 'rhel', variantId: 'coreos' }, 'openshift'],
    [{ id: 'fedora', variantId: 'coreos', openshiftVersion: '4.15' }, 'openshift'],
    [{ id: 'rhel', versionId: '9.4' }, 'undecided'],
    [{ id: 'fedora', variantId: 'coreos' }, 'undecided'],
    [{ id: 'scos' }, 'undecided'],
    [{ id: 'rocky', idLike: ['rhel', 'centos', 'fedora'] }, 'other'],
    [{ id: 'ubuntu' }, 'other'],
  ] as const)('%j: %s', (system, expected) => expect(openshiftPlatform(observed(system, 'x'))).toBe(expected));

  it('is unknown where its system could not be seen', () => {
    expect(openshiftPlatform(unavailable('denied', 'etc/os-release'))).toBe('undecided');
  });
});
