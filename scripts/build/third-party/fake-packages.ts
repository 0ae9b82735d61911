import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Files by their paths. */
type Files = Readonly<Record<string, string>>;

/** A directory for tests with these files in it; whoever makes it removes it. */
export function fakeDirectory(files: Files): string {
  const root = mkdtempSync(path.join(tmpdir(), 'third-party-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** The files of a package `name@version` in node_modules: a manifest, an `index.js`, and what a test adds. */
export function fakePackage(id: string, manifest: Readonly<Record<string, unknown>>, files: Files = {}): Files {
  const at = id.lastIndexOf('@');
  const [name, version] = [id.slice(0, at), id.slice(at + 1)];
  const own = {
    'package.json': JSON.stringify({ name, version, ...manifest }),
    'index.js': 'globalThis.used = 1;',
    ...files,
  };
  return Object.fromEntries(Object.entries(own).map(([file, text]) => [`node_modules/${name}/${file}`, text]));
}

/** What a third-party file says of its packages: the line behind each name and version. */
export const namedPackages = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^\* (?<id>\S+): (?<rest>.*)$/gm)].map(({ groups }) => [
      groups?.['id'] ?? '',
      groups?.['rest'] ?? '',
    ]),
  );

/** The texts of a third-party file by their numbers, as in `[3]`. */
export const numberedTexts = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(/^={80}\n/m)
      .slice(1)
      .map((section) => {
        const end = section.indexOf('\n');
        return [section.slice(0, end), section.slice(end).trim()];
      }),
  );
