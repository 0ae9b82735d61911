import { expectGolden } from '../../test/expect-golden';
import { printMarkdown } from './markdown';
import { sampleReport } from '../../test/sample-report';

const style = { width: 100, colour: true, unicode: true };

describe('the Markdown printer', () => {
  it('prints a table per chapter', () => {
    expectGolden(printMarkdown(sampleReport, style), 'report.md');
  });

  it('gives every row as many cells as the head has, whatever the host says', () => {
    const rows = printMarkdown(sampleReport, style)
      .split('\n')
      .filter((line) => line.startsWith('|'));

    expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length))).toEqual(new Set([7]));
  });

  it('lets no host text become HTML, a link or a mention', () => {
    const text = printMarkdown(sampleReport, style);

    expect(text).not.toMatch(/<script|@everyone|(?<!\\)\[link\]/);
  });
});
