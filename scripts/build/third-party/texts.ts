import { readFileSync } from 'node:fs';
import path from 'node:path';

const directory = path.join(import.meta.dirname, 'texts');

/** A licence text that we keep, because the package does not bring it along. */
export const ownText = (name: string): string => tidied(readFileSync(path.join(directory, name), 'utf8'));

/** A text as others wrote it, but for its line ends, spaces before them, and empty lines around it. */
export const tidied = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n|\f/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
