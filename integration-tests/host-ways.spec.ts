import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { newestConsole } from './console-profiles';
import { expect, test } from './host';
import type { Host } from './running-host';

test.use({
  hostArguments: ['--backend', 'sample', '--nodes', '40'],
  permissions: ['clipboard-read', 'clipboard-write'],
});

interface Report {
  readonly metadata: { readonly name: string };
  readonly status: {
    readonly facts: { readonly operatingSystem?: { readonly id: string } };
    readonly findings: readonly { readonly requirement: string; readonly verdict: string }[];
  };
}

/** The RHEL hosts with a unit that the guide stops, as their reports say. */
async function affectedHosts(host: Host): Promise<readonly string[]> {
  const reports = '/api/kubernetes/apis/calicoreadiness.io/v1alpha1/nodereports';
  const response = await fetch(`${host.url(newestConsole)}${reports}`, { headers: host.authorization });
  const { items } = (await response.json()) as { readonly items: readonly Report[] };
  return items
    .filter(
      ({ status: { facts, findings } }) =>
        facts.operatingSystem?.id === 'rhel' &&
        findings.some(
          ({ requirement, verdict }) =>
            ['firewalld-disabled', 'iptables-managers-disabled'].includes(requirement) &&
            ['Fail', 'Warn'].includes(verdict),
        ),
    )
    .map(({ metadata }) => metadata.name)
    .sort();
}

/** Steps from one way to the next by keyboard, and opens it. */
async function nextWay(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
}

/** The text of the file that the way shows, as copied and as downloaded; both have to be the same. */
async function copiedAndDownloaded(page: Page, label: string, fileName: string): Promise<string> {
  await page.getByRole('button', { name: `Copy: ${label}`, exact: true }).press('Enter');
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `Download ${fileName}` }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe(fileName);
  const text = await readFile(await download.path(), 'utf8');
  expect(copied).toBe(text);
  return text;
}

test('the affected RHEL hosts are named in a playbook and a script, to copy and to download by keyboard', async ({
  page,
  host,
}) => {
  const hosts = await affectedHosts(host);
  expect(hosts.length).toBeGreaterThan(1);
  await page.goto('/calico-readiness/guides/firewalld?platform=rhel');
  await expect(page.getByRole('tab', { name: 'Commands' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('systemctl mask firewalld.service').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Commands' }).focus();

  await nextWay(page, 'Ansible playbook');
  await expect(page.getByText(`Affected hosts in it: ${String(hosts.length)}`)).toBeVisible();
  const playbook = await copiedAndDownloaded(page, 'Ansible playbook', 'calico-firewalld.yaml');
  expect([...playbook.matchAll(/^ +- ([a-z0-9.-]+\.example)$/gm)].map(([, name]) => name).sort()).toEqual(hosts);
  expect(playbook).toContain('- name: Mask firewalld.service');

  await page.getByRole('tab', { name: 'Ansible playbook' }).focus();
  await nextWay(page, 'Shell script');
  await expect(page).toHaveURL(/[?&]way=script/);
  const script = await copiedAndDownloaded(page, 'Shell script', 'calico-firewalld.sh');
  expect([...script.matchAll(/^ +'([a-z0-9.-]+\.example)'/gm)].map(([, name]) => name).sort()).toEqual(hosts);
  await expect(page.getByText('sudo sh calico-firewalld.sh --undo')).toBeVisible();
});
