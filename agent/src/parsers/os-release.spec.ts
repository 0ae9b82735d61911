import * as fc from 'fast-check';
import { parseOsRelease } from './os-release';
import { malformed, parsed } from './parsed';

const rhcos = `NAME="Red Hat Enterprise Linux CoreOS"
ID="rhel"
ID_LIKE="fedora"
VERSION="9.6.20250611-0"
VERSION_ID="9.6"
VARIANT="CoreOS"
VARIANT_ID=coreos
PLATFORM_ID="platform:el9"
PRETTY_NAME="Red Hat Enterprise Linux CoreOS 9.6.20250611-0 (Plow)"
RHEL_VERSION=9.6
OPENSHIFT_VERSION="4.19"
`;

describe('parseOsRelease', () => {
  it.each([
    [
      'of RHCOS',
      rhcos,
      {
        id: 'rhel',
        versionId: '9.6',
        idLike: ['fedora'],
        prettyName: 'Red Hat Enterprise Linux CoreOS 9.6.20250611-0 (Plow)',
        variantId: 'coreos',
        rhelVersion: '9.6',
        openshiftVersion: '4.19',
      },
    ],
    [
      'with single quotes and escapes',
      'ID=\'a\\b\'\nPRETTY_NAME="say \\"x\\" for \\$5"\n',
      { id: 'a\\b', prettyName: 'say "x" for $5' },
    ],
    ['with an empty value and none', 'ID=\nVERSION_ID=\n', { id: 'linux' }],
    ['without ID', 'NAME=Some\n', { id: 'linux' }],
    [
      'with several relatives',
      'ID=rocky\nID_LIKE="rhel centos  fedora"\n',
      { id: 'rocky', idLike: ['rhel', 'centos', 'fedora'] },
    ],
    ['with DOS line ends', 'ID=debian\r\nVERSION_ID="12"\r\n', { id: 'debian', versionId: '12' }],
    ['with control characters', 'ID=de\u001b[31mbian\n', { id: 'de[31mbian' }],
    ['with a very long name', `ID=x\nPRETTY_NAME=${'y'.repeat(5000)}\n`, { id: 'x', prettyName: 'y'.repeat(64) }],
  ])('reads a file %s', (_case, text, expected) => {
    expect(parseOsRelease(text)).toEqual(parsed(expected));
  });

  it.each([
    ['', 'has no line NAME=value'],
    ['Debian GNU/Linux 12\n', 'has no line NAME=value'],
    ['ID=a\u0000', 'holds binary data'],
  ])('%j is malformed', (text, detail) => {
    expect(parseOsRelease(text)).toEqual(malformed(detail));
  });

  it('has what was written, in either kind of quotes', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9 .:_-]{1,30}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9._-]{1,12}$/), value, fc.constantFrom('"', "'"), (id, name, quote) => {
        expect(parseOsRelease(`ID=${id}\nPRETTY_NAME=${quote}${name}${quote}\n`)).toEqual(
          parsed({ id, prettyName: name }),
        );
      }),
    );
  });

  it('never lets a field grow beyond 64 characters or hold a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        const result = parseOsRelease(`ID=x\nPRETTY_NAME=${value}\n`);
        const name = result.status === 'parsed' ? (result.value.prettyName ?? '') : '';
        expect(name.length <= 64 && !/\p{Cc}/u.test(name)).toBe(true);
      }),
    );
  });
});
