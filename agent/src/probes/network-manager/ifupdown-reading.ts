import type { InterfacesLine } from '../../parsers/network-interfaces';

/** A genuine host has a handful; files that name each other in a circle have no end. */
export const mostFiles = 256;
/** Characters of all files, and paths that they name; a genuine host has some hundred. */
const longestText = 1024 * 1024;
const mostPaths = 1024;

/** What is read so far, and whether all that the daemon would read was. */
export interface Reading {
  readonly lines: InterfacesLine[];
  files: number;
  length: number;
  paths: number;
  complete: boolean;
}

/** Says so of what is read, where it is. */
export function isTooMuch(reading: Reading): boolean {
  const tooMuch = reading.files > mostFiles || reading.length > longestText || reading.paths > mostPaths;
  if (tooMuch) reading.complete = false;
  return tooMuch;
}

/** Before anything is read. */
export const nothingRead = (): Reading => ({ lines: [], files: 0, length: 0, paths: 0, complete: true });
