/**
 * Whether `/etc/ufw/ufw.conf` turns ufw's rules on (ufw(8), "NOTES": `ENABLED=yes`). The file is read by a
 * shell, so the last assignment counts. Null when the value is neither yes nor no, and without an
 * assignment: `ufw disable` writes one, and a file that lost it says nothing of the rules that are loaded.
 */
export function parseUfwEnabled(text: string): boolean | null {
  const values = [...text.matchAll(/^[ \t]*ENABLED=(.*)$/gm)].map(([, value = '']) => value.trim());
  const last = /^(["']?)([A-Za-z]*)\1(?:\s+#.*)?$/.exec(values.at(-1) ?? 'unknown')?.[2]?.toLowerCase();
  return last === 'yes' ? true : last === 'no' || last === '' ? false : null;
}
