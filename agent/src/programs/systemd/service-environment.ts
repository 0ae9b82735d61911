import { unquotedWords } from '../../parsers/exec-line';
import type { Assignment } from '../../parsers/environment-file';
import type { ServiceLine } from '../../parsers/systemd-service';
import { valuesOf } from './service-lines';

/**
 * The paths, without leading slash, of the files whose assignments join a service's environment when it starts
 * (systemd.exec(5), EnvironmentFile=), in reading order. A path with a pattern is kept as it is written; one that is not absolute systemd refuses.
 */
export const environmentFilesOf = (lines: readonly ServiceLine[]): readonly string[] =>
  valuesOf(lines, 'EnvironmentFile').flatMap((value) => {
    const path = unquotedWords(value)?.join(' ') ?? '';
    const absolute = /^-?\/+(.*)$/s.exec(path)?.[1];
    return absolute === undefined ? [] : [absolute];
  });

/**
 * The environment of a service as far as its own files give it (systemd.exec(5), "Environment"): Environment=, then
 * what `fromFiles` holds, then without what UnsetEnvironment= names; of two assignments the later one counts. What the
 * service manager itself hands on is not among it.
 */
export function serviceEnvironment(
  lines: readonly ServiceLine[],
  fromFiles: readonly Assignment[],
): ReadonlyMap<string, string> {
  const environment = new Map<string, string>([...wordsOf(lines, 'Environment').flatMap(assignment), ...fromFiles]);
  for (const word of wordsOf(lines, 'UnsetEnvironment')) {
    const [name, value] = assignment(word)[0] ?? [word, undefined];
    if (value === undefined || environment.get(name) === value) environment.delete(name);
  }
  return environment;
}

const wordsOf = (lines: readonly ServiceLine[], key: string): readonly string[] =>
  valuesOf(lines, key).flatMap((value) => unquotedWords(value) ?? []);

function assignment(word: string): readonly Assignment[] {
  const separator = word.indexOf('=');
  return separator <= 0 ? [] : [[word.slice(0, separator), word.slice(separator + 1)]];
}
