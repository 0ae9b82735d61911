import { detectCalicoVersion, isAtLeast } from './detect-calico-version';
import { openObjects } from './open-objects';
import { clusterInformation, objectsOf } from './testing/sample-objects';

const detect = (calicoVersion: unknown) =>
  detectCalicoVersion(openObjects(objectsOf({ clusterInformation: clusterInformation(calicoVersion) })));

describe('detectCalicoVersion', () => {
  it.each([
    ['v3.25.2', 'v3.25'],
    ['3.27.0', 'v3.27'],
    ['v3.32', 'v3.32'],
    ['v3.31.0-0.dev-612-g0e0f3f0a2b3c', 'v3.31'],
    ['v3.30.1-rc1', 'v3.30'],
  ])('takes %s for the release %s', (text, value) =>
    expect(detect(text)).toEqual({ detected: true, value, from: 'ClusterInformation default spec.calicoVersion' }),
  );

  it.each(['v3.19.4', 'v3.33.0', 'v4.25.0', 'v33.25.0', 'v3.250.1'])(
    'names a release that the catalogue does not know: %s',
    (text) =>
      expect(detect(text)).toEqual({
        detected: false,
        from: `ClusterInformation default spec.calicoVersion is v${text.slice(1).split('.').slice(0, 2).join('.')}, which the catalogue does not know`,
      }),
  );

  it.each(['master', 'v3', 'v3.', 'release v3.25.0', '', 3.25, {}, ['v3.25.0']])(
    'does not take %j for a release',
    (value) =>
      expect(detect(value)).toEqual({
        detected: false,
        from: 'ClusterInformation default spec.calicoVersion has an unknown value',
      }),
  );

  it('says that the release is not set, or that there is no Calico', () => {
    expect(detect(null)).toEqual({ detected: false, from: 'ClusterInformation default spec.calicoVersion is not set' });
    expect(detectCalicoVersion(openObjects(objectsOf({})))).toEqual({
      detected: false,
      from: 'ClusterInformation default does not exist',
    });
  });
});

describe('isAtLeast', () => {
  it.each([
    ['v3.31', 32, false],
    ['v3.32', 32, true],
    ['v3.32', 9, true],
  ] as const)('%s is at least 3.%s: %s', (version, minor, expected) =>
    expect(isAtLeast(version, minor)).toBe(expected),
  );
});
