import { createRequire } from 'node:module';
import path from 'node:path';

/** By its path: on a node the working directory is another. */
const loader = createRequire(import.meta.url).resolve('tsx');

/** How to run a script of this folder's parent. */
export const nodeScript = (name: string, ...words: readonly string[]): readonly string[] => [
  process.execPath,
  '--import',
  loader,
  path.join(import.meta.dirname, '..', name),
  ...words,
];
