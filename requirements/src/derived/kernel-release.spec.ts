import fc from 'fast-check';
import { isKernelAtLeast, parseKernelRelease } from './kernel-release';

describe('parseKernelRelease', () => {
  it.each([
    ['3.10.0-1160.119.1.el7.x86_64', { major: 3, minor: 10, patch: 0, build: 1160, enterpriseLinux: 7 }],
    ['4.18.0-193.el8.x86_64', { major: 4, minor: 18, patch: 0, build: 193, enterpriseLinux: 8 }],
    ['5.14.0-570.12.1.el9_6.x86_64', { major: 5, minor: 14, patch: 0, build: 570, enterpriseLinux: 9 }],
    ['6.11.0-0.rc5.23.el10.x86_64', { major: 6, minor: 11, patch: 0, build: 0, enterpriseLinux: 10 }],
    ['5.4.17-2136.312.3.4.el8uek.x86_64', { major: 5, minor: 4, patch: 17, build: 2136, enterpriseLinux: 8 }],
    ['6.1.0-18-amd64', { major: 6, minor: 1, patch: 0, build: 18 }],
    ['6.18.44-fc-v769', { major: 6, minor: 18, patch: 44, build: 0 }],
    ['5.10', { major: 5, minor: 10, patch: 0, build: 0 }],
  ])('reads %s', (text, expected) => expect(parseKernelRelease(text)).toEqual(expected));

  it.each(['', 'generic', 'v5.10', '5', '5.', '.5.1', '9999999.1.2'])('refuses %j', (text) =>
    expect(parseKernelRelease(text)).toBeUndefined(),
  );

  it('never throws, and what it returns are natural numbers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d+\.\d+.*$/)), (text) => {
        const release = parseKernelRelease(text);
        return (
          release === undefined || Object.values(release).every((number) => Number.isSafeInteger(number) && number >= 0)
        );
      }),
    );
  });
});

describe('what parseKernelRelease remembers', () => {
  it('is the last release alone, whatever was read in between', () => {
    const [first, other] = ['5.14.0-570.el9_6.x86_64', '6.1.0-18-amd64'];
    const once = parseKernelRelease(first);
    expect(parseKernelRelease(first)).toBe(once);
    expect(parseKernelRelease(other)).toEqual({ major: 6, minor: 1, patch: 0, build: 18 });
    expect(parseKernelRelease('no number')).toBeUndefined();
    expect(parseKernelRelease(first)).toEqual(once);
    expect(parseKernelRelease(first)).not.toBe(once);
  });

  it('can be changed by no caller', () => {
    expect(Object.isFrozen(parseKernelRelease('5.14.0-570.el9_6.x86_64'))).toBe(true);
  });
});

describe('isKernelAtLeast', () => {
  it.each([
    ['3.10.0-1160.el7.x86_64', [3, 10], true],
    ['3.9.11', [3, 10], false],
    ['3.2.0', [3, 10], false],
    ['2.6.32-754.el6.x86_64', [3, 10], false],
    ['4.18.0-193.el8.x86_64', [4, 18, 0, 193], true],
    ['4.18.0-147.el8.x86_64', [4, 18, 0, 193], false],
    ['5.14.0-70.el9.x86_64', [4, 18, 0, 193], true],
    ['5.3.0', [5, 3], true],
    ['5.2.99', [5, 3], false],
    ['10.0.0', [5, 3], true],
  ] as const)('%s against %j: %s', (text, minimum, expected) => {
    const release = parseKernelRelease(text);
    expect(release && isKernelAtLeast(release, minimum)).toBe(expected);
  });
});
