import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readTexts } from './languages';
import { sourceKey } from './plural-forms';
import { sourceTexts } from './source-texts';

interface Package {
  readonly consolePlugin: { readonly exposedModules: Readonly<Record<string, string>> };
}

const { exposedModules } = (JSON.parse(readFileSync('package.json', 'utf8')) as Package).consolePlugin;

/** An import that is there when the file runs: neither of types alone, nor one that waits until it is called. */
const imports = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gm;

const fileOf = (module: string): string | undefined =>
  [`${module}.ts`, `${module}.tsx`, module].find((file) => /\.tsx?$/.test(file) && existsSync(file));

/** A file, and every file of ours that is loaded with it. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, module = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    const imported = fileOf(path.join(path.dirname(file), module));
    if (imported !== undefined) loadedWith(imported, seen);
  }
  return seen;
}

/** What waits for the texts of our pages before it shows one. */
const waits = (file: string): boolean => readFileSync(file, 'utf8').includes('withPageTexts(');

const modules = Object.entries(exposedModules).map(
  ([name, module]) => [name, fileOf(path.join('src', module))] as const,
);
const early = modules.filter(([, file]) => file !== undefined && !waits(file));

describe('what the console loads of ours', () => {
  it('is there', () => {
    expect(modules.filter(([, file]) => file === undefined)).toEqual([]);
    expect(early.map(([name]) => name)).toEqual(
      expect.arrayContaining(['OverviewPage', 'NodesPage', 'NodeStatusContent', 'NodeActions', 'ClusterHealthPopup']),
    );
  });

  it.each(early)('says as %s only what every page of the console loads', (_name, file = '') => {
    const texts = [...loadedWith(file)].flatMap((source) => sourceTexts(readFileSync(source, 'utf8'), source).texts);
    const known = new Set(Object.keys(readTexts('en', 'plugin__calico-readiness')).map(sourceKey));
    expect(texts.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
  });
});
