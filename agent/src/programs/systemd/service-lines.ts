import type { ServiceLine } from '../../parsers/systemd-service';
import { parseExecLine } from '../../parsers/exec-line';

/** The commands that a service runs when it starts (systemd.service(5)), in the order in which they run. */
const startKeys = ['ExecStartPre', 'ExecStart', 'ExecStartPost'] as const;

/**
 * The values of a list of one key over a unit file and its drop-ins, in reading order: a value that is empty takes
 * back those before it (systemd.unit(5), "Example 2. Overriding vendor settings").
 */
export function valuesOf(lines: readonly ServiceLine[], key: string): readonly string[] {
  const values = lines.filter((line) => line.key === key).map(({ value }) => value);
  return values.slice(values.lastIndexOf('') + 1);
}

/** The commands that a service runs when it starts, given the [Service] lines of its file and drop-ins. */
export const startCommands = (lines: readonly ServiceLine[]): readonly (readonly string[])[] =>
  startKeys.flatMap((key) => valuesOf(lines, key).flatMap(parseExecLine));
