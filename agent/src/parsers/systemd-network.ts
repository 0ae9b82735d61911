import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';
import { logicalLines } from './systemd-unit';

/** One line of a `.network` file, as it is written there. */
export interface NetworkAssignment {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

/**
 * Reads a `.network` file or a drop-in of one (systemd.network(5), syntax: systemd.syntax(7)): its assignments in the
 * order of the text, those of unknown sections as well. Malformed where networkd gives the whole file up: a header that is not
 * closed, and bytes that are no text. What it passes over line by line is left out.
 */
export function parseSystemdNetwork(text: string): Parsed<readonly NetworkAssignment[]> {
  if (/[\0\ufffd]/.test(text)) return malformed('bytes that are no text');
  const assignments: NetworkAssignment[] = [];
  let section = '';
  for (const line of logicalLines(text.replace(/^\ufeff/, ''))) {
    if (line.startsWith('[')) {
      if (!line.endsWith(']')) return malformed('a section header that is not closed');
      section = line.slice(1, -1);
      continue;
    }
    const separator = line.indexOf('=');
    if (section === '' || separator < 1) continue;
    assignments.push({ section, key: line.slice(0, separator).trim(), value: line.slice(separator + 1).trim() });
  }
  return parsed(assignments);
}
