import { rmSync } from 'node:fs';
import { fakeDirectory, fakePackage, namedPackages, numberedTexts } from './fake-packages';
import { thirdPartyText } from './third-party-file';

describe('the third-party file', () => {
  const directories: string[] = [];
  afterEach(() => directories.splice(0).forEach((directory) => rmSync(directory, { recursive: true })));

  /** The file for all files of these packages that end in js or are `extra`. */
  const textOf = (...packages: readonly Readonly<Record<string, string>>[]): string => {
    const files = Object.assign({}, ...packages) as Readonly<Record<string, string>>;
    const root = fakeDirectory(files);
    directories.push(root);
    return thirdPartyText(
      'the bundle',
      root,
      Object.keys(files).filter((file) => !/json$|licen|notice/i.test(file)),
    );
  };
  const mit = (id: string, files = {}): Readonly<Record<string, string>> =>
    fakePackage(id, { license: 'MIT' }, { LICENSE: `The licence of ${id}`, ...files });

  it('names every package with version, licence and its own texts, and nothing of ours', () => {
    const text = textOf(
      fakePackage('@scope/b@2.0.0', { license: 'Apache-2.0' }, { 'LICENSE.md': 'Apache text', NOTICE: 'Made by B' }),
      fakePackage('a@1.0.0', { license: '(MIT OR Apache-2.0)' }, { 'LICENCE-MIT': 'One', 'licence.apache': 'Other' }),
      { 'agent/src/main.ts': '' },
    );

    expect([...namedPackages(text)]).toEqual([
      ['@scope/b@2.0.0', 'Apache-2.0 [1] [2]'],
      ['a@1.0.0', '(MIT OR Apache-2.0) [3] [4]'],
    ]);
    expect([...numberedTexts(text).values()]).toEqual(['Apache text', 'Made by B', 'One', 'Other']);
  });

  it('has the same text once, whatever its line ends', () => {
    const text = textOf(
      fakePackage('a@1.0.0', { license: 'MIT' }, { LICENSE: '\uFEFFFree\r\n\r\nto use  \r\n' }),
      fakePackage('b@1.0.0', { license: 'MIT' }, { COPYING: '\nFree\n\nto use' }),
    );

    expect([...namedPackages(text).values()]).toEqual(['MIT [1]', 'MIT [1]']);
    expect([...numberedTexts(text).values()]).toEqual(['Free\n\nto use']);
  });

  it('names two versions, one of them installed twice, as two', () => {
    const nested = (id: string, around: string): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(mit(id)).map(([file, text]) => [`node_modules/${around}/${file}`, text]));
    const text = textOf(mit('a@1.0.0'), nested('a@2.0.0', 'b'), nested('a@2.0.0', 'c'));

    expect([...namedPackages(text).keys()]).toEqual(['a@1.0.0', 'a@2.0.0']);
  });

  it('is the same wherever the packages are, and in whichever order they are asked for', () => {
    const files = { ...mit('b@1.0.0'), ...mit('a@1.0.0'), ...mit('Z@1.0.0') };
    const [here, there] = [fakeDirectory(files), fakeDirectory(files)];
    directories.push(here, there);
    const inputs = Object.keys(files).filter((file) => file.endsWith('.js'));
    const text = thirdPartyText('the bundle', here, inputs);

    expect(
      thirdPartyText(
        'the bundle',
        there,
        inputs.reverse().map((file) => `${there}/${file}`),
      ),
    ).toBe(text);
    expect([...namedPackages(text).keys()]).toEqual(['Z@1.0.0', 'a@1.0.0', 'b@1.0.0']);
  });

  it('gives a package without a licence file the standard text with its author, and says so', () => {
    const text = textOf(fakePackage('a@1.0.0', { license: 'MIT', author: { name: "A $& O'B" } }, { LICENSE: ' \n' }));

    expect(namedPackages(text).get('a@1.0.0')).toBe(
      "MIT [1], by A $& O'B; it has no licence file, so this is the standard text",
    );
    expect(numberedTexts(text).get('[1]')).toMatch(/^MIT License\n\nCopyright \(c\) A \$& O'B\n\nPermission is /);
  });

  it('names the parts of a package that have other licences, where they are in the bundle', () => {
    const icons = (file: string): string => textOf(mit('@patternfly/react-icons@6.2.2', { [file]: '' }));

    expect(icons('dist/esm/icons/cubes-icon.js')).toMatch(/^ {2}\* in it icons of Font Awesome .*: CC-BY-4\.0 \[2\]$/m);
    expect(icons('dist/esm/createIcon.js')).not.toContain('Font Awesome');
  });

  it.each([
    ['a licence that is not allowed', { license: 'GPL-3.0-only' }, 'is licensed under GPL-3.0-only'],
    ['no licence', {}, 'names no licence as SPDX does'],
    ['a licence in an older form', { licenses: [{ type: 'MIT' }] }, 'names no licence as SPDX does'],
    ['neither text nor author', { license: 'MIT' }, 'has no licence file'],
    ['no text of ours either', { license: 'ISC', author: 'A' }, 'has no licence file'],
  ])('refuses %s, and names every such package', (_, manifest, fault) => {
    expect(() => textOf(fakePackage('a@1.0.0', manifest), mit('b@1.0.0'), fakePackage('c@3.0.0', manifest))).toThrow(
      new RegExp(`^The licences of the bundle .*\\na@1\\.0\\.0 ${fault}.*\\nc@3\\.0\\.0 ${fault}.*$`),
    );
  });

  it.each([
    ['a folder of others', { 'dist/third-party/other.js': '' }],
    ['a font', { 'fonts/text.woff2': '' }],
    ['a script with WebAssembly in it', { 'inline.js': 'const program = "AGFzbQEAAAA=";' }],
    ['a script with a font in it', { 'inline.js': 'const font = "data:font/woff2;base64,d09GMg==";' }],
  ])('refuses a package with %s that nobody has looked at', (_, files: Readonly<Record<string, string>>) => {
    expect(() => textOf(mit('a@1.0.0', files))).toThrow(
      `a@1.0.0 brings ${Object.keys(files).join('')}, which may have`,
    );
  });
});
