import path from 'node:path';
import { newestConsole } from './console-profiles';

const root = path.join(import.meta.dirname, '..');

/** The pictures that README.md and docs/walk-through.md show; `npm run update-screenshots` makes them anew. */
const documentedPictures = [
  'overview',
  'panel',
  'walk-1-difference',
  'walk-2-accepted',
  'walk-3-confirm',
  'walk-4-rollout',
  'walk-5-verified',
];

/** Where a picture of a page goes: into the documentation when its pictures are made anew, else where nothing keeps it. */
export const pictureFile = (name: string, consoleProfile: string): string =>
  process.env['UPDATE_SCREENSHOTS'] && documentedPictures.includes(name) && consoleProfile === newestConsole
    ? path.join(root, 'docs', 'images', `${name}.png`)
    : path.join(root, 'test-results', 'screenshots', `${name}-${consoleProfile}.png`);
