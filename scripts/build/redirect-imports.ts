import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Static imports and re-exports as esbuild writes them into a minified file. */
const staticImport = /\b(import|export)(?:(\{[^}]*\})from)?"(\.[^"]+)"/g;

/** Chunks that are in another file now. */
interface Joining {
  readonly joined: readonly string[];
  readonly target: string;
  readonly prefix: (file: string) => string;
}

/** Has a file import the joined one in the place of its chunks. */
export function redirectImports(file: string, { joined, target, prefix }: Joining): void {
  const directory = path.dirname(file);
  const text = readFileSync(file, 'utf8').replace(staticImport, (all, word: string, names = '', name: string) => {
    const imported = path.join(directory, name);
    if (!joined.includes(imported)) return all;
    const relative = path.relative(directory, target);
    // A name that the file uses as it is keeps that name there.
    const renamed = String(names).replace(
      /([{,])([\w$]+)( as [\w$]+)?/g,
      (_, begin: string, exportedName: string, local?: string) =>
        `${begin}${prefix(imported)}${exportedName}${local ?? ` as ${exportedName}`}`,
    );
    const specifier = JSON.stringify(relative.startsWith('.') ? relative : `./${relative}`);
    return renamed === '' ? `${word}${specifier}` : `${word}${renamed}from${specifier}`;
  });
  writeFileSync(file, text);
}
