/** Bytes of files as a web server sends them with gzip. */
export interface FileSize {
  /** From the folder of the bundle, with slashes. */
  readonly file: string;
  readonly gzip: number;
}

const kilobyte = 1024;

/** What every page of the console may load of ours before somebody opens our pages. */
export const earlyLimit = 15 * kilobyte;
/** What the first page that somebody opens may load on top, beside data. */
export const firstPageLimit = 250 * kilobyte;

/** The manifest, the script that it names, and what the console's own pages show of ours in one language. */
export const isLoadedEarly = (file: string, language: string): boolean =>
  file === 'plugin-manifest.json' ||
  /^plugin-entry\b.*\.js$/.test(file) ||
  file === `locales/${language}/plugin__calico-readiness.json`;

const sum = (files: readonly FileSize[]): number => files.reduce((total, { gzip }) => total + gzip, 0);

/** What is loaded early in one language, in bytes. Throws where a part of it is not among the files. */
export function earlySize(files: readonly FileSize[], language: string): number {
  const found = files.filter(({ file }) => isLoadedEarly(file, language));
  if (found.length !== 3)
    throw new Error(`What the console loads in ${language} are three files, and not ${String(found.length)}.`);
  return sum(found);
}

export const kilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} KB`;

/** What of the bundle is larger than it may be, a sentence each. `pages` are the files of each first page in each language. */
export function sizeFaults(
  files: readonly FileSize[],
  languages: readonly string[],
  pages: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const early = languages.flatMap((language) => {
    const size = earlySize(files, language);
    return size <= earlyLimit
      ? []
      : [`Every console page loads ${kilobytes(size)} of ours in ${language}; ${kilobytes(earlyLimit)} are the limit.`];
  });
  const first = [...pages].flatMap(([page, loaded]) => {
    const size = sum(files.filter(({ file }) => loaded.has(file)));
    return size <= firstPageLimit
      ? []
      : [`${page} loads ${kilobytes(size)} as the first page; ${kilobytes(firstPageLimit)} are the limit.`];
  });
  return [...early, ...first];
}
