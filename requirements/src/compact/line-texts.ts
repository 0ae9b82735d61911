/** Stands for what is not there; a text that is a dash itself is escaped. */
export const absent = '-';

/** A text without spaces and separators, in printable ASCII; undefined for one with half of a surrogate pair. */
export function escapeText(text: string): string | undefined {
  if (text === '') return '%';
  if (text === absent) return '%2D';
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The text that was escaped so; undefined for what `escapeText` would not write. */
export function unescapeText(escaped: string): string | undefined {
  if (escaped === '%') return '';
  if (escaped === absent || escaped === '') return undefined;
  try {
    const text = decodeURIComponent(escaped);
    return escapeText(text) === escaped ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A whole number from 0 on in base 36. */
export const writeNumber = (value: number): string => value.toString(36);

/** The number that was written so, up to 2^53; undefined for any other text, one with leading zeros as well. */
export function readNumber(text: string): number | undefined {
  if (!/^[0-9a-z]{1,11}$/.test(text)) return undefined;
  const value = Number.parseInt(text, 36);
  return Number.isSafeInteger(value) && value.toString(36) === text ? value : undefined;
}
