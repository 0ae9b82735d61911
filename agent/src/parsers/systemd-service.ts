import { logicalLines } from './systemd-unit';

/** One line of a [Service] section: a key and its value, in the order of the file. */
export interface ServiceLine {
  readonly key: string;
  readonly value: string;
}

/**
 * The lines of a unit file's or drop-in's [Service] section (syntax: systemd.syntax(7)). What comes of repeated keys
 * and empty values takes all files of the unit. Lines that systemd would ignore are left out; never throws.
 */
export function parseServiceSection(text: string): readonly ServiceLine[] {
  const lines: ServiceLine[] = [];
  let section = '';
  for (const line of logicalLines(text)) {
    if (line.startsWith('[') && line.endsWith(']')) {
      section = line.slice(1, -1);
      continue;
    }
    const separator = line.indexOf('=');
    if (section !== 'Service' || separator <= 0) continue;
    lines.push({ key: line.slice(0, separator).trimEnd(), value: line.slice(separator + 1).trimStart() });
  }
  return lines;
}
