import { cookieValues } from './cookies';

describe('the values of a cookie', () => {
  it.each([
    [undefined, []],
    ['', []],
    [';;;', []],
    ['a', []],
    ['=1', []],
    ['a=', ['']],
    ['a=1', ['1']],
    ['b=2; a=1', ['1']],
    ['a=1;a=2 ; A=3', ['1', '2']],
    ['aa=1; b=a=1', []],
    [' a = 1=2 ', ['1=2']],
    ['a="1"', ['"1"']],
    ['__proto__=1; a=%zz', ['%zz']],
  ])('are found in %j', (header, expected) => {
    expect(cookieValues(header, 'a')).toEqual(expected);
  });
});
