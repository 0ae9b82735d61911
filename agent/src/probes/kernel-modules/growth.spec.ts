import { kernelModuleTable } from '@calico-readiness/requirements';
import { growthOf, linear } from '../../../test/growth/growth';
import { parseKernelCommandLine } from '../../parsers/proc/kernel-command-line';
import { parseModprobeD } from '../../parsers/kernel-modules/modprobe-d';
import { nameOfFile } from './collect-module-evidence';
import { hindranceOf } from './module-hindrance';
import type { ModuleTree } from './module-tree';
import { hasSoftDependencies } from './soft-dependencies';

const lines = (size: number, line: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => `${line(index)}\n`).join('');

function directivesOf(text: string) {
  const result = parseModprobeD(text);
  return result.status === 'parsed' ? result.value : [];
}

const hindrance = (text: string): unknown =>
  hindranceOf(
    { name: 'xt_mark', aliases: ['ipt_mark'], askedByName: true, dependencies: ['x_tables'], withSoftDependencies: [] },
    {
      directives: directivesOf(text),
      commandLine: parseKernelCommandLine(''),
      modulesDisabled: false,
      complete: true,
      softDependenciesRead: true,
    },
  );

const softly = (text: string): unknown => hasSoftDependencies('xt_mark', directivesOf(text), 'unseen');

/** One with as many aliases as that, and no module of the catalogue. */
function treeOf(size: number): ModuleTree {
  const seen = <T>(value: T) => ({ status: 'observed', value, source: '' }) as const;
  return {
    path: 'lib/modules/1',
    dependencies: seen(new Map()),
    decidesAlone: true,
    builtin: seen(new Set<string>()),
    aliases: seen(new Map(Array.from({ length: size }, (_, index) => [`b${String(index)}`, [`a${String(index)}`]]))),
    builtinModinfo: seen({ modules: new Set<string>(), aliases: new Set<string>() }),
    onDisk: seen(new Set<string>()),
  };
}

describe('the steps that decide whether a module is kept out', () => {
  it.each<[string, (size: number) => unknown]>([
    ['install lines', (size) => hindrance(lines(size, (index) => `install a${String(index)} /bin/false`))],
    ['install lines with patterns', (size) => hindrance(lines(size, () => 'install xt_*a /bin/false'))],
    ['alias lines', (size) => hindrance(lines(size, (index) => `alias a${String(index)} b`))],
    ['blacklist lines', (size) => hindrance(lines(size, (index) => `blacklist a${String(index)}`))],
    [
      'soft dependencies beside as many aliases',
      (size) =>
        softly(
          `softdep xt_mark pre: ${lines(size, (index) => `a${String(index)}`).replaceAll('\n', ' ')}\n` +
            lines(size, (index) => `alias b${String(index)} c`),
        ),
    ],
    [
      'soft dependencies beside as many of the kernel’s aliases',
      (size) =>
        hasSoftDependencies(
          'xt_mark',
          directivesOf(`softdep xt_mark pre: ${lines(size, (index) => `c${String(index)}`).replaceAll('\n', ' ')}\n`),
          treeOf(size),
        ),
    ],
    [
      'aliases of the kernel, for every module of the catalogue',
      (size) => {
        const tree = treeOf(size);
        for (const { name } of kernelModuleTable) nameOfFile(name, tree);
      },
    ],
  ])('grow no faster than these: %s', (_, call) => {
    expect(growthOf(call, 300)).toBeLessThan(linear);
  });

  it('do not depend on aliases that modules have, once these are known', () => {
    const tree = treeOf(1000);
    nameOfFile('a', tree);
    expect(growthOf((size) => Array.from({ length: size }, () => nameOfFile('b', tree)))).toBeLessThan(linear);
  });
});
