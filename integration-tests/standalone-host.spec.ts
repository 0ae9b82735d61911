import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { consoleProfiles } from './console-profiles';
import { expect, test } from './host';

const bundle = path.join(import.meta.dirname, '..', 'dist');
const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const files = readdirSync(bundle, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(bundle, path.join(entry.parentPath, entry.name)));

test('both consoles serve the built bundle byte for byte', async ({ host }) => {
  expect(files.length).toBeGreaterThan(1);
  const expected = Object.fromEntries(files.map((file) => [file, digest(readFileSync(path.join(bundle, file)))]));
  for (const profile of consoleProfiles) {
    const served: Record<string, string> = {};
    for (const file of files) {
      const response = await fetch(`${host.url(profile)}/api/plugins/calico-readiness/${file}`, {
        headers: host.authorization,
      });
      served[file] = digest(Buffer.from(await response.arrayBuffer()));
    }
    expect(served).toEqual(expected);
  }
});

test('the page runs the entry script of the manifest and no other', async ({ page }) => {
  const manifest = JSON.parse(readFileSync(path.join(bundle, 'plugin-manifest.json'), 'utf8')) as {
    readonly loadScripts: readonly string[];
  };
  const entry = page.waitForResponse(/\/api\/plugins\/calico-readiness\/plugin-entry/);
  await page.goto('/');
  const response = await entry;
  expect(new URL(response.url()).pathname).toBe(`/api/plugins/calico-readiness/${manifest.loadScripts[0]}`);
  expect(digest(await response.body())).toBe(digest(readFileSync(path.join(bundle, manifest.loadScripts[0] ?? ''))));
});

test('the plugin brings its navigation item and its page', async ({ page }) => {
  await page.goto('/k8s/cluster/nodes');
  await page.getByTestId('nav').filter({ hasText: 'Calico readiness' }).click();
  await expect(page).toHaveURL(/\/calico-readiness$/);
  await expect(page.getByRole('heading', { name: 'Calico readiness', level: 1 })).toBeVisible();
});

test('the masthead says which console this is and that the data is a sample', async ({ page, consoleProfile }) => {
  await page.goto('/');
  await expect(page.getByTestId('profile-label')).toHaveText(`Console ${consoleProfile}`);
  await expect(page.getByTestId('sample-label')).toHaveText('Sample data');
});

test('the node page has the tab of the plugin, by click and by address', async ({ page }) => {
  await page.goto('/k8s/cluster/nodes');
  await page.getByRole('link', { name: 'master-0.sample.example' }).click();
  await page.getByRole('main').getByTestId('horizontal-link-Calico readiness').click();
  await expect(page).toHaveURL(/\/k8s\/cluster\/nodes\/master-0\.sample\.example\/calico-readiness$/);
  await expect(page.getByText('Connectivity verified')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Connectivity verified')).toBeVisible();
});

test('a page can be kept among the favorites, under the name that its title proposes, and forgotten', async ({
  page,
}) => {
  await page.goto('/calico-readiness/guides/firewalld');
  await page.getByRole('button', { name: 'Add to favorites' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to favorites' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Disable firewalld and other iptables managers',
  );
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('nav').filter({ hasText: 'Calico readiness' }).click();
  await expect(page).toHaveURL(/\/calico-readiness$/);
  await page.getByTestId('favorite-resource-item').click();
  await expect(page).toHaveURL(/\/calico-readiness\/guides\/firewalld\?from=favorites$/);
  await page.getByRole('button', { name: 'Remove from favorites' }).click();
  await expect(page.getByTestId('no-favorites-message')).toBeVisible();
});

test('an address that nobody serves is not found', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByTestId('not-found-page')).toBeVisible();
  await expect(page).toHaveTitle('Page Not Found (404) · Calico Readiness');
});

test('the theme can be changed and stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
  await page.reload();
  await expect(page.getByTestId('profile-label')).toBeVisible();
  await expect(page.locator('html')).toHaveClass(/pf-v6-theme-dark/);
});
