import {
  apply,
  applyFleet,
  openGuide,
  recheck,
  resetCluster,
  rollout,
  setOperator,
  updatedMachines,
  verified,
} from './apply-steps';
import { expect, test } from './host';
import { pictureFile } from './pictures';

test.use({ hostArguments: applyFleet });
test.beforeEach(async ({ host }) => resetCluster(host));

const never = 3_600_000;
/** State and number of a pool, in cells side by side. */
const someUpdated = /Updating[1-9]\d? of 14/;

test('an API that dies half-way through a rollout leaves the state as of then, and the page continues once it is back', async ({
  page,
  host,
  complaints,
  consoleProfile,
}) => {
  const updating = page.getByRole('heading', { name: /The pools are being updated/ });
  const outdated = page.getByRole('heading', { name: 'The data shown cannot be refreshed' });
  await openGuide(page);
  await setOperator(host, { stepMilliseconds: 600 });
  await apply(page);
  await expect(rollout(page)).toContainText(someUpdated);
  await setOperator(host, { stepMilliseconds: never });
  const before = `Updating${String(await updatedMachines(host))} of 14`;
  await expect(rollout(page)).toContainText(before);

  await host.setScenario('api-down');
  await expect(outdated).toBeVisible();
  await expect(page.getByText(/It is as of .+ The page continues by itself once the API answers\./)).toBeVisible();
  await page.screenshot({ path: pictureFile('apply-outage', consoleProfile), fullPage: true });
  await expect(updating).toBeVisible();
  await expect(rollout(page)).toContainText(before);
  await expect(page.getByText(/Every pool is updated|Verified on|is degraded/)).toHaveCount(0);

  await host.setScenario('normal');
  await expect(outdated).toHaveCount(0);
  await expect(rollout(page)).toContainText(before);
  // Whoever comes back meanwhile finds what the cluster says.
  await page.reload();
  await expect(updating).toBeVisible();
  await expect(rollout(page)).toContainText(before);
  await setOperator(host, { stepMilliseconds: 20 });
  await expect(rollout(page)).toContainText('14 of 14');
  await recheck(page);
  await expect(verified(page)).toBeVisible();
  // What the browser says of an API that is not there, and nothing else.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('503'))).toEqual([]);
});
