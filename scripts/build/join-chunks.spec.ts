import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import { joinChunks, loadedWith } from './join-chunks';

/** Two commands that share some code with each other, and some with the start alone. */
const sources = {
  'start.ts': `import { both } from './both'; import { early } from './early';
    const { run } = await import('./command'); console.log(both(), early(), await run());`,
  'command.ts': `import { both } from './both'; import { shared } from './shared'; import { first } from './first';
    export async function run() { return [both(), shared.count += 1, first(), (await import('./later')).later()]; }`,
  'later.ts': `import { shared } from './shared'; import { first } from './first'; import { both } from './both';
    export const later = () => [both(), shared.count, first(), shared.nameOf(later)];`,
  'both.ts': `let count = 0; export const both = () => (count += 1);`,
  'early.ts': `export const early = () => 'early';`,
  'first.ts': `import { both } from './both'; export const first = () => 'first ' + typeof both;`,
  'shared.ts': `export const shared = { count: 10, nameOf: (value: unknown) => typeof value };`,
};
const printed = "1 early [ 2, 11, 'first function', [ 3, 11, 'first function', 'function' ] ]\n";

// Names that are not made shorter are imported as what they are.
describe.each([
  ['with short names', { minify: true }],
  ['with names of their own', { minifyWhitespace: true }],
])('chunks that are joined, %s', (_, form) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'join-chunks-'));
  const file = (name: string): string => path.relative(process.cwd(), path.join(directory, name));
  const entry = ({ outputs }: Metafile, name: string): string =>
    Object.keys(outputs).find((each) => outputs[each]?.entryPoint === file(name)) ?? '';
  const run = (): string =>
    spawnSync(process.execPath, [path.join(directory, 'dist/start.js')], { encoding: 'utf8' }).stdout;

  let before: Metafile;
  let after: Metafile;

  beforeAll(async () => {
    mkdirSync(path.join(directory, 'dist'));
    writeFileSync(path.join(directory, 'package.json'), '{"type": "module"}');
    for (const [name, text] of Object.entries(sources)) writeFileSync(path.join(directory, name), text);
    const built = await build({
      ...{ entryPoints: { start: file('start.ts') }, outdir: file('dist'), chunkNames: 'chunks/[name]-[hash]' },
      ...{ bundle: true, ...form, splitting: true, format: 'esm', platform: 'node', metafile: true },
    });
    before = built.metafile;
    expect(run()).toBe(printed);
    const target = file('dist/chunks/begin.js');
    const begun = await joinChunks(before, { from: entry(before, 'start.ts'), target, banner: '' });
    after = await joinChunks(begun, { from: entry(begun, 'command.ts'), apart: [target], banner: '' });
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it('do what they did, each of their modules once', () => {
    expect(run()).toBe(printed);
  });

  it('are one file for each start, and all others are gone', () => {
    expect(loadedWith(entry(before, 'command.ts'), before.outputs).length).toBeGreaterThan(1);
    expect(loadedWith(entry(after, 'start.ts'), after.outputs)).toEqual([file('dist/chunks/begin.js')]);
    expect(loadedWith(entry(after, 'command.ts'), after.outputs)).toEqual([file('dist/chunks/begin.js')]);
    for (const name of Object.keys(before.outputs)) expect(existsSync(name), name).toBe(name in after.outputs);
  });

  it('are told with all that is in them', () => {
    const inputs = ({ outputs }: Metafile): readonly string[] =>
      Object.values(outputs)
        .flatMap((output) => Object.keys(output.inputs))
        .sort();
    expect(inputs(after)).toEqual(inputs(before));
  });
});
