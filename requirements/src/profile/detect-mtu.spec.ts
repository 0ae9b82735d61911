import fc from 'fast-check';
import { detectNodeProfile, detectProfile } from './detect-profile';
import { mergeProfiles } from './merge-profiles';
import { declareProfile } from '../model/declare-profile';
import { unreadableObject } from './cluster-objects';
import { felix, installation, objectsOf } from './testing/sample-objects';

const pods = (mtu: unknown) => installation({ mtu });

describe('the size of packets', () => {
  it.each([
    ['the Installation', { installation: pods(1400) }, { pods: 1400 }, 'Installation default spec.calicoNetwork.mtu'],
    [
      'Felix',
      {
        felixConfigurations: felix({
          default: { ipipMTU: 1440, vxlanMTU: 1410, vxlanMTUV6: 1390, wireguardMTU: 1400, wireguardMTUV6: 1380 },
        }),
      },
      { ipip: 1440, vxlan: 1410, vxlanV6: 1390, wireguard: 1400, wireguardV6: 1380 },
      'FelixConfiguration default spec.ipipMTU',
    ],
    [
      'a pattern for devices',
      { felixConfigurations: felix({ default: { mtuIfacePattern: '^bond.*' } }) },
      { interfacePattern: '^bond.*' },
      'FelixConfiguration default spec.mtuIfacePattern',
    ],
    [
      'Felix, while the Installation may not be read',
      { installation: unreadableObject('forbidden'), felixConfigurations: felix({ default: { vxlanMTU: 1410 } }) },
      { vxlan: 1410 },
      'Installation default cannot be read: forbidden',
    ],
  ])('that %s sets is detected', (_, objects, value, from) => {
    const { mtu } = detectProfile(objectsOf(objects));
    expect(mtu).toMatchObject({ value, source: 'detected' });
    expect(mtu?.from).toContain(from);
  });

  it.each([
    ['nobody sets one', {}],
    [
      'it is 0, which is the same as none',
      { installation: pods(0), felixConfigurations: felix({ default: { vxlanMTU: 0 } }) },
    ],
    ['it is no size', { installation: pods('large'), felixConfigurations: felix({ default: { ipipMTU: 12 } }) }],
    ['the pattern is empty', { felixConfigurations: felix({ default: { mtuIfacePattern: '' } }) }],
  ])('is left to the devices of each node where %s', (_, objects) => {
    expect(detectProfile(objectsOf(objects)).mtu).toBeUndefined();
  });

  it('may be another one on a node of its own', () => {
    const felixConfigurations = felix({ default: { vxlanMTU: 1410 }, 'node.a': { vxlanMTU: 8900 } });
    const objects = objectsOf({ felixConfigurations });
    expect(detectProfile(objects).mtu?.value).toEqual({ vxlan: 1410 });
    expect(detectNodeProfile(objects, 'a').mtu?.value).toEqual({ vxlan: 8900 });
  });

  it('is the declared one where one is declared, and else the detected one', () => {
    const detected = detectProfile(objectsOf({ installation: pods(1400) }));
    expect(mergeProfiles(declareProfile({ mtu: { pods: 1300 } }, 'x'), detected).mtu).toMatchObject({
      value: { pods: 1300 },
      source: 'declared',
    });
    expect(mergeProfiles(declareProfile({}, 'x'), detected).mtu).toEqual(detected.mtu);
    expect('mtu' in mergeProfiles(declareProfile({}, 'x'), declareProfile({}, 'y'))).toBe(false);
  });

  it('is a whole number in its range, whatever the objects hold', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, other) => {
        const objects = objectsOf({
          installation: pods(one),
          felixConfigurations: felix({ default: { vxlanMTU: other } }),
        });
        for (const size of Object.values(detectProfile(objects).mtu?.value ?? {}))
          expect(size).toSatisfy((value: unknown) => Number.isInteger(value) && Number(value) >= 576);
      }),
    );
  });
});
