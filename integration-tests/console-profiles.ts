import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The name of an emulated console: its release. */
export type ConsoleProfile = string;

const file = path.join(import.meta.dirname, '..', 'standalone', 'console-profiles.json');

/** Every emulated console, newest first. Read as data: these tests import nothing of what they test. */
export const consoleProfiles: readonly ConsoleProfile[] = (
  JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly name: ConsoleProfile }[]
).map(({ name }) => name);

/** The console that the tests look through unless told otherwise, and that the pictures of the documentation show. */
export const newestConsole: ConsoleProfile = consoleProfiles[0] ?? '';
