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

  it.each([
    ['see www.example.com', 'see www&#46;example.com'],
    ['WWW.example.com', 'WWW&#46;example.com'],
    ['fixed by GH-1 and gh-22', 'fixed by GH&#45;1 and gh&#45;22'],
    ['https://example.com #1 a/b#2 @team', 'https&#58;//example.com \\#1 a/b\\#2 &#64;team'],
    ['5.14.0-570', '5.14.0-570'],
  ])('links nothing of %j', (observed, expected) => {
    const [first] = sampleReport.findings;
    const report = { ...sampleReport, findings: first === undefined ? [] : [{ ...first, observed }] };
    expect(printMarkdown(report, style)).toContain(`| ${expected} |`);
  });

  it('lets no host text become HTML, a link or a mention', () => {
    const text = printMarkdown(sampleReport, style);

    expect(text).not.toMatch(/<script|@everyone|(?<!\\)\[link\]/);
  });
});
