import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { themes, violations } from './axe';
import { newestConsole, type ConsoleProfile } from './console-profiles';
import type { HostOptions } from './host';
import { sampleFleet } from './pages';
import { startHost, type Host } from './running-host';

/** A host of its own for each test, and a browser that it has not let in. */
const test = base.extend<{ readonly host: Host }, HostOptions>({
  consoleProfile: [newestConsole, { option: true, scope: 'worker' }],
  hostArguments: [sampleFleet, { option: true, scope: 'worker' }],
  host: async ({ hostArguments }, use) => {
    const host = await startHost(hostArguments);
    await use(host);
    await host.stop();
  },
});

const picture = (name: string, profile: ConsoleProfile): string =>
  path.join(import.meta.dirname, '..', 'test-results', 'screenshots', `${name}-${profile}.png`);

const instruction = { name: 'Open the address that the program printed' };

test('the printed address lets in, and its token stays nowhere in the browser', async ({
  page,
  host,
  consoleProfile,
}) => {
  const token = new URL(host.printedUrl(consoleProfile)).searchParams.get('token') ?? '';
  const later: string[] = [];
  page.on('request', (request) => later.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));

  await page.goto(host.printedUrl(consoleProfile));
  await expect(page.getByTestId('profile-label')).toHaveText(`Console ${consoleProfile}`);

  expect(token).toMatch(/^[\w-]{43}$/);
  expect(later.filter((request) => request.includes(token))).toEqual([`${host.printedUrl(consoleProfile)} `]);
  expect(page.url()).not.toContain('token');
  expect(
    await page.evaluate('document.cookie + document.referrer + JSON.stringify(performance.getEntries())'),
  ).not.toContain(token);
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 });
  expect(cookie?.value).not.toBe(token);

  await page.goto(`${host.url(consoleProfile)}/calico-readiness`);
  await expect(page.getByRole('heading', { name: /^Causes/ }).first()).toBeVisible();
});

for (const colorScheme of themes) {
  test(`who opens another address is told what to do, in the ${colorScheme} theme`, async ({
    page,
    host,
    consoleProfile,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const place of ['/', '/calico-readiness/nodes', '/?token=wrong']) {
      const answer = await page.goto(`${host.url(consoleProfile)}${place}`);
      expect(answer?.status()).toBe(401);
      await expect(page.getByRole('heading', instruction)).toBeVisible();
    }
    await page.screenshot({ path: picture(`not-signed-in-${colorScheme}`, consoleProfile) });
    expect(await violations(page)).toEqual([]);
  });
}

test('a page that is open says that the host was started again, and goes on when it is let in', async ({
  page,
  host,
  hostArguments,
  consoleProfile,
}) => {
  await page.goto(host.printedUrl(consoleProfile));
  await page.goto(`${host.url(consoleProfile)}/calico-readiness`);
  const causes = page.getByRole('heading', { name: /^Causes/ }).first();
  await expect(causes).toBeVisible();
  // The causes may be the controller's; pools come with the rows.
  await expect(page.getByRole('heading', { name: 'Pools by chapter' })).toBeVisible();
  await expect(page.getByTestId('signed-out')).toBeHidden();

  await host.stop();
  const again = await startHost(hostArguments, [`${consoleProfile}:${new URL(host.url(consoleProfile)).port}`]);
  try {
    await expect(page.getByTestId('signed-out')).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(/cannot be refreshed/)).toBeVisible();
    await expect(causes).toBeVisible();
    await page.screenshot({ path: picture('started-again', consoleProfile) });
    await page.getByRole('button', { name: 'Reload this page' }).click();
    await expect(page.getByRole('heading', instruction)).toBeVisible();

    const other = await page.context().newPage();
    await other.goto(again.printedUrl(consoleProfile));
    await expect(other.getByTestId('profile-label')).toBeVisible();
    await page.reload();
    await expect(causes).toBeVisible();
    await expect(page.getByTestId('signed-out')).toBeHidden();
  } finally {
    await again.stop();
  }
});

test('a link of another site leads in, if need be over the page that says so', async ({
  page,
  host,
  consoleProfile,
}) => {
  const site = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end(`<a href="${host.printedUrl(consoleProfile)}">in</a>`),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    // Another name is another site, although it is the same machine.
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
    await page.getByRole('link', { name: 'in' }).click();
    const label = page.getByTestId('profile-label');
    await expect(label.or(page.getByRole('heading', instruction))).toBeVisible();
    if (!(await label.isVisible())) await page.getByRole('link', { name: 'try again' }).click();
    await expect(label).toBeVisible();
  } finally {
    site.close();
  }
});

test('the token is printed in the addresses, and nowhere else', async ({ page, host, consoleProfile }) => {
  await host.setScenario('error');
  await page.goto(host.printedUrl(consoleProfile));
  await page.goto(`${host.url(consoleProfile)}/calico-readiness?token=wrong`);
  const token = new URL(host.printedUrl(consoleProfile)).searchParams.get('token') ?? '';
  const lines = host
    .output()
    .split('\n')
    .filter((line) => line.includes(token));
  expect(lines.every((line) => /^console \S+ +http:\S+$/.test(line))).toBe(true);
});
