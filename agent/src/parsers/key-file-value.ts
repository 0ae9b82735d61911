const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

/**
 * A key file's raw value as text: the escapes `\s \n \t \r \\` replaced (GLib, `g_key_file_get_string`).
 * Undefined where GLib gives none, which is as if the key were not there: a value that is not UTF-8.
 */
export function keyFileText(raw: string): string | undefined {
  if (raw.includes('\uFFFD')) return undefined;
  return raw.replace(/\\([^]?)/g, (sequence, letter: string) => (letter === '' ? '' : (escapes[letter] ?? sequence)));
}

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

/** NetworkManager's booleans, in any case and with blanks around; undefined for anything else, an empty value too. */
export function keyFileBoolean(value: string): boolean | undefined {
  const word = value.trim().toLowerCase();
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
