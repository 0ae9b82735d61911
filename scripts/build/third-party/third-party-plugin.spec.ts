import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Stats } from 'webpack';
import webpack from 'webpack';
import { fakeDirectory, fakePackage, namedPackages } from './fake-packages';
import { ThirdPartyPlugin } from './third-party-plugin';

const text = { LICENSE: 'A licence' };

/** A package of everything that webpack does with modules; each exports `used`. */
const packages = {
  ...fakePackage(
    'joined@1.0.0',
    { license: 'MIT', sideEffects: false },
    { ...text, 'index.js': 'export const used = () => process.argv;' },
  ),
  ...fakePackage('common@1.0.0', { license: 'MIT' }, { ...text, 'index.js': 'exports.used = process.argv;' }),
  ...fakePackage('later@1.0.0', { license: 'MIT' }, { ...text, 'index.js': 'exports.used = 3;' }),
  ...fakePackage(
    'unused@1.0.0',
    { license: 'MIT', sideEffects: false },
    { ...text, 'index.js': 'export const a = 1;' },
  ),
  ...fakePackage('stranger@1.0.0', { license: 'GPL-3.0-only' }, { ...text, 'font.woff2': 'font' }),
  ...fakePackage('webpack@5.0.0', { license: 'MIT' }, text),
};

describe('the third-party plugin of webpack', () => {
  let root = '';
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const build = async (main: string): Promise<Stats> => {
    root = fakeDirectory({ ...packages, 'main.js': main });
    const compiler = webpack({
      context: root,
      mode: 'production',
      entry: './main.js',
      output: { path: path.join(root, 'dist') },
      module: { rules: [{ test: /\.woff2$/, type: 'asset/resource' }] },
      plugins: [new ThirdPartyPlugin('the plugin', root)],
    });
    return new Promise((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error !== null || stats === undefined) reject(error ?? new Error('no stats'));
        else compiler.close(() => resolve(stats));
      });
    });
  };

  it('names what is in the chunks and in joined modules, webpack itself, and nothing that was shaken off', async () => {
    const stats = await build(
      "import { used } from 'joined'; import * as common from 'common'; import 'unused';" +
        "console.log(used, common.used, import('later'));",
    );

    expect(stats.compilation.errors).toEqual([]);
    expect([...namedPackages(readFileSync(path.join(root, 'dist/THIRD-PARTY.txt'), 'utf8')).keys()]).toEqual([
      'common@1.0.0',
      'joined@1.0.0',
      'later@1.0.0',
      'webpack@5.0.0',
    ]);
  });

  it('is part of the build of the console plugin', () => {
    expect(readFileSync('webpack.config.ts', 'utf8')).toMatch(/^ +new ThirdPartyPlugin\(/m);
  });

  it.each(["import 'stranger';", "import url from 'stranger/font.woff2'; console.log(url);"])(
    'fails the build for a package that may not ship: %s',
    async (main) => {
      const stats = await build(main);

      expect(stats.compilation.errors.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^The licences of the plugin .*\nstranger@1\.0\.0 /),
      ]);
    },
  );
});
