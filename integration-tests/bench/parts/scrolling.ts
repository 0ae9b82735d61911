import { countFrames } from '../in-page/frames';
import type { OpenedPage } from '../opened-page';

/** Pixels, and pixels in a second: as fast as somebody who looks for something. */
const distance = 3000;
const speed = 2000;
/** A browser that draws fewer frames than that in the time was not scrolled, or does not run. */
const fewestFrames = 10;

/**
 * Scrolls down and up again with the wheel; resolves to the longest time between two frames, whole milliseconds: two
 * frames of 16.7 are the 33 of the target.
 */
export async function longestFrame({ page, session }: OpenedPage): Promise<number> {
  const table = await page.locator('table').last().boundingBox();
  if (table === null) throw new Error('no table is in sight');
  const place = { x: Math.round(table.x) + 300, y: Math.round(table.y) + 250 };
  const end = await countFrames(page);
  for (const yDistance of [-distance, distance])
    await session.send('Input.synthesizeScrollGesture', { ...place, yDistance, speed, gestureSourceType: 'mouse' });
  const { lengths, scrolls } = await end();
  if (scrolls < fewestFrames) throw new Error(`the page scrolled only ${String(scrolls)} times`);
  return Math.round(Math.max(...lengths));
}
