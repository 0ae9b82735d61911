/** The escapes of C that systemd knows in a command line (systemd.service(5), "COMMAND LINES") and that stand for one character. */
const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  s: ' ',
};

/** Codes of one character behind a backslash: the letter of the code, how many digits, and to which base. */
const codes: readonly (readonly [letter: RegExp, digits: RegExp, base: number])[] = [
  [/^x/, /^x[0-9A-Fa-f]{2}/, 16],
  [/^u/, /^u[0-9A-Fa-f]{4}/, 16],
  [/^[0-7]/, /^[0-7]{3}/, 8],
];

/**
 * The commands of one value of ExecStart= and its kin (systemd.service(5), "COMMAND LINES"), each as its words without
 * the prefixes of the program (`-`, `@`, `:`, `+`, `!`, `|`). A lone `;` parts commands, `\;` is a word. Specifiers and
 * variables stay as they are written, but for `%%` and `$$`. Empty for a value that systemd would refuse; never throws.
 */
export function parseExecLine(value: string): readonly (readonly string[])[] {
  const words = unquotedWords(value);
  if (words === undefined) return [];
  const commands: string[][] = [[]];
  for (const word of words) {
    if (word === ';') commands.push([]);
    else commands.at(-1)?.push(word === '\\;' ? ';' : word);
  }
  return commands.flatMap((command) => withoutPrefixes(command));
}

/** `@` has the name that the program is to believe it has as its second word. */
function withoutPrefixes([first, ...others]: readonly string[]): readonly (readonly string[])[] {
  if (first === undefined) return [];
  const prefix = /^[-@:+!|]*/.exec(first)?.[0] ?? '';
  const program = first.slice(prefix.length);
  const words = prefix.includes('@') ? others.slice(1) : others;
  return program === '' ? [] : [[program, ...words].map((word) => word.replace(/%%/g, '%').replace(/\$\$/g, '$'))];
}

/**
 * The words of a value with quotes and escapes taken away (systemd.syntax(7), "Quoting"), as in Environment= and command
 * lines; undefined where a quote is not closed, which systemd does not take.
 */
export function unquotedWords(value: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (quote === '' && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === '\\') {
      // A semicolon alone in its word keeps its backslash until the commands are parted.
      const isSemicolon = quote === '' && word === undefined && /^\\;(?:\s|$)/.test(value.slice(at, at + 3));
      const [text, length] = isSemicolon ? ['\\;', 2] : escaped(value.slice(at + 1, at + 6));
      word = (word ?? '') + text;
      at += length - 1;
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else word = (word ?? '') + character;
  }
  if (quote !== '') return undefined;
  return word === undefined ? words : [...words, word];
}

/** What a backslash and what follows it stand for, and how many characters that is; one that means nothing stays. */
function escaped(following: string): readonly [text: string, length: number] {
  const simple = escapes[following.charAt(0)];
  if (simple !== undefined) return [simple, 2];
  for (const [letter, digits, base] of codes) {
    const code = digits.exec(following)?.[0];
    if (!letter.test(following) || code === undefined) continue;
    return [String.fromCharCode(Number.parseInt(code.replace(/^[xu]/, ''), base)), code.length + 1];
  }
  return ['\\', 1];
}
