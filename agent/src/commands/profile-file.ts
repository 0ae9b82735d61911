import { readFileSync, statSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { DeclaredProfile } from '../foundation/declared-profile';
import { readDeclaredProfile } from '../foundation/declared-profile';
import { fileProblem } from '../host/file-problem';
import { UsageError } from './exit-status';

const largest = 64 * 1024;

/**
 * Reads a `--profile` file: YAML, of which JSON is a part, with any of the profile's fields. Throws UsageError that
 * names the file, the place, and what would be right; an unknown field is an error, because it is most likely misspelled.
 */
export function readProfileFile(path: string): Omit<DeclaredProfile, 'problems'> {
  const document = parseDocument(readText(path));
  const [error] = document.errors;
  if (error !== undefined) throw new UsageError(`Profile file ${path}: ${error.message.trimEnd()}`);
  const { problems, ...usable } = readDeclaredProfile(document.toJS({ maxAliasCount: 10 }) ?? {});
  if (problems.length > 0) {
    const lines = problems.map(({ field, message }) => `  ${field === '' ? 'the file' : field} ${message}`);
    throw new UsageError([`Profile file ${path} cannot be used:`, ...lines].join('\n'));
  }
  return usable;
}

function readText(path: string): string {
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw new UsageError(`Profile file ${path} is a directory.`);
    if (status.size > largest)
      throw new UsageError(
        `Profile file ${path} has ${String(status.size)} bytes; a profile has less than ${String(largest)}.`,
      );
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Profile file ${path} cannot be read: ${fileProblem(error)}.`);
  }
}
