import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const mostWords = 25;

/** What nobody should have to read, and why. CONTRIBUTING.md has the words to write instead. */
const refused: readonly (readonly [words: RegExp, why: string])[] = [
  [/\bcan not\b/i, 'one word: cannot'],
  [/\bat present\b|\bthe present\b/i, 'currently, now, the current state'],
  [/\bjudged? (anew|otherwise)\b/i, 'a what-if reevaluates, a profile differs'],
  [/\bunkn\b/i, 'no abbreviations that nobody else uses: Unknown'],
  [/\bundecided\b/i, 'the verdict is called Unknown, everywhere'],
  [/\bcould not be (seen|decided)\b/i, 'Cannot determine whether, or Unknown'],
  [/\byou may not\b/i, 'Permission to … is required: the reader looks for the missing permission'],
  [/\bwhat does not pass\b/i, 'unmet requirements'],
  [/\bfits? (this|these|the) filters?\b/i, 'No matching nodes, as in every table of the console'],
  [/\bsomebody else\b|\bwhoever\b/i, 'name the person: another user, an administrator'],
  [/\bprograms that (really )?decide\b/i, 'reference programs'],
  [/\b(rooms|rules) of the house\b/i, 'Repository layout, Rules'],
];

const faultsOf = (text: string): string[] =>
  refused.filter(([words]) => words.test(text)).map(([words, why]) => `${text}: ${words.source} (${why})`);

/** The files below a folder whose names match. */
const filesOf = (folder: string, name: RegExp, recursive = true): string[] =>
  readdirSync(folder, { recursive, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => name.test(file) && !/\/(node_modules|dist)\/|\.(spec|d)\.tsx?$/.test(file))
    .sort();

const locales = filesOf('locales/en', /\.json$/);
const textsOf = (file: string): string[] =>
  Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>).flat();

/** The sentences of a program's source: its literals of several words, no comments and no names. */
function literalsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) && node.text.includes(' '))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const programs = ['agent/src', 'standalone/server/src', 'standalone/shell'].flatMap((folder) =>
  filesOf(folder, /\.tsx?$/),
);
const documents = [
  'README.md',
  'charts/calico-readiness/README.md',
  'charts/calico-readiness/templates/NOTES.txt',
  // What is typed and seen there is also what an earlier chart said.
  ...filesOf('docs', /\/(?!install-transcript)[^/]*\.md$/, false),
  ...filesOf('docs/runbooks', /\.md$/),
];

describe('the English that people read', () => {
  it('is there', () => {
    expect(locales.length).toBe(4);
    expect(locales.flatMap(textsOf).length).toBeGreaterThan(1000);
    expect(programs.flatMap(literalsOf).length).toBeGreaterThan(300);
    expect(documents.length).toBeGreaterThan(10);
  });

  it.each(locales)('of %s has none of the refused words', (file) => {
    expect(textsOf(file).flatMap(faultsOf)).toEqual([]);
  });

  it.each(locales)(`of %s has no sentence of over ${String(mostWords)} words`, (file) => {
    const sentences = textsOf(file).flatMap((text) => text.split(/(?<=[.!?])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > mostWords)).toEqual([]);
  });

  it('of the programs has none of the refused words', () => {
    expect(programs.flatMap((file) => literalsOf(file).flatMap(faultsOf))).toEqual([]);
  });

  it.each(documents)('of %s has none of the refused words', (file) => {
    expect(readFileSync(file, 'utf8').split('\n').flatMap(faultsOf)).toEqual([]);
  });
});
