import * as fc from 'fast-check';
import { canonicalModuleName, moduleNameOfPath } from './module-name';
import { parseModulesAlias } from './modules-alias';
import { parseModulesBuiltin } from './modules-builtin';
import { parseModulesBuiltinModinfo } from './modules-builtin-modinfo';
import { parseModulesDep } from './modules-dep';
import { malformed, parsed } from '../parsed';

describe('moduleNameOfPath', () => {
  it.each([
    ['kernel/net/netfilter/xt_set.ko', 'xt_set'],
    ['kernel/net/netfilter/xt_set.ko.xz', 'xt_set'],
    ['xt_set.ko.zst', 'xt_set'],
    ['xt_set.ko.gz', 'xt_set'],
    ['extra/ip-set.ko.bz2', 'ip_set'],
    ['kernel/net/xt_set.o', undefined],
    ['xt_set.ko.sig', undefined],
    ['.ko', undefined],
    ['', undefined],
  ])('of %s is %s', (path, name) => {
    expect(moduleNameOfPath(path)).toBe(name);
  });

  it('is a name of the kernel’s, or none, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '.ko', '.ko.xz', '.ko.exe'), (text, ending) => {
        const name = moduleNameOfPath(text + ending);
        if (name !== undefined) expect(name).toMatch(/^[^/-]+$/);
        if (name !== undefined) expect(canonicalModuleName(name)).toBe(name);
      }),
    );
  });
});

describe('parseModulesDep', () => {
  it('maps canonical names to files and what they need', () => {
    const text =
      'kernel/net/xt-set.ko.xz: kernel/net/ip_set.ko.xz kernel/net/x_tables.ko.xz\nkernel/net/x_tables.ko.xz:\n';
    expect(parseModulesDep(text)).toEqual(
      parsed(
        new Map([
          [
            'xt_set',
            { path: 'kernel/net/xt-set.ko.xz', dependencies: ['kernel/net/ip_set.ko.xz', 'kernel/net/x_tables.ko.xz'] },
          ],
          ['x_tables', { path: 'kernel/net/x_tables.ko.xz', dependencies: [] }],
        ]),
      ),
    );
  });

  it('reads the empty index of a kernel without modules', () => {
    expect(parseModulesDep('')).toEqual(parsed(new Map()));
  });

  it.each([
    ['cut off within a line', 'kernel/a.ko:\nkernel/b.k', 'ends within a line: it was cut off'],
    ['cut off before the colon', 'kernel/a.ko:\nkernel/b.ko', 'ends within a line: it was cut off'],
    ['cut off within a dependency', 'kernel/a.ko: kernel/c.ko kerne', 'ends within a line: it was cut off'],
    ['cut off between two dependencies', 'kernel/a.ko: kernel/c.ko', 'ends within a line: it was cut off'],
    ['binary', 'kernel/a.ko:\u0000\n', 'holds binary data'],
    ['another file', 'kernel/a.ko\n', 'a line does not start with a module file'],
    ['full of rubbish', ': :\n', 'a line does not start with a module file'],
    ['with rubbish behind the colon', 'kernel/a.ko: what\n', 'a dependency is not a module file'],
  ])('is malformed when it is %s', (_case, text, detail) => {
    expect(parseModulesDep(text)).toEqual(malformed(detail));
  });

  it('names only modules that the whole index names when it was cut off', () => {
    const text = 'kernel/net/xt_set.ko: kernel/net/ip_set.ko\nkernel/net/ip_set.ko: kernel/net/nfnetlink.ko\n';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
        const part = parseModulesDep(text.slice(0, length));
        if (part.status === 'parsed')
          expect([...part.value.keys()].every((name) => ['xt_set', 'ip_set'].includes(name))).toBe(true);
      }),
    );
  });
});

describe('parseModulesBuiltin', () => {
  it('lists canonical names', () => {
    expect(parseModulesBuiltin('kernel/net/ipv6/ipv6.ko\nkernel/lib/libcrc32c-generic.ko\n')).toEqual(
      parsed(new Set(['ipv6', 'libcrc32c_generic'])),
    );
  });

  it.each([
    ['kernel/net/ipv6/ipv6.ko\nkernel/net/netf', 'ends within a line: it was cut off'],
    ['kernel/net/ipv6/ipv6.ko:\n', 'a line is not a module file'],
    ['\u0000\n', 'holds binary data'],
  ])('%j is malformed', (text, detail) => {
    expect(parseModulesBuiltin(text)).toEqual(malformed(detail));
  });
});

describe('parseModulesBuiltinModinfo', () => {
  it('names modules and their literal aliases', () => {
    const text = [
      'x_tables.license=GPL',
      'xt_mark.alias=ipt_mark',
      'foo-bar.alias=rtnl-link-foo',
      'drm.alias=pci:v*d*',
      'x.description=a=b\nc',
      '',
    ].join('\0');
    expect(parseModulesBuiltinModinfo(text)).toEqual(
      parsed({
        modules: new Set(['x_tables', 'xt_mark', 'foo_bar', 'drm', 'x']),
        aliases: new Set(['ipt_mark', 'rtnl_link_foo']),
      }),
    );
  });

  it.each([
    ['a.license=GPL\0xt_m', 'ends within a line: it was cut off'],
    ['a.license=GPL\0xt_mark.alias=ipt_ma', 'ends within a line: it was cut off'],
    ['rubbish\0', 'an entry is not module.key=value'],
  ])('%j is malformed', (text, detail) => {
    expect(parseModulesBuiltinModinfo(text)).toEqual(malformed(detail));
  });
});

describe('parseModulesAlias', () => {
  it('keeps the modules of literal aliases', () => {
    const text =
      '# Aliases extracted from modules themselves.\nalias ipt_mark xt_mark\nalias ipt-MARK xt_mark\nalias ipt_MARK xt-other\nalias pci:v00001*d*sv* foo\nalias ip_set_hash:ip,port ip_set_hash_ipport\n';
    expect(parseModulesAlias(text)).toEqual(
      parsed(
        new Map([
          ['ipt_mark', ['xt_mark']],
          ['ipt_MARK', ['xt_mark', 'xt_other']],
          ['ip_set_hash:ip,port', ['ip_set_hash_ipport']],
        ]),
      ),
    );
  });

  it('keeps an alias with a blank in it from breaking the file, as platform devices have them', () => {
    expect(parseModulesAlias('alias platform:a b foo\n')).toEqual(parsed(new Map([['platform:a b', ['foo']]])));
  });

  it.each([
    ['alias ipt_mark xt_mark\nalias ipt_MA', 'ends within a line: it was cut off'],
    ['alias ipt_mark xt_mark\nalias ipt_MARK xt_ma', 'ends within a line: it was cut off'],
    ['options foo bar\n', 'a line is not `alias name module`'],
  ])('%j is malformed', (text, detail) => {
    expect(parseModulesAlias(text)).toEqual(malformed(detail));
  });
});

it.each([
  ['modules.dep', parseModulesDep],
  ['modules.builtin', parseModulesBuiltin],
  ['modules.builtin.modinfo', parseModulesBuiltinModinfo],
  ['modules.alias', parseModulesAlias],
])('any text as %s is understood or malformed, and never an error', (_file, parse) => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('a', '.ko', ':', ' ', '\n', '\0', 'alias ', '=') }),
      ),
      (text) => {
        expect(['parsed', 'malformed']).toContain(parse(text).status);
      },
    ),
  );
});

/** Two aliases may differ in dashes alone. */
function modulesOf(aliases: readonly string[], module: string): ReadonlyMap<string, readonly string[]> {
  const modules = new Map<string, string[]>();
  for (const alias of aliases) modules.set(alias, [...(modules.get(alias) ?? []), module]);
  return modules;
}

describe('an index that was written', () => {
  const module = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/);
  const path = fc
    .tuple(
      fc.constantFrom('kernel/net', 'kernel/net/ipv4', 'extra', '/usr/lib/modules/1'),
      module,
      fc.constantFrom('.ko', '.ko.gz', '.ko.xz', '.ko.zst'),
    )
    .map(([directory, name, ending]) => ({ name: name.replaceAll('-', '_'), path: `${directory}/${name}${ending}` }));
  const modules = fc.uniqueArray(path, { selector: ({ name }) => name, maxLength: 8 });
  const literal = fc.stringMatching(/^[a-z][a-z0-9:,_-]{0,12}$/);

  it('as modules.dep names every file with what it needs', () => {
    fc.assert(
      fc.property(modules, modules, (files, needed) => {
        const dependencies = needed.map((file) => file.path);
        const text = files.map((file) => `${[`${file.path}:`, ...dependencies].join(' ')}\n`).join('');
        expect(parseModulesDep(text)).toEqual(
          parsed(new Map(files.map((file) => [file.name, { path: file.path, dependencies }]))),
        );
      }),
    );
  });

  it('as modules.builtin names every module', () => {
    fc.assert(
      fc.property(modules, (files) => {
        expect(parseModulesBuiltin(files.map((file) => `${file.path}\n`).join(''))).toEqual(
          parsed(new Set(files.map(({ name }) => name))),
        );
      }),
    );
  });

  it('as modules.alias and as modules.builtin.modinfo has every literal alias, and no pattern', () => {
    fc.assert(
      fc.property(
        module,
        fc.uniqueArray(literal, { minLength: 1 }),
        fc.constantFrom('*', '?', '['),
        (name, aliases, wildcard) => {
          const [canonical, names] = [name.replaceAll('-', '_'), aliases.map((alias) => alias.replaceAll('-', '_'))];
          const all = [...aliases, `pci:v${wildcard}d1`];
          expect(parseModulesAlias(all.map((alias) => `alias ${alias} ${name}\n`).join(''))).toEqual(
            parsed(modulesOf(names, canonical)),
          );
          expect(parseModulesBuiltinModinfo(all.map((alias) => `${name}.alias=${alias}\0`).join(''))).toEqual(
            parsed({ modules: new Set([canonical]), aliases: new Set(names) }),
          );
        },
      ),
    );
  });
});
