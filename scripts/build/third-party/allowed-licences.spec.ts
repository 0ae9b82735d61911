import { isAllowedForCode, isAllowedForPart } from './allowed-licences';

describe('the list of allowed licences', () => {
  it.each([
    'MIT',
    '(MIT)',
    'Apache-2.0 AND MIT',
    'MIT OR GPL-3.0-only',
    '(GPL-2.0-only OR BSD-3-Clause)',
    'GPL-3.0-only AND MIT OR ISC',
  ])('has %s', (expression) => {
    expect(isAllowedForCode(expression)).toBe(true);
  });

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MPL-2.0',
    'MIT AND GPL-3.0-only',
    'MIT AND GPL-3.0-only OR LGPL-3.0-only',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    '(MIT OR GPL-2.0-only) AND (SSPL-1.0 OR ISC)',
    'MIT OR (GPL-2.0-only',
    'SEE LICENSE IN LICENSE.md',
    'UNLICENSED',
    'mit',
    'MIT ',
    '',
    'CC-BY-4.0',
    'OFL-1.1',
  ])('has not %s', (expression) => {
    expect(isAllowedForCode(expression)).toBe(false);
  });

  it.each(['CC-BY-4.0', 'OFL-1.1', 'LicenseRef-public-domain', 'MIT'])('has %s for parts that are named', (id) => {
    expect(isAllowedForPart(id)).toBe(true);
  });
});
