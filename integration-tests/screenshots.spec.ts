import path from 'node:path';
import { newestConsole } from './console-profiles';
import { expect, test } from './host';
import { places, sampleFleet } from './pages';

test.use({ hostArguments: sampleFleet });

/** The pictures that the documentation shows; `npm run update-screenshots` makes them anew. */
const documented = ['overview', 'panel'];
const root = path.join(import.meta.dirname, '..');

const fileOf = (name: string, consoleProfile: string): string =>
  process.env['UPDATE_SCREENSHOTS'] && documented.includes(name) && consoleProfile === newestConsole
    ? path.join(root, 'docs', 'images', `${name}.png`)
    : path.join(root, 'test-results', 'screenshots', `${name}-${consoleProfile}.png`);

for (const { name, address, ready } of places.filter((place) => !['guide-unknown', 'guides'].includes(place.name))) {
  test(`${name} can be photographed`, async ({ page, consoleProfile }) => {
    await page.goto(address);
    await ready(page);
    await expect(page.getByText(/^Loading/)).toHaveCount(0);

    const picture = await page.screenshot({ path: fileOf(name, consoleProfile) });

    expect(picture.length).toBeGreaterThan(10_000);
  });
}
