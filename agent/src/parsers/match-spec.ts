const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\', ',': ',', ';': ';' };

const isSpace = (character: string): boolean => ' \t\n\f\r'.includes(character);

/**
 * The items of a device list (NetworkManager.conf(5), "Device List Format"): separated by `,` or `;`, blanks
 * around an item dropped unless they are escaped (`\s`), empty items left out. An unknown escape stays as it is.
 * As in the daemon, every blank inside an item since its last escape costs the item a character at its end:
 * `a b` is `a `.
 */
export function splitMatchSpecs(value: string): readonly string[] {
  const specs: string[] = [];
  let item = '';
  let blanks = 0;
  const finish = () => {
    if (item.length > blanks) specs.push(item.slice(0, item.length - blanks));
    item = '';
    blanks = 0;
  };
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (character === '\\') {
      index += 1;
      const escaped = value.charAt(index);
      if (escaped === '') break;
      item += escapes[escaped] ?? `\\${escaped}`;
      blanks = 0;
    } else if (character === ',' || character === ';') {
      finish();
    } else if (isSpace(character)) {
      if (item === '') continue;
      item += character;
      blanks += 1;
    } else {
      item += character;
    }
  }
  finish();
  return specs;
}

/** One value that splits into these items again. */
export function joinMatchSpecs(specs: readonly string[]): string {
  return specs
    .filter((spec) => spec !== '')
    .map((spec) =>
      spec
        .replace(/[\\,;]/g, '\\$&')
        .replace(/\n/g, '\\n')
        .replace(/\r/g, '\\r')
        .replace(/^[ \t]|[ \t]$/g, blankEscape),
    )
    .join(',');
}

const blankEscape = (blank: string): string => (blank === ' ' ? '\\s' : '\\t');
