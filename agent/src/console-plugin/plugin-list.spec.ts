import { readFileSync } from 'node:fs';
import { ourPlugin, patchOfPlugins } from './plugin-list';

describe('the list of enabled plugins', () => {
  it('has the name that the bundle has', () => {
    const { consolePlugin } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      readonly consolePlugin: { readonly name: string };
    };

    expect(ourPlugin).toBe(consolePlugin.name);
  });

  it.each<[object, readonly string[] | null]>([
    [{}, null],
    [{ spec: {} }, null],
    [{ spec: { plugins: null } }, null],
    [{ spec: { plugins: [] } }, []],
    [{ spec: { plugins: ['b', 'a'] } }, ['b', 'a']],
  ])('of %j is tested as a whole before ours comes behind the others', (console, before) => {
    expect(patchOfPlugins(console, 'enable')).toEqual([
      { op: 'test', path: '/spec/plugins', value: before },
      { op: 'add', path: '/spec/plugins', value: [...(before ?? []), ourPlugin] },
    ]);
    expect(patchOfPlugins(console, 'disable')).toBeUndefined();
  });

  it('loses ours wherever it stands, however often', () => {
    const plugins = [ourPlugin, 'a', ourPlugin, 'b'];

    expect(patchOfPlugins({ spec: { plugins } }, 'disable')).toEqual([
      { op: 'test', path: '/spec/plugins', value: plugins },
      { op: 'add', path: '/spec/plugins', value: ['a', 'b'] },
    ]);
    expect(patchOfPlugins({ spec: { plugins } }, 'enable')).toBeUndefined();
  });

  it.each(['calico-readiness', { 0: 'a' }, [1], [null]])('is not changed where it is %j', (plugins) => {
    expect(() => patchOfPlugins({ spec: { plugins } }, 'enable')).toThrow('no list of names');
  });
});
