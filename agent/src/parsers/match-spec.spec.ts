import * as fc from 'fast-check';
import { joinMatchSpecs, splitMatchSpecs } from './match-spec';

describe('a device list', () => {
  it.each([
    ['', []],
    [' ;, ; ', []],
    ['interface-name:cali*;interface-name:tunl*', ['interface-name:cali*', 'interface-name:tunl*']],
    ['a,b;c', ['a', 'b', 'c']],
    [' a ; b\t,\tc ', ['a', 'b', 'c']],
    ['a\\,b\\;c', ['a,b;c']],
    ['\\sa\\s', [' a ']],
    ['a\\qb', ['a\\qb']],
    ['a\\', ['a']],
    ['interface-name: x', ['interface-name: ']],
    ['x y', ['x ']],
  ])('%j has the items %j', (value, specs) => {
    expect(splitMatchSpecs(value)).toEqual(specs);
  });

  it('that is joined splits into the same items', () => {
    // Blanks inside an item are left out: the daemon itself does not get such items back.
    const item = fc.stringMatching(/^[a-z*:~=\\,;]{1,12}$/);
    fc.assert(
      fc.property(fc.array(item), (specs) => {
        expect(splitMatchSpecs(joinMatchSpecs(specs))).toEqual(specs);
      }),
    );
  });

  it('of any text has no empty item', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(splitMatchSpecs(value)).not.toContain('');
      }),
    );
  });
});
