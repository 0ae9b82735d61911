import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowedForCode } from './allowed-licences';
import type { BundledPackage } from './bundled-packages';
import { idOf, inOrder } from './bundled-packages';
import { ownText, tidied } from './texts';

export interface Licence {
  /** As an SPDX expression. */
  readonly expression: string;
  /** The package's licence and notice files, or the standard text. */
  readonly texts: readonly string[];
  /** What its package.json names as author, when the package has no licence file. */
  readonly standardTextOf?: string;
}

/** Of packages whose package.json does not say it as an SPDX expression: what their licence file says. */
export const readByUs: ReadonlyMap<string, string> = new Map([['pause-stream@0.0.11', 'MIT OR Apache-2.0']]);

/** Licences whose standard text, `texts/<id>.txt`, stands in for a package's own file. */
export const standardTexts: ReadonlySet<string> = new Set(['MIT']);

const licenceFile = /^(un)?licen[cs]e|^copying|^copyright/i;
const noticeFile = /^notice|^third[-_ ]?party/i;
const codeFile = /\.([cm]?[jt]sx?|json|map)$/i;

/** The licence of a package. Throws, naming the package, when it may not ship or nobody knows. */
export function licenceOf(bundled: BundledPackage): Licence {
  const { directory, manifest } = bundled;
  const id = idOf(bundled);
  const expression = readByUs.get(id) ?? manifest['license'];
  if (typeof expression !== 'string')
    throw new Error(`${id} names no licence as SPDX does; read its licence file, and say it in licence-of.ts.`);
  if (!isAllowedForCode(expression))
    throw new Error(`${id} is licensed under ${expression}, which is not on the list in allowed-licences.ts.`);
  const names = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !codeFile.test(entry.name))
    .map(({ name }) => name)
    .sort(inOrder);
  const textsOf = (kind: RegExp): readonly string[] =>
    names
      .filter((name) => kind.test(name))
      .map((name) => tidied(readFileSync(path.join(directory, name), 'utf8')))
      .filter((text) => text !== '');
  const own = textsOf(licenceFile);
  const notices = textsOf(noticeFile);
  if (own.length > 0) return { expression, texts: [...own, ...notices] };
  const author = authorIn(manifest);
  if (author === undefined || !standardTexts.has(expression))
    throw new Error(`${id} has no licence file; add the text of its licence (${expression}) to texts, and its author.`);
  const standard = ownText(`${expression}.txt`).replace('<copyright holders>', () => author);
  return { expression, texts: [standard, ...notices], standardTextOf: author };
}

function authorIn({ author }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof author === 'string' && author.trim() !== '') return author.trim();
  if (typeof author !== 'object' || author === null || !('name' in author)) return undefined;
  return typeof author.name === 'string' && author.name.trim() !== '' ? author.name.trim() : undefined;
}
