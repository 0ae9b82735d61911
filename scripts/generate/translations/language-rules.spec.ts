import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.spec)\.tsx?$/.test(file) && !/^(?:testing|bench)\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join('src', file), 'utf8') }));

/** What would show English, or English grammar, in every language; and the one place that may. */
const refused: readonly (readonly [what: string, pattern: RegExp, instead: string, where: string])[] = [
  ['numbers and dates of no language', /\.toLocale(?:Date|Time)?String\(\s*\)/, 'number(), Intl with the language', ''],
  ['lists of units, which run together in Chinese', /type: 'unit'/, 'list() or listOf()', ''],
  ['commas between elements', /^\s*,\s*\{|\{', '\}|&& ', '/m, 'listOf()', ''],
  ['kinds of alerts in English', /<Alert[\s>]/, '<LabelledAlert>', 'components/labelled/LabelledAlert.tsx'],
  ['spinners that load in English', /<Spinner[\s>]/, '<LabelledSpinner>', 'components/labelled/LabelledSpinner.tsx'],
];

describe('the source of the pages', () => {
  it.each(refused)('has no %s', (_what, pattern, instead, where) => {
    expect(sources.length).toBeGreaterThan(150);
    const found = sources.filter(({ file, text }) => pattern.test(text) && file !== where);
    expect(
      found.map(({ file }) => file),
      `instead: ${instead}`,
    ).toEqual([]);
  });

  it('names every element that says something in English unless told otherwise', () => {
    const missing = sources.flatMap(({ file, text }) => [
      ...(/<Pagination[\s>]/.test(text) && !text.includes('paginationTitles') ? [`${file}: paginationTitles()`] : []),
      ...(/<ToolbarFilter[\s>]/.test(text) && !text.includes('filterLabels') ? [`${file}: filterLabels()`] : []),
      ...(/<ClipboardCopy[\s>]/.test(text) && !text.includes('copyLabels') ? [`${file}: copyLabels()`] : []),
      ...(/<SearchInput[\s>]/.test(text) && !text.includes('resetButtonLabel') ? [`${file}: resetButtonLabel`] : []),
    ]);
    expect(missing).toEqual([]);
  });
});
