import { parse } from 'yaml';
import { expectGolden } from '../../test/expect-golden';
import { sampleReport } from '../../test/sample-report';
import { printYaml } from './yaml';

const style = { width: 100, colour: true, unicode: true };

describe('the YAML printer', () => {
  it('prints the NodeReport and nothing else', () => {
    const text = printYaml(sampleReport, style);

    expect(parse(text)).toEqual(sampleReport.report);
    expectGolden(text, 'report.yaml');
  });

  it('prints what kubectl, which reads YAML 1.1, takes for the same', () => {
    const report = { ...sampleReport.report, metadata: { name: 'on', labels: { no: '1:30' } } };

    expect(parse(printYaml({ ...sampleReport, report }, style), { version: '1.1' })).toEqual(report);
  });
});
