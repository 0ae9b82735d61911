/** Where browsers may be, best first. */
export interface BrowserPlaces {
  /** CHROMIUM_PATH: an explicit wish, which is never replaced by another browser. */
  readonly named: string | undefined;
  /** The directories of PATH. */
  readonly directories: readonly string[];
  /** Browsers that are used when PATH has none: Playwright's own, and the one that the tests downloaded. */
  readonly others: readonly string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The browser to test with, or undefined when there is none. Throws when the named one can't be run. */
export function chooseBrowser(
  { named, directories, others }: BrowserPlaces,
  isExecutable: (file: string) => boolean,
): string | undefined {
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is no program that can be run: correct it, or unset it.`);
  }
  const onPath = names.flatMap((name) => directories.map((directory) => `${directory}/${name}`));
  return [...onPath, ...others].find(isExecutable);
}
