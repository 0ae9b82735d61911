import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
