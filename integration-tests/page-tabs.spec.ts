import { expect, test } from './host';
import { places, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

/** PatternFly's tabs are about 45 px high. */
const leastHeight = 40;
const tabbedPages = places.filter(({ name }) =>
  ['overview', 'matrix', 'panel', 'requirements', 'guides'].includes(name),
);

for (const { name, address, ready } of tabbedPages) {
  test(`the tabs of the page ${name} can be seen and clicked where the page is taller than the window`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 500 });
    await page.goto(address);
    await ready(page);
    const tabs = page.getByRole('navigation', { name: 'Calico readiness pages' });
    expect((await tabs.boundingBox())?.height).toBeGreaterThan(leastHeight);
    await tabs.getByRole('link', { name: name === 'guides' ? 'Requirements' : 'Guides' }).click();
    await expect(page).toHaveURL(name === 'guides' ? /\/calico-readiness\/requirements/ : /\/calico-readiness\/guides/);
  });
}
