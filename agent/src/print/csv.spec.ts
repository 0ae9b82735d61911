import { printCsv } from './csv';
import { expectGolden } from '../../test/expect-golden';
import { sampleReport } from '../../test/sample-report';

const style = { width: 100, colour: true, unicode: true };

describe('the CSV printer', () => {
  it('prints one record per requirement', () => {
    expectGolden(printCsv(sampleReport, style), 'report.csv');
  });

  it('lets no host text become a formula', () => {
    expect(printCsv(sampleReport, style)).toContain(',"\'=active, enabled",');
  });
});
