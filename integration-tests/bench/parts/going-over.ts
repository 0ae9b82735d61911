import type { PageFigures } from '../figures';
import { rowsAfterGoing } from '../in-page/going-over';
import type { MeasuredPage } from '../measured-pages';
import { nothing } from '../measured-pages';
import { appeared, withNewPage, type Setting } from '../opened-page';

/** Milliseconds in which a console that shows nothing ends what it began with. */
const settleMilliseconds = 3000;

/** What it takes a running console, which has shown none of our pages nor the yardstick yet, to go over to a page. */
export const goingOver = (setting: Setting, { name, address, first }: MeasuredPage): Promise<PageFigures> =>
  withNewPage(setting, name, async (page) => {
    await page.goto(nothing.address, { waitUntil: 'commit' });
    await appeared(page, nothing.first);
    await page.waitForTimeout(settleMilliseconds);
    return { arrived: await rowsAfterGoing(page, address, first) };
  });
