/** Words of the shell's grammar in front of a command (sh(1), "Reserved Words"), and builtins that run the command behind them. */
const inFront = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{', 'exec', 'command', 'time']);

/**
 * The simple commands of a shell script, each as its words with the quotes taken away, in the order of the script:
 * `set -e; a b && c 'd e'` has three. Variables, substitutions and patterns stay as they are written, redirections
 * are left out, and so are assignments and reserved words in front of a command. What a here-document holds is taken
 * for commands as well. It is a reading, no execution: of a branch that is never taken it tells the commands too.
 */
export function parseShellCommands(script: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  let quote = '';
  const endWord = (): void => {
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
  };
  for (let at = 0; at < script.length; at += 1) {
    const character = script.charAt(at);
    if (character === '\\' && quote !== "'") {
      at += 1;
      if (script.charAt(at) !== '\n') word = (word ?? '') + script.charAt(at);
    } else if (quote !== '') {
      if (character === quote) quote = '';
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (character === '#' && word === undefined) {
      const end = script.indexOf('\n', at);
      at = end < 0 ? script.length : end - 1;
    } else if (/[;&|()\n`]/.test(character)) {
      endWord();
      commands.push([]);
    } else if (/[<>]/.test(character)) {
      if (word !== undefined && /^\d+$/.test(word)) word = undefined;
      endWord();
      at = behindRedirection(script, at) - 1;
    } else if (/\s/.test(character)) endWord();
    else word = (word ?? '') + character;
  }
  endWord();
  return commands.map(withoutFront).filter((command) => command.length > 0);
}

/** Behind the sign and the blanks that follow it, the file's name is left out as well: `< /etc/rules`, `2>&1`. */
function behindRedirection(script: string, start: number): number {
  let at = start;
  while (/[<>&|]/.test(script.charAt(at))) at += 1;
  while (/[ \t]/.test(script.charAt(at))) at += 1;
  let quote = '';
  for (; at < script.length; at += 1) {
    const character = script.charAt(at);
    if (quote === '' && /[\s;&|()<>]/.test(character)) break;
    if (character === quote) quote = '';
    else if (quote === '' && /["']/.test(character)) quote = character;
  }
  return at;
}

function withoutFront(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !inFront.has(word) && !/^[A-Za-z_]\w*=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
