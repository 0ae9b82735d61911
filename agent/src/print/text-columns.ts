import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** One cell of a line: a text without escape codes, the columns it may take, and how to colour each of its lines. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly paint?: (line: string) => string;
  /** Lines after which the rest gives way to an ellipsis; for texts from hosts. */
  readonly mostLines?: number;
}

/** The text in lines of at most `width` columns; beyond `mostLines` it ends in the ellipsis. */
function wrap(text: string, width: number, ellipsis: string, mostLines = Infinity): string[] {
  const lines = wrapAnsi(text, width, { hard: true }).split('\n');
  if (lines.length <= mostLines) return lines;
  const last = lines[mostLines - 1] ?? '';
  return [...lines.slice(0, mostLines - 1), `${shortenTo(last, width - stringWidth(ellipsis))}${ellipsis}`];
}

/** Cells side by side, two blanks apart, each wrapped in its own column; no line ends in blanks. */
export function sideBySide(cells: readonly Cell[], ellipsis: string): string[] {
  const wrapped = cells.map((cell) => wrap(cell.text, cell.width, ellipsis, cell.mostLines));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const filled = cells.map((_cell, column) => wrapped[column]?.[row] ?? '');
    const lastFilled = filled.reduce((last, text, column) => (text === '' ? last : column), -1);
    return cells
      .slice(0, lastFilled + 1)
      .map((cell, column) => {
        const text = filled[column] ?? '';
        const padding = column === lastFilled ? '' : ' '.repeat(Math.max(0, cell.width - stringWidth(text)));
        return `${text !== '' && cell.paint ? cell.paint(text) : text}${padding}`;
      })
      .join('  ');
  });
}

function shortenTo(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width) break;
    kept += character;
  }
  return kept;
}
