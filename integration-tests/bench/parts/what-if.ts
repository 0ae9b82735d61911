import type { Page } from '@playwright/test';
import { watchSwitch } from '../in-page/what-if-switch';
import type { MeasuredPage } from '../measured-pages';
import { matrix } from '../measured-pages';
import type { OpenedPage } from '../opened-page';

/** The matrix under another profile: it has read the whole reports that a what-if needs. */
export const whatIfMatrix: MeasuredPage = {
  ...matrix,
  address: `${matrix.address}?whatif=dataplane:BPF`,
  complete: (nodes) =>
    `${matrix.complete(nodes)}[//*[@aria-label="What-if"]//*[@role="status"][normalize-space(.)!=""]]`,
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Goes over to another profile; resolves to the milliseconds from the click until the page shows what it would change. */
export async function whatIfSwitch({ page }: OpenedPage): Promise<number> {
  await button(page, 'Edit profile').click();
  const editor = page.getByRole('dialog', { name: 'Try another profile' });
  await editor.getByLabel('Dataplane').selectOption('Nftables');
  const shown = await watchSwitch(page);
  await editor.getByRole('button', { name: 'Show what would change' }).click();
  return shown();
}
