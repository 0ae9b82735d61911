import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rooms } from './imports/rooms';

const mostLines = 120;
const mostFiles = 25;

/** Tables of data: one row after the other, and nothing to follow. Everything else says one thing, shortly. */
const tables: readonly string[] = [
  'agent/bench/flows/scenarios.ts',
  'agent/reference-programs/flows/challenge-rows.ts',
  'agent/test/parser-trials.ts',
  'requirements/src/catalogue/calico-releases.ts',
  'requirements/src/catalogue/document-sentences.ts',
  'requirements/src/catalogue/kernel/match-rows.ts',
  'requirements/src/catalogue/kernel/target-rows.ts',
  'requirements/src/catalogue/node/firewall-interference.ts',
  'requirements/src/derived/kernel-module-table.ts',
  'requirements/src/profile/testing/sample-objects.ts',
  'requirements/test/arbitrary-facts.ts',
  'scripts/generate/crds/hostile-values.ts',
  'scripts/generate/situations/module-situations.ts',
  'scripts/test/imports/agent-rooms.ts',
];

const sources = rooms
  .filter(({ folder }) => !rooms.some((other) => folder.startsWith(`${other.folder}/`)))
  .flatMap(({ folder }) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter(
    (file) => /\.tsx?$/.test(file) && !/\.(spec|d)\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file),
  );
const isTable = (file: string): boolean => tables.includes(file) || file.startsWith('requirements/test/cases/');
const linesOf = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

describe('the source', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(400);
  });

  it(`has no file of over ${String(mostLines)} lines that is no table of data`, () => {
    const long = sources.filter((file) => linesOf(file) > mostLines && !isTable(file));
    expect(long, 'split them by idea; a table of data goes on the list in scripts/test/sizes.spec.ts').toEqual([]);
  });

  it('has every table on the list, and over that length', () => {
    expect(
      tables.filter((file) => !sources.includes(file) || linesOf(file) <= mostLines),
      'take them off the list in scripts/test/sizes.spec.ts',
    ).toEqual([]);
  });

  it(`has no folder of over ${String(mostFiles)} source files`, () => {
    const folders = new Map<string, number>();
    for (const file of sources) folders.set(path.dirname(file), (folders.get(path.dirname(file)) ?? 0) + 1);
    expect(
      [...folders].filter(([, files]) => files > mostFiles).map(([folder, files]) => `${folder}: ${String(files)}`),
    ).toEqual([]);
  });
});
