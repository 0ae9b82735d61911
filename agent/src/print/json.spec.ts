import { expectGolden } from '../../test/expect-golden';
import { printJson } from './json';
import { sampleReport } from '../../test/sample-report';

const style = { width: 100, colour: true, unicode: true };

describe('the JSON printer', () => {
  it('prints the NodeReport and nothing else', () => {
    const text = printJson(sampleReport, style);

    expect(JSON.parse(text)).toEqual(sampleReport.report);
    expectGolden(text, 'report.json');
  });
});
