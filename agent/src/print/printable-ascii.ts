const replacements: Readonly<Record<string, string>> = {
  '…': '...',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '→': '>',
  '≥': '>=',
  '×': 'x',
};

/** The text in ASCII: typographic characters by their plain likes, every other character by `?`. Keeps line feeds and escape codes. */
export const printableAscii = (text: string): string =>
  text.replace(/[^\x00-\x7f]/gu, (character) => replacements[character] ?? '?');
