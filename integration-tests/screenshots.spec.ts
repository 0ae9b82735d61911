import path from 'node:path';
import { expect, test } from './host';
import { places, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

/** With UPDATE_SCREENSHOTS the pictures of the documentation are made anew, else they lie beside the other results. */
const directory = path.join(import.meta.dirname, '..', ...(process.env['UPDATE_SCREENSHOTS'] ? ['docs', 'images'] : ['test-results', 'screenshots']));

for (const { name, address, ready } of places.filter((place) => !['guide-unknown', 'guides'].includes(place.name))) {
  test(`${name} can be photographed`, async ({ page, consoleProfile }) => {
    await page.goto(address);
    await ready(page);
    await expect(page.getByText(/^Loading/)).toHaveCount(0);

    const picture = await page.screenshot({ path: path.join(directory, `${name}${consoleProfile === '4.22' ? '' : `-${consoleProfile}`}.png`) });

    expect(picture.length).toBeGreaterThan(10_000);
  });
}
