import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const directory = path.join(import.meta.dirname, '../..', 'dist');

/** Loaded by every console page of every user: the manifest, its entry script, and the texts of the navigation. */
const isLoadedAtStart = (file: string): boolean =>
  file === 'plugin-manifest.json' || file.startsWith('plugin-entry') || file.startsWith(path.join('locales', 'en'));

const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(js|json|css)$/.test(file))
  .map((file) => {
    const content = readFileSync(path.join(directory, file));
    return { file, bytes: content.length, gzip: gzipSync(content).length };
  })
  .sort((a, b) => b.bytes - a.bytes);

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
const total = (of: typeof files): string => {
  const sum = (key: 'bytes' | 'gzip'): number => of.reduce((result, file) => result + file[key], 0);
  return `${kilobytes(sum('bytes'))}${kilobytes(sum('gzip'))}`;
};

console.log(`${'raw'.padStart(10)}${'gzip'.padStart(10)}  file`);
for (const { file, bytes, gzip } of files) console.log(`${kilobytes(bytes)}${kilobytes(gzip)}  ${file}`);
console.log(`${total(files)}  all ${files.length} files`);
console.log(
  `${total(files.filter(({ file }) => isLoadedAtStart(file)))}  before anyone opens our pages (limit 15 KB gzip)`,
);
