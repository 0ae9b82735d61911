/** One `KEY{attribute}operator"value"` of a udev rule. */
export interface UdevTerm {
  readonly key: string;
  readonly attribute: string;
  readonly operator: '==' | '!=' | '=' | '+=' | '-=' | ':=';
  readonly value: string;
}

/** One line of a rules file; a line that udev would not understand has no terms. */
export type UdevRule = readonly UdevTerm[];

/** What stands between terms is blanks or commas, or nothing (udev, parse_line). */
const term = /[\s,]*([A-Z_]+)(?:\{([^}]*)\})?\s*(==|!=|\+=|-=|:=|=)\s*[ei]?"([^"\\]*(?:\\[^][^"\\]*)*)"/y;

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

/** A line of which one term is not understood is passed over as a whole. */
function parseRule(line: string): UdevRule {
  const terms: UdevTerm[] = [];
  term.lastIndex = 0;
  for (let end = 0; /[^\s,]/.test(line.slice(end)); end = term.lastIndex) {
    const [, key, attribute = '', operator, value = ''] = term.exec(line) ?? [];
    if (key === undefined || operator === undefined) return [];
    terms.push({ key, attribute, operator: operator as UdevTerm['operator'], value });
  }
  return terms;
}
