import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host';
import { expectInSight, expectReachable, scrollers } from './in-sight';
import { places, sampleFleet, type Place } from './pages';
import { inOrder, resizer } from './windows';

test.use({ hostArguments: sampleFleet });

/** What of a page a person must be able to see, beside its title and its tabs. */
const contents: Readonly<Record<string, (page: Page) => readonly Locator[]>> = {
  overview: (page) => [
    page.getByRole('heading', { name: 'Cluster profile' }),
    page.getByRole('button', { name: 'Try another profile' }),
    page.getByRole('link', { name: 'NetworkManager manages vxlan.calico' }).first(),
    page.getByRole('columnheader', { name: 'Nodes with current report' }),
    page.getByRole('button', { name: /requirements not applicable/ }),
  ],
  matrix: (page) => [
    page.getByRole('button', { name: /^Filter by: / }),
    page.getByRole('textbox', { name: 'Find by name' }),
    page.getByRole('button', { name: 'Try another profile' }),
    page.getByRole('button', { name: 'Export' }),
    page.getByRole('list', { name: 'Legend' }),
    page.getByRole('gridcell', { name: /, Fail, / }).first(),
    page.getByRole('button', { name: 'Go to next page' }),
  ],
  profiles: (page) => [
    page.getByRole('rowheader', { name: /^WireGuard/ }).first(),
    page.getByRole('link', { name: 'What-if: eBPF data plane in Calico v3.32' }),
  ],
  requirements: (page) => [
    page.getByRole('textbox', { name: 'Search requirements' }),
    page.getByText('networkmanager-ignores-tunl'),
  ],
  guides: (page) => [page.getByText('Keep NetworkManager off Calico interfaces')],
  'guide-networkmanager': (page) => [
    page.getByRole('link', { name: 'Guides' }),
    page.getByText('kind: MachineConfig').first(),
  ],
  'node-tab': (page) => [page.getByText('Evaluated profile')],
};

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Calico readiness pages' });

async function expectAllInSight(page: Page, place: Place): Promise<void> {
  await expectInSight(page.getByRole('heading', { level: 1 }));
  for (const tab of await tabs(page).getByRole('link').all()) await expectInSight(tab);
  await expect
    .poll(async () =>
      (await scrollers(page, 'sideways')).filter(
        (element) => element === '' || element.startsWith('content-scrollable'),
      ),
    )
    .toEqual([]);
  for (const locator of contents[place.name]?.(page) ?? []) await expectReachable(locator);
}

/** Lower than any page: PatternFly's tabs, about 45 px high, shrank to nothing in it. */
const lowWindow = { name: '1440 × 500', viewport: { width: 1440, height: 500 }, deviceScaleFactor: 1 };

async function expectTabsThatLead(page: Page, { name }: Place): Promise<void> {
  expect((await tabs(page).boundingBox())?.height).toBeGreaterThan(40);
  const other = name === 'guides' ? 'Requirements' : 'Guides';
  await tabs(page).getByRole('link', { name: other }).click();
  await expect(page).toHaveURL(new RegExp(`/calico-readiness/${other.toLowerCase()}`));
}

for (const place of places.filter(({ name }) => contents[name] !== undefined)) {
  test(`the page ${place.name} shows all that it must in every window, and does not scroll sideways`, async ({
    page,
    consoleProfile,
  }) => {
    const resize = await resizer(page);
    const [first, ...others] = inOrder(consoleProfile);
    await resize(first);
    await page.goto(place.address);
    await place.ready(page);
    await test.step(first.name, () => expectAllInSight(page, place));
    for (const window of others) {
      await resize(window);
      await test.step(window.name, () => expectAllInSight(page, place));
    }
    if ((await tabs(page).count()) === 0) return;
    await resize(lowWindow);
    await test.step(lowWindow.name, () => expectTabsThatLead(page, place));
  });
}

test('beside the panel of a cell, the tabs can be seen and clicked in a low window', async ({ page }) => {
  const panel = places.find(({ name }) => name === 'panel') as Place;
  await page.setViewportSize(lowWindow.viewport);
  await page.goto(panel.address);
  await panel.ready(page);
  await expectTabsThatLead(page, panel);
});

test('tabs and content begin where the title begins, in every window', async ({ page, consoleProfile }) => {
  const left = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().left);
  const contentOf: Readonly<Record<string, Locator>> = {
    overview: page.getByRole('region', { name: 'Causes' }),
    matrix: page.getByRole('button', { name: /^Filter by: / }),
    requirements: page.getByRole('textbox', { name: 'Search requirements' }).locator('xpath=ancestor::*[3]'),
  };
  const resize = await resizer(page);
  for (const place of places.filter(({ name }) => contentOf[name] !== undefined)) {
    await page.goto(place.address);
    await place.ready(page);
    for (const window of inOrder(consoleProfile)) {
      await resize(window);
      await test.step(`${place.name} at ${window.name}`, async () => {
        // Both are looked at each time: the navigation moves aside after the window has changed.
        const besideTitle = async (locator: Locator) =>
          (await left(locator)) - (await left(page.getByRole('heading', { level: 1 })));
        await expect.poll(() => besideTitle(tabs(page).getByRole('listitem').first())).toBeCloseTo(0, 0);
        await expect.poll(() => besideTitle(contentOf[place.name] as Locator)).toBeCloseTo(0, 0);
      });
    }
  }
});

test('the causes stay inside their card, with their guides, in every window of a desktop', async ({ page }) => {
  await page.goto('/calico-readiness');
  const causes = page.getByRole('region', { name: 'Causes' });
  await expect(causes.getByRole('link', { name: 'Guide: NetworkManager' }).first()).toBeVisible();
  for (const width of [1024, 1210, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() =>
        causes.evaluate((card) => {
          const padding = Number.parseFloat(getComputedStyle(card.lastElementChild as Element).paddingRight);
          const end = card.getBoundingClientRect().right - padding;
          return [...card.querySelectorAll('table, table a')].filter(
            (one) => one.getBoundingClientRect().right > end + 1,
          ).length;
        }),
      )
      .toBe(0);
  }
});

test('the line beside the panel of a cell stays when the panel is scrolled', async ({ page }) => {
  await page.setViewportSize(lowWindow.viewport);
  await page.goto(`/calico-readiness/nodes?cell=worker-0000.sample.example/firewalld-disabled`);
  const close = page.getByRole('button', { name: /^Close/ });
  await expect(close).toBeVisible();
  const panel = page.locator('.pf-v6-c-drawer__panel', { has: close });
  await panel.hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => panel.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
  await expect(panel).toHaveCSS('border-inline-start-style', 'solid');
  expect(await panel.evaluate((element) => getComputedStyle(element, '::after').content)).toBe('none');
});

test('the tables of the overview do not cut their heads', async ({ page }) => {
  await page.goto('/calico-readiness');
  const heads = page.getByRole('grid', { name: 'Pools by chapter' }).getByRole('columnheader');
  await expect(heads.first()).toBeVisible();
  expect(
    await heads.evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length),
  ).toBe(0);
});

test('no box of code has an empty bar above it, and each can be copied by keyboard', async ({ page }) => {
  for (const guide of ['firewalld', 'networkmanager']) {
    await page.goto(`/calico-readiness/guides/${guide}`);
    // A difference is for reading.
    const boxes = page.locator('.pf-v6-c-code-block:not(:has(ins, del))');
    await expect(boxes.first()).toBeVisible();
    await expect(
      boxes.filter({ has: page.locator('.pf-v6-c-code-block__header') }).filter({ hasNotText: /\.yaml/ }),
    ).toHaveCount(0);
    expect(
      await boxes.evaluateAll((all) =>
        all
          .filter((box) => box.querySelector('.pf-v6-c-code-block__header') === null)
          .map((box) => {
            const content = box.querySelector('.pf-v6-c-code-block__content') ?? box;
            return content.getBoundingClientRect().top - box.getBoundingClientRect().top;
          })
          .filter((gap) => gap > 10),
      ),
    ).toEqual([]);
    const copies = page.getByRole('button', { name: /^Copy: / });
    await expect.poll(async () => (await boxes.count()) - (await copies.count())).toBe(0);
    expect(await copies.evaluateAll((all) => all.filter((copy) => (copy as HTMLElement).tabIndex < 0).length)).toBe(0);
  }
});

test('no count of the overview runs into the next one, in any window', async ({ page, consoleProfile }) => {
  const resize = await resizer(page);
  await page.goto('/calico-readiness');
  const counts = page.getByRole('region', { name: 'Verdicts' }).locator('dl > div');
  // The longest of them is there only where something is waived.
  await expect(counts.filter({ hasText: 'Ready with waivers' })).toBeVisible();
  for (const window of inOrder(consoleProfile)) {
    await resize(window);
    await test.step(window.name, async () => {
      await expect
        .poll(() =>
          counts.evaluateAll((boxes) =>
            boxes
              .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
              .map(({ textContent }) => textContent),
          ),
        )
        .toEqual([]);
    });
  }
});

test('the numbers of nodes on the page of profiles carry no line of the counts', async ({ page }) => {
  await page.goto('/calico-readiness/profiles');
  const cause = page.getByRole('grid', { name: 'Calico v3.32' }).getByRole('listitem').first();
  await expect(cause.getByText(/^[\d,]+ nodes?$/)).toHaveCSS('border-inline-start-width', '0px');
});

test('the buttons of a dialog keep the room beside their texts on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto('/calico-readiness/nodes');
  for (const opener of ['Try another profile', 'Manage columns']) {
    await page.getByRole('button', { name: opener }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(
      await dialog.locator('footer button').evaluateAll((buttons) =>
        buttons
          .filter((button) => {
            const { paddingLeft, paddingRight } = getComputedStyle(button);
            const room = button.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
            return (button.querySelector('.pf-v6-c-button__text')?.getBoundingClientRect().width ?? 0) > room + 1;
          })
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  }
});
