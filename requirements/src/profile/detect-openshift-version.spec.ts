import { absentObject, foundObject, unreadableObject } from './cluster-objects';
import { detectOpenShiftVersion } from './detect-openshift-version';

const clusterVersion = (status: unknown, spec: unknown = {}) =>
  foundObject({
    apiVersion: 'config.openshift.io/v1',
    kind: 'ClusterVersion',
    metadata: { name: 'version' },
    spec,
    status,
  });

describe('detectOpenShiftVersion', () => {
  it('is the last version that was installed to the end, with its channel', () => {
    const history = [
      { state: 'Partial', version: '4.21.0' },
      { state: 'Completed', version: '4.20.3' },
      { state: 'Completed', version: '4.19.9' },
    ];
    const read = clusterVersion({ desired: { version: '4.21.0' }, history }, { channel: 'stable-4.21' });

    expect(detectOpenShiftVersion(read)).toEqual({ status: 'seen', version: '4.20.3', channel: 'stable-4.21' });
  });

  it('is the desired one while the first is being installed', () => {
    const read = clusterVersion({ desired: { version: '4.20.3' }, history: [{ state: 'Partial', version: '4.20.3' }] });

    expect(detectOpenShiftVersion(read)).toEqual({ status: 'seen', version: '4.20.3' });
  });

  it('is absent where there is no ClusterVersion', () => {
    expect(detectOpenShiftVersion(absentObject)).toEqual({ status: 'absent' });
  });

  it.each([
    [unreadableObject('forbidden'), 'forbidden'],
    [foundObject({ kind: 'ClusterVersion' }), 'malformed'],
    [clusterVersion('x'), 'names no version'],
    [clusterVersion({ history: 'x', desired: [] }), 'names no version'],
    [clusterVersion({ desired: { version: 4 } }), 'names no version'],
  ])('is unseen where nothing tells it: %j', (read, reason) => {
    expect(detectOpenShiftVersion(read)).toEqual({ status: 'unseen', reason: expect.stringContaining(reason) });
  });
});
