/** An assignment of a file that EnvironmentFile= names, in the order of the file. */
export type Assignment = readonly [name: string, value: string];

/**
 * The assignments of a file that EnvironmentFile= names (systemd.exec(5)): one a line, `#` and `;` begin comments,
 * values may stand in quotes, a backslash at the end of a line continues it. Lines without a name are left out;
 * never throws.
 */
export function parseEnvironmentFile(text: string): readonly Assignment[] {
  const assignments: Assignment[] = [];
  for (const line of joinedLines(text)) {
    if (/^[#;]/.test(line)) continue;
    const name = /^([A-Za-z_]\w*)[ \t]*=/.exec(line);
    if (name === null) continue;
    assignments.push([name[1] ?? '', unquoted(line.slice(name[0].length).trim())]);
  }
  return assignments;
}

function joinedLines(text: string): readonly string[] {
  const lines: string[] = [];
  let pending = '';
  for (const physical of text.split(/\r?\n|\r/)) {
    if (physical.endsWith('\\')) {
      pending += physical.slice(0, -1);
      continue;
    }
    lines.push((pending + physical).trim());
    pending = '';
  }
  return pending === '' ? lines : [...lines, pending.trim()];
}

/** Quotes are taken away wherever they stand; a backslash outside of single quotes keeps the character behind it. */
function unquoted(value: string): string {
  let text = '';
  let quote = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\' && quote !== "'") {
      at += 1;
      text += value.charAt(at);
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else text += character;
  }
  return text;
}
