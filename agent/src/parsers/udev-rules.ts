/** One `KEY{attribute}operator"value"` of a udev rule. */
export interface UdevTerm {
  readonly key: string;
  readonly attribute: string;
  readonly operator: '==' | '!=' | '=' | '+=' | '-=' | ':=';
  readonly value: string;
}

/** One line of a rules file; a line that udev would not understand has no terms. */
export type UdevRule = readonly UdevTerm[];

const term = /^([A-Z_]+)(?:\{([^}]*)\})?\s*(==|!=|\+=|-=|:=|=)\s*i?"((?:[^"\\]|\\[^])*)"$/;

/**
 * The rules of a udev rules file (udev(7)) in their order: comments and empty lines dropped, lines that end
 * in a backslash joined. Never throws; udev ignores a line that it does not understand.
 */
export function parseUdevRules(text: string): readonly UdevRule[] {
  return text
    .replace(/^[ \t]*#.*$/gm, '')
    .replace(/\\\r?\n/g, '')
    .split('\n')
    .map((line) => parseRule(line.trim()))
    .filter((rule) => rule.length > 0);
}

function parseRule(line: string): UdevRule {
  const terms: UdevTerm[] = [];
  for (const part of splitTerms(line)) {
    const [, key, attribute = '', operator, value = ''] = term.exec(part) ?? [];
    if (key === undefined || operator === undefined) return [];
    terms.push({ key, attribute, operator: operator as UdevTerm['operator'], value });
  }
  return terms;
}

/** Terms are separated by commas, which the quotes of a value protect. */
function splitTerms(line: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      parts.push(line.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(line.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
