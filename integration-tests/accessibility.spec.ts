import type { ConsoleProfile } from './console-profiles';
import { expectNoViolations, themes } from './axe';
import { newestConsole } from './console-profiles';
import { expect, test } from './host';
import { places, sampleFleet, states } from './pages';
import { pictureFile } from './pictures';
import { settled } from './settled';

test.use({ hostArguments: sampleFleet });

/** In a console that is not the newest only one of them, so that the tests stay short: the markup of our pages is the same in both. */
const themesOf = (consoleProfile: ConsoleProfile) => (consoleProfile === newestConsole ? themes : (['dark'] as const));

for (const { name, address, title, ready } of places) {
  test(`axe has nothing to say of ${name}, its title says what it is, and it can be photographed`, async ({
    page,
    consoleProfile,
  }) => {
    await page.goto(address);
    await ready(page);
    // The console adds its own name.
    await expect(page).toHaveTitle(`${title} · Calico readiness · Calico Readiness`);
    await expect(page.getByText(/^Loading/)).toHaveCount(0);
    await settled(page);
    const picture = await page.screenshot({ path: pictureFile(name, consoleProfile) });
    expect(picture.length).toBeGreaterThan(10_000);

    await expectNoViolations(page, themesOf(consoleProfile));
  });
}

for (const { scenario, text } of states) {
  test(`the state ${scenario} reaches the page, and axe has nothing to say of it`, async ({
    page,
    host,
    consoleProfile,
  }) => {
    await host.setScenario(scenario);
    await page.goto('/calico-readiness');
    await expect(page.getByText(text).first()).toBeVisible();

    await expectNoViolations(page, themesOf(consoleProfile));
  });
}
