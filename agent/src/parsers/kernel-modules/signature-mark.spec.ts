import { malformed, parsed } from '../parsed';
import { parseSignatureMark } from './signature-mark';

const elf = '\u007fELF\u0002\u0001\u0001';
const mark = '~Module signature appended~\n';
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('parseSignatureMark', () => {
  it.each([
    ['a module that ends in the mark', `${elf} code ${mark}`, true],
    ['a module without', `${elf} code`, false],
    ['a module that was stripped and padded afterwards', `${elf} code ${mark}\0`, false],
    ['the mark without its line end', `${elf} code ${mark.trimEnd()}`, false],
    ['a file shorter than the mark', elf, false],
  ])('of %s', (_what, text, isSigned) => expect(parseSignatureMark(bytes(text))).toEqual(parsed(isSigned)));

  it.each(['', 'ELF', `\u001f\u008b ${mark}`])('takes %j for no module', (text) =>
    expect(parseSignatureMark(bytes(text))).toEqual(malformed('is no ELF file')),
  );
});
