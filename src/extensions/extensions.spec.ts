import { readFileSync } from 'node:fs';
import path from 'node:path';
import { calicoVersions } from '@calico-readiness/requirements';
import { parse } from 'yaml';
import * as alertActions from './alerts/alert-actions';
import { policyTemplate } from './policy/policy-template';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Extension {
  readonly type: string;
  readonly flags?: { readonly required?: readonly string[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

const extensions = JSON.parse(read('console-extensions.json')) as readonly Extension[];
const ofType = (type: string) => extensions.filter((extension) => extension.type === type);

describe("what the console's own pages show of ours", () => {
  it.each([
    'console.node/status',
    'console.action/resource-provider',
    'console.dashboards/overview/health/resource',
    'console.alert-action',
    'console.resource/create',
  ])('hides %s where our kinds are not installed', (type) => {
    const flags = ofType('console.flag/model').map(({ properties }) => properties['flag']);
    expect(ofType(type).length).toBeGreaterThan(0);
    for (const { flags: { required = [] } = {} } of ofType(type)) {
      expect(required.length).toBeGreaterThan(0);
      expect(flags).toEqual(expect.arrayContaining([...required]));
    }
  });

  it('has one action for each alert of the chart', () => {
    const alerts = parse(read('charts/calico-readiness/alerts.yaml')) as readonly { readonly alert: string }[];
    const answered = ofType('console.alert-action').map(({ properties }) => properties['alert']);
    expect(answered).toEqual(alerts.map(({ alert }) => alert));
  });

  it.each(ofType('console.alert-action').map(({ properties }) => JSON.stringify(properties['action'])))(
    'has the function of the alert action %s',
    (reference) => {
      const { $codeRef } = JSON.parse(reference) as { readonly $codeRef: string };
      expect(Object.keys(alertActions)).toContain($codeRef.split('.')[1]);
    },
  );

  it('begins a policy with nothing declared that is detected', () => {
    expect(parse(policyTemplate)).toMatchObject({
      kind: 'ReadinessPolicy',
      metadata: { name: 'cluster' },
      spec: { reportIntervalSeconds: 900 },
    });
    expect((parse(policyTemplate) as { spec: object }).spec).not.toHaveProperty('profile');
  });

  it('names a Calico version that the catalogue knows in the comments of the template', () => {
    const named = /calicoVersion: (\S+)/.exec(policyTemplate)?.[1];
    expect(calicoVersions).toContain(named);
  });
});
