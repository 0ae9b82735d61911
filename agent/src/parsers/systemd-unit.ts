/** The part of a unit file that `systemctl enable` reads (systemd.unit(5), "[INSTALL] SECTION OPTIONS"). */
export interface UnitFile {
  /** Whether enabling would link it somewhere: WantedBy=, RequiredBy=, UpheldBy= or Alias=. */
  readonly hasInstallRules: boolean;
  readonly aliases: readonly string[];
  /** Units that are enabled together with it (Also=). */
  readonly also: readonly string[];
}

/**
 * Reads the [Install] section of a unit file (syntax: systemd.syntax(7)). Lines that systemd would ignore are
 * ignored; never throws.
 */
export function parseSystemdUnit(text: string): UnitFile {
  const lists = new Map<string, string[]>();
  let section = '';
  for (const line of logicalLines(text)) {
    const header = /^\[([^\]]*)\]$/.exec(line)?.[1];
    if (header !== undefined) section = header;
    const separator = line.indexOf('=');
    if (header !== undefined || section !== 'Install' || separator < 0) continue;
    const key = line.slice(0, separator).trim();
    const words = line
      .slice(separator + 1)
      .split(/\s+/)
      .filter((word) => word !== '');
    const list = words.length === 0 ? [] : (lists.get(key) ?? []);
    for (const word of words) list.push(word);
    lists.set(key, list);
  }
  const list = (key: string): readonly string[] => lists.get(key) ?? [];
  return {
    hasInstallRules: ['WantedBy', 'RequiredBy', 'UpheldBy', 'Alias'].some((key) => list(key).length > 0),
    aliases: list('Alias'),
    also: list('Also'),
  };
}

/** Lines without comments; a backslash at the end joins a line with the next one, comments between them left out. */
export function logicalLines(text: string): readonly string[] {
  const lines: string[] = [];
  let pending = '';
  for (const physical of text.split('\n')) {
    const line = physical.trim();
    if (/^[#;]/.test(line)) continue;
    if (line.endsWith('\\')) {
      pending += `${line.slice(0, -1)} `;
      continue;
    }
    lines.push((pending + line).trim());
    pending = '';
  }
  if (pending !== '') lines.push(pending.trim());
  return lines;
}
