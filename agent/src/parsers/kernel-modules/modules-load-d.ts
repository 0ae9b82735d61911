/**
 * A file of modules-load.d(5): the names of modules that are loaded at boot, as they are written there. Blanks around
 * a name, empty lines and those that start with `#` or `;` do not count.
 */
export const parseModulesLoadD = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/^[ \t\r]+|[ \t\r]+$/g, ''))
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));
