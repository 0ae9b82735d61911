import { convert } from 'xmlbuilder2';
import { expectGolden } from '../../test/expect-golden';
import { printJunit } from './junit';
import { sampleReport } from '../../test/sample-report';

const style = { width: 100, colour: true, unicode: true };

describe('the JUnit printer', () => {
  it('prints a suite per chapter and a case per requirement', () => {
    expectGolden(printJunit(sampleReport, style), 'report.xml');
  });

  it('prints XML that can be read back', () => {
    expect(convert(printJunit(sampleReport, style), { format: 'object' })).toMatchObject({
      testsuites: { '@tests': '10', '@failures': '1', '@errors': '1', '@skipped': '5' },
    });
  });
});
