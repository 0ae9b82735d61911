import { portNames, portRange, reportIntervalRange } from '@calico-readiness/requirements';
import { customResourceDefinitions } from './custom-resource-definitions';

const policy = customResourceDefinitions().find(({ kind }) => kind === 'ReadinessPolicy')?.schema;
const spec = policy?.properties?.['spec']?.properties;

describe('the bounds by which agents and the form judge a policy', () => {
  it('are those of its definition', () => {
    const { least, most } = reportIntervalRange;
    expect(spec?.['reportIntervalSeconds']).toMatchObject({ minimum: least, maximum: most });
  });

  it('hold for every port that the definition has', () => {
    const ports = spec?.['profile']?.properties?.['ports']?.properties ?? {};
    expect(Object.keys(ports)).toEqual(portNames);
    for (const port of Object.values(ports))
      expect(port).toMatchObject({ minimum: portRange.least, maximum: portRange.most });
  });
});
