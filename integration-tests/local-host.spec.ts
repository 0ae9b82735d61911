import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentOfPeerPrograms } from '../scripts/test/peer-programs';
import { expect, test as hostTest } from './host';

/** A host tree of which nothing is known but its distribution, and a host that watches it. */
const test = hostTest.extend<object, { readonly hostRoot: string }>({
  hostRoot: [
    async ({}, use) => {
      const root = mkdtempSync(path.join(tmpdir(), 'host-root-'));
      mkdirSync(path.join(root, 'etc'));
      await use(root);
      rmSync(root, { recursive: true });
    },
    { scope: 'worker' },
  ],
  hostArguments: [
    async ({ hostRoot }, use) => use(['--backend', 'local', '--host-root', hostRoot]),
    { scope: 'worker' },
  ],
});

const rhcos = 'ID=rhcos\nVERSION_ID="4.20"\nPRETTY_NAME="Red Hat Enterprise Linux CoreOS 4.20"\n';
const debian = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12"\n';

test('a change on the host shows without reload', async ({ page, hostRoot }) => {
  const osRelease = path.join(hostRoot, 'etc/os-release');
  writeFileSync(osRelease, rhcos);
  await page.goto('/calico-readiness/nodes');
  const table = page.getByRole('grid').or(page.getByRole('table')).first();
  await expect(table).toContainText('RHCOS', { timeout: 15_000 });
  const loadedAt = await page.evaluate('performance.timeOrigin');

  writeFileSync(osRelease, debian);
  await expect(table).toContainText('Debian 12', { timeout: 15_000 });
  await expect(table).toContainText('Warn');

  writeFileSync(osRelease, rhcos);
  await expect(table).not.toContainText('Warn', { timeout: 15_000 });
  expect(await page.evaluate('performance.timeOrigin')).toBe(loadedAt);
});

const thisMachine = hostTest.extend({
  hostArguments: [['--backend', 'local'], { scope: 'worker' }],
});

thisMachine('flows are not tested unasked, and the page says how they would be', async ({ page, host }) => {
  await page.goto('/calico-readiness');
  const notice = page.getByRole('heading', { name: /^Info alert: Flows to other nodes are not tested/ });
  await expect(notice).toContainText('As root, npm start -- --flow-peers tests them with three peers');
  expect(host.output()).toContain('Flows to other nodes are not tested. As root, npm start -- --flow-peers');
  await page.getByRole('button', { name: 'Close this notice' }).click();
  await expect(notice).toHaveCount(0);
});

const withPeers = hostTest.extend({
  hostArguments: [['--backend', 'local', '--flow-peers'], { scope: 'worker' }],
  hostEnvironment: [environmentOfPeerPrograms(), { scope: 'worker' }],
});

/** The name of the only node. */
const nodeIn = (output: string): string => /^This machine: (\S+)$/m.exec(output)?.[1] ?? '';

withPeers('flows of this machine are tested with peers, or the page says what is missing', async ({ page, host }) => {
  // The first quarter of an hour of tests takes a minute, and more on a busy machine.
  withPeers.setTimeout(400_000);
  const [lacks] = /^Flows to other nodes are not tested\. .*$/m.exec(host.output()) ?? [];
  if (process.env['CI'] !== undefined) expect(lacks, 'what the test needs').toBeUndefined();
  await page.goto(`/k8s/cluster/nodes/${nodeIn(host.output())}/calico-readiness`);
  const content = page.locator('#content-scrollable');

  if (lacks !== undefined) {
    await expect(page.getByRole('heading', { name: lacks })).toBeVisible();
    await expect(content).toContainText('The list of nodes to test BGP traffic with is missing');
    return;
  }
  await expect(page.getByRole('heading', { name: /Flows are tested with three peers/ })).toBeVisible();
  await expect(content).toContainText(/TCP 179: 1 of \d peers blocked: flow-peer-3 \(filtered\)/, { timeout: 300_000 });
  await expect(content).toContainText('BGP traffic to other nodes gets no answer: something drops it');
  await expect(content).toContainText('TCP 5473: 3 of 3 peers');
  await page.goto('/calico-readiness/nodes');
  // Peers have no Node: this machine is the only one.
  await expect(page.getByText(nodeIn(host.output()), { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^flow-peer-/ })).toHaveCount(0);
});
