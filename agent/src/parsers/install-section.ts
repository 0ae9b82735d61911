import { logicalLines } from './systemd-unit';

/** Where `systemctl enable` links a unit (systemd.unit(5), "[INSTALL] SECTION OPTIONS"). */
export interface InstallSection {
  readonly wantedBy: readonly string[];
  readonly requiredBy: readonly string[];
  readonly upheldBy: readonly string[];
  readonly aliases: readonly string[];
  /** Units that are enabled together with it. */
  readonly also: readonly string[];
}

/** Reads the [Install] section of a unit file and its drop-ins (syntax: systemd.syntax(7)); never throws. Each name stands once. */
export function parseInstallSection(text: string): InstallSection {
  const lists = new Map<string, Set<string>>();
  let section = '';
  for (const line of logicalLines(text)) {
    const header = /^\[([^\]]*)\]$/.exec(line)?.[1];
    if (header !== undefined) section = header;
    const separator = line.indexOf('=');
    if (header !== undefined || section !== 'Install' || separator < 0) continue;
    const words = line
      .slice(separator + 1)
      .split(/\s+/)
      .filter((word) => word !== '');
    const key = line.slice(0, separator).trim();
    const list = words.length === 0 ? new Set<string>() : (lists.get(key) ?? new Set());
    for (const word of words) list.add(word);
    lists.set(key, list);
  }
  const list = (key: string): readonly string[] => [...(lists.get(key) ?? [])];
  return {
    wantedBy: list('WantedBy'),
    requiredBy: list('RequiredBy'),
    upheldBy: list('UpheldBy'),
    aliases: list('Alias'),
    also: list('Also'),
  };
}
