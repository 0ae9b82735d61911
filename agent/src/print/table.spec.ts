import stringWidth from 'string-width';
import { expectGolden } from '../../test/expect-golden';
import { sampleReport } from '../../test/sample-report';
import { printTable } from './table';

const plain = { width: 100, colour: false, unicode: true };

describe('the table printer', () => {
  it.each([
    ['table-100.txt', plain],
    ['table-80.txt', { ...plain, width: 80 }],
    ['table-140.txt', { ...plain, width: 140 }],
    ['table-ascii.txt', { ...plain, unicode: false }],
    ['table-colour.txt', { ...plain, colour: true }],
  ])('prints %s', (name, style) => {
    expectGolden(printTable(sampleReport, style), name);
  });

  it.each([40, 60, 80, 95, 96, 100, 140, 200])(
    'keeps every line within %i columns and without blanks at its end',
    (width) => {
      for (const line of printTable(sampleReport, { ...plain, width }).split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(width, 80));
        expect(line).not.toMatch(/ $/);
      }
    },
  );

  it('uses no escape code without colour and no character beyond ASCII without Unicode', () => {
    expect(printTable(sampleReport, { ...plain, unicode: false })).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('says the same with and without colour', () => {
    const coloured = printTable(sampleReport, { ...plain, colour: true });

    expect(coloured.replace(new RegExp('\u001b\\[\\d+m', 'g'), '')).toBe(printTable(sampleReport, plain));
  });
});
