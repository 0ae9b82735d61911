/** A text as one word of a POSIX shell: as it stands where that is safe, else in single quotes. */
export const shellWord = (text: string): string =>
  /^[\w.][\w.-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
