import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { earlyLimit, isLoadedEarly, kilobytes as kilobytesOf } from './plugin/size-limits';
import { thirdPartyFile } from './third-party/third-party-file';

const root = path.join(import.meta.dirname, '../..');
const directory = path.join(root, 'dist');

interface Sizes {
  readonly bytes: number;
  readonly gzip: number;
}

function sizesOf(file: string): Sizes {
  const content = readFileSync(file);
  return { bytes: content.length, gzip: gzipSync(content).length };
}

const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(js|json|css)$/.test(file))
  .map((file) => ({ file, ...sizesOf(path.join(directory, file)) }))
  .sort((a, b) => b.bytes - a.bytes);

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
const line = ({ bytes, gzip }: Sizes): string => `${kilobytes(bytes)}${kilobytes(gzip)}`;
const total = (of: readonly Sizes[]): string => {
  const sum = (key: keyof Sizes): number => of.reduce((result, file) => result + file[key], 0);
  return line({ bytes: sum('bytes'), gzip: sum('gzip') });
};

console.log(`${'raw'.padStart(10)}${'gzip'.padStart(10)}  file`);
for (const { file, ...sizes } of files) console.log(`${line(sizes)}  ${file}`);
console.log(`${total(files)}  all ${files.length} files`);
for (const language of readdirSync(path.join(directory, 'locales')).sort())
  console.log(
    `${total(files.filter(({ file }) => isLoadedEarly(file, language)))}  before anyone opens our pages, in ${language} (limit ${kilobytesOf(earlyLimit)} gzip)`,
  );
for (const bundle of ['dist', 'agent/dist']) {
  const file = path.join(bundle, thirdPartyFile);
  console.log(`${line(sizesOf(path.join(root, file)))}  ${file}, which no page and no agent loads`);
}
