import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ControllerMetrics } from '../../../src/controller/metrics/controller-metrics';
import { chart, render } from './helm';
import { openShift } from './renderings';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}

describe('the alerts of the chart', () => {
  const repository = join(chart, '../..');
  const rule = render(openShift).find(({ kind }) => kind === 'PrometheusRule');
  const alerts = (rule?.['spec'] as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);

  it('are few, and each has a page that says what to do, and no page is of an alert that there is not', () => {
    const pages = readdirSync(join(repository, 'docs/runbooks'));

    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts.length).toBeLessThanOrEqual(5);
    expect(pages.sort()).toEqual(alerts.map(({ alert }) => `${alert}.md`).sort());
    for (const { annotations } of alerts) expect(existsSync(join(repository, annotations['runbook'] ?? ''))).toBe(true);
  });

  it('lead into the console page', () => {
    for (const { annotations } of alerts) expect(annotations['console_page']).toBe('/calico-readiness');
  });

  it('ask for metrics that there are', async () => {
    const { body } = await new ControllerMetrics().text();
    const known = new Set([...body.matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name));
    const asked = alerts.flatMap(({ expr }) => [...expr.matchAll(/calico_readiness_\w+/g)].map(([name]) => name));

    expect(asked.length).toBeGreaterThanOrEqual(alerts.length);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });
});
