import * as fc from 'fast-check';
import { parseDmiText } from './dmi-text';
import { malformed, parsed } from './parsed';
import { parseSysctlSwitch } from './proc/sysctl-switch';

describe('parseSysctlSwitch', () => {
  it.each([
    ['0\n', false],
    ['1\n', true],
    ['2', true],
    ['-1\n', true],
  ])('takes %j for %s', (text, on) => {
    expect(parseSysctlSwitch(text)).toEqual(parsed(on));
  });

  it.each(['', '\n', 'y\n', '0 0\n', '1\n1\n', '\u0000', '12345678901'])('%j is malformed', (text) => {
    expect(parseSysctlSwitch(text)).toEqual(malformed('is no number'));
  });
});

describe('parseDmiText', () => {
  it.each([
    ['7783-7084-3265-9085-8269-3286-77\n', '7783-7084-3265-9085-8269-3286-77'],
    [' Amazon EC2 \n', 'Amazon EC2'],
    ['\n', ''],
  ])('takes %j for %j', (text, value) => {
    expect(parseDmiText(text)).toEqual(parsed(value));
  });

  it.each(['a\u0000b', 'one\ntwo\n', 'x'.repeat(257)])('%j is malformed', (text) => {
    expect(parseDmiText(text)).toEqual(malformed('is no text of a firmware'));
  });
});

it.each([
  ['a switch', parseSysctlSwitch],
  ['a text of the firmware', parseDmiText],
])('any text as %s is understood or malformed, and never an error', (_what, parse) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['parsed', 'malformed']).toContain(parse(text).status);
    }),
  );
});
