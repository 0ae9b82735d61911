import { gzipSync } from 'node:zlib';
import type { Chunk, Compilation, Compiler } from 'webpack';
import { sizeFaults } from './size-limits';

const name = 'SizeLimitsPlugin';

/** Each exposed module, the chunk that it loads at once, and the languages in which its size is held. */
export interface FirstPage {
  readonly exposed: string;
  readonly page: string;
  readonly languages: readonly string[];
}

const textsOf = (language: string): RegExp =>
  // English sentences of the catalogue are their own keys.
  new RegExp(`/locales/${language}/calico-readiness-${language === 'en' ? 'pages' : '(?:pages|catalogue)'}\\.json$`);

/** What is larger than it may be is an error of the build. */
export class SizeLimitsPlugin {
  readonly #languages: readonly string[];
  readonly #firstPages: readonly FirstPage[];

  constructor(languages: readonly string[], firstPages: readonly FirstPage[]) {
    this.#languages = languages;
    this.#firstPages = firstPages;
  }

  apply({ hooks, webpack }: Compiler): void {
    hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        try {
          const files = compilation
            .getAssets()
            .map(({ name: file, source }) => ({ file, gzip: gzipSync(source.buffer()).length }));
          const pages = new Map(
            this.#firstPages.flatMap(({ exposed, page, languages }) =>
              languages.map((language) => [`${page} in ${language}`, filesOf(compilation, exposed, page, language)]),
            ),
          );
          for (const fault of sizeFaults(files, this.#languages, pages)) throw new Error(fault);
        } catch (error) {
          compilation.errors.push(new webpack.WebpackError(error instanceof Error ? error.message : String(error)));
        }
      });
    });
  }
}

/** Everything that the browser loads for a page: its two chunks with what they need, and the texts of one language. */
function filesOf(compilation: Compilation, exposed: string, page: string, language: string): Set<string> {
  const texts = textsOf(language);
  const groups = [exposed, page].map((chunk) => compilation.namedChunks.get(chunk));
  const chunks = [...compilation.chunks].filter((chunk) =>
    [...compilation.chunkGraph.getChunkModulesIterable(chunk)].some((module) =>
      texts.test(module.nameForCondition() ?? ''),
    ),
  );
  if (groups.includes(undefined) || chunks.length === 0)
    throw new Error(`The bundle has no chunks ${exposed} and ${page}, or no texts in ${language}.`);
  const needed = groups.flatMap((chunk) => (chunk === undefined ? [] : loadedWith(chunk)));
  if (!groups.every((chunk) => chunk !== undefined && needed.includes(chunk)))
    throw new Error(`Nobody knows what is loaded with ${exposed} and ${page}.`);
  return new Set([...needed, ...chunks].flatMap(({ files }) => [...files]));
}

/** A chunk and those without which it does not run. */
const loadedWith = (chunk: Chunk): Chunk[] =>
  [...chunk.groupsIterable].filter(({ name: of }) => of === chunk.name).flatMap(({ chunks }) => chunks);
