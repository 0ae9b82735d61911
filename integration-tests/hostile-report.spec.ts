import { expect, test } from './host';
import { exampleNode, sampleFleet } from './pages';
import { settled } from './settled';

test.use({ hostArguments: sampleFleet });

const script = '<img src=x onerror="window.hijacked=1">\u202e{{count}} $t(Ready)';

/** One of ours says so when it is seen to: one of theirs that came before it has said so then. */
const imageThatCannotLoad =
  "new Promise((resolve) => Object.assign(new Image(), { onerror: () => setTimeout(resolve, 50), src: '/calico-readiness/x' }))";

const hostile = {
  verdict: 'Excellent',
  observedAt: new Date().toISOString(),
  reportIntervalSeconds: 900,
  findings: [
    { requirement: 'ip-sets', verdict: 'Splendid', reason: 'NeverHeardOf', observed: script },
    {
      requirement: 'a-requirement-of-tomorrow',
      verdict: 'Fail',
      reason: 'Something',
      observed: script,
      since: 'yesterday',
    },
    { verdict: 'Fail' },
    'not an object',
    null,
  ],
  facts: { kernelModules: 'none', operatingSystem: { id: script, prettyName: script } },
  profile: { calicoVersion: { value: 3.25 } },
};

test('a report with unknown ids, unknown verdicts, missing fields and hostile strings is shown as text', async ({
  page,
  host,
  consoleProfile,
}) => {
  const address = `${host.url(consoleProfile)}/api/kubernetes/apis/calicoreadiness.io/v1alpha1/nodereports/${exampleNode}`;
  const answer = await page.request.get(address);
  const report = (await answer.json()) as { status: unknown };
  const write = async (status: unknown) => {
    const current = (await (await page.request.get(address)).json()) as object;
    const response = await page.request.put(`${address}/status`, { data: { ...current, status } });
    expect(await response.text()).toContain(exampleNode);
    expect(response.status()).toBe(200);
  };

  await write(hostile);
  try {
    for (const place of [
      '/calico-readiness',
      `/calico-readiness/nodes?name=${exampleNode}`,
      `/k8s/cluster/nodes/${exampleNode}/calico-readiness`,
      '/calico-readiness/guides/kernel-modules',
    ]) {
      await page.goto(place);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await settled(page);
      await page.evaluate(imageThatCannotLoad);
      await expect(page.getByText(/Something went wrong|unexpected error/i)).toBeHidden();
      expect(await page.evaluate('window.hijacked')).toBeUndefined();
    }
    await page.goto(`/k8s/cluster/nodes/${exampleNode}/calico-readiness`);
    await expect(page.getByText('a-requirement-of-tomorrow').first()).toBeVisible();
    await expect(page.getByText('<img src=x').first()).toBeVisible();
  } finally {
    await write(report.status);
  }
});
